"""``python -m benchmarks.cost_model measure``: its tables, its rows, and what it restores."""

import importlib
import math
from pathlib import Path

import pytest

import polyconv
from polyconv._nanconv_tuning import TUNING as NANCONV
from polyconv.backends import BACKENDS, tuning
from polyconv.backends.winograd.planner import tiling_of
from polyconv.backends.winograd.tuning import TUNING
from polyconv.grad._tuning import TUNING as CONV_WEIGHT
from polyconv.scipy.ndimage._tuning import TUNING as NDIMAGE
from polyconv.transposed._tuning import TUNING as CONV_TRANSPOSE
from polyconv.workloads import by_name

ROOT = Path(__file__).parents[2]
# Backends that have a table, found by their files: `tables` looks for modules instead.
TUNED = sorted(path.parent.name for path in (ROOT / "backends").glob("*/tuning.py"))
TABLES = [importlib.import_module(f"polyconv.backends.{name}.tuning").TUNING for name in TUNED]

OTHERS = [NANCONV, NDIMAGE, CONV_WEIGHT, CONV_TRANSPOSE]

each_table = pytest.mark.parametrize("table", TABLES, ids=TUNED)


@pytest.fixture
def command(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    return importlib.import_module("benchmarks.cost_model.measure_command")


@pytest.fixture
def problem_of(command):
    return importlib.import_module("benchmarks.cost_model.timings").problem_of


def test_the_table_of_each_backend_is_found(command):
    found = command.tables()
    assert sorted(table.backend for table in found) == TUNED
    assert all(any(table is each for each in found) for table in TABLES)
    assert {table.backend for table in found} <= {backend.name for backend in BACKENDS}


@pytest.mark.parametrize("vendor", ["amd", "other"])
def test_a_vendor_has_a_value_of_its_own_where_a_constant_gives_one(monkeypatch, vendor):
    monkeypatch.setattr(tuning, "is_amd", lambda: vendor == "amd")
    both = tuning.Constant("BOTH", 1.5, "Unit.", "Emerald Rapids", "2026-11", (), (), amd=math.inf)
    one = tuning.Constant("ONE", 2.0, "Unit.", "Zen 5", "2026-11", (), ())
    table = tuning.Tuning("test", both, one)
    expected = math.inf if vendor == "amd" else 1.5
    assert table.values == (expected, 2.0)
    assert (both.here, one.here) == table.values
    assert both.compared == ((math.inf, 1.5) if vendor == "amd" else (1.5, math.inf))


def test_without_a_name_all_constants_are_listed(command, capsys):
    assert command.main([]) == 0
    lines = iter(capsys.readouterr().out.splitlines())
    for table in command.all_tables():
        for constant in table:
            assert next(lines) == (
                f"{table.backend}.{constant.name} = {constant.here!r}: {constant.meaning}"
            )
            assert next(lines).split("; ") == [
                f"    {constant.cpu}, {constant.date}",
                f"trials {constant.trials!r}",
            ]
    assert list(lines) == []


@pytest.mark.parametrize("table", [*TABLES, *OTHERS], ids=lambda table: table.backend)
def test_constants_say_what_they_are(table):
    names = [constant.name for constant in table]
    assert len(set(names)) == len(names) > 0
    for constant in table:
        assert constant.name.isupper()
        assert getattr(table, constant.name) == constant.here
        assert constant.meaning.strip().endswith(".")
        assert constant.cpu
        assert constant.date.startswith("20")
        assert len(set(map(repr, constant.compared))) == len(constant.compared)
        assert len({str(value) for value in constant.trials}) == len(constant.trials)


@each_table
def test_the_backend_computes_the_workloads_of_its_constants(table, problem_of):
    backend = next(backend for backend in BACKENDS if backend.name == table.backend)
    assert all(constant.workloads for constant in table)
    for name in {name for constant in table for name in constant.workloads}:
        assert backend.unsupported(problem_of(by_name(name), 1)) is None, name


@pytest.mark.parametrize("name", ["winograd.NOTHING", "nothing", "NOTHING", "naive", ""])
def test_an_unknown_name_is_refused_with_those_that_are_allowed(command, name, capsys):
    with pytest.raises(SystemExit) as refusal:
        command.main([name])
    assert refusal.value.code == 2
    message = capsys.readouterr().err
    assert f"{name!r} is not a measured constant; allowed: " in message
    allowed = message.split("allowed: ")[1].strip().split(", ")
    tables = [*TABLES, *OTHERS]
    expected = [f"{table.backend}.{constant.name}" for table in tables for constant in table]
    assert sorted(allowed) == sorted([*(table.backend for table in tables), *expected])


@pytest.mark.parametrize("name", ["TILES_INPUT_COST", "PANEL_COST"])  # one has a value by vendor
def test_a_measurement_prints_a_row_for_each_workload(command, capsys, name):
    constant = next(constant for constant in TUNING if constant.name == name)
    before = {each.name: getattr(TUNING, each.name) for each in TUNING}
    assert command.main([f"winograd.{name}", "--budget", "0.001"]) in (0, 1)
    title, header, *rows, mean = capsys.readouterr().out.strip().splitlines()
    assert title == f"winograd.{name}: {constant.meaning}"
    assert header.split() == ["workload", "us", *map(str, constant.compared[1:])]
    assert [row.split()[0] for row in rows] == list(constant.workloads)
    for row in rows:
        assert len(row.split()) == 1 + len(constant.compared)
        assert all(float(number) > 0 for number in row.split()[1:])
    assert mean.startswith("geometric mean")
    assert {each: getattr(TUNING, each) for each in before} == before


def test_constants_of_nanconv_are_replaced_while_it_is_timed(command, capsys, monkeypatch):
    present, seen = NANCONV.TILE_ROWS, []
    monkeypatch.setattr(
        command.polyconv, "nanconv", lambda *_, **__: seen.append(NANCONV.TILE_ROWS)
    )
    assert command.main(["nanconv.TILE_ROWS", "--budget", "0.001"]) in (0, 1)
    constant = next(constant for constant in NANCONV if constant.name == "TILE_ROWS")
    assert set(seen) == {present, *constant.trials}
    assert present == NANCONV.TILE_ROWS
    rows = capsys.readouterr().out.strip().splitlines()[2:-1]
    assert [row.split()[0] for row in rows] == list(constant.workloads)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["conv_weight.ROWS_BYTES", "conv_transpose.MAX_PIXELS_OF_FEW_TAPS"]
)
def test_other_values_reach_functions_that_are_no_backend_s(command, name, capsys, monkeypatch):
    table = next(each for each in OTHERS if each.backend == name.partition(".")[0])
    constant = next(each for each in table if each.name == name.partition(".")[2])
    seen = set()
    for module, function in ((command, "planned"), (polyconv, "conv_transpose")):
        real = getattr(module, function)

        def spied(*args, real=real, **options):
            seen.add(getattr(table, constant.name))
            return real(*args, **options)

        monkeypatch.setattr(module, function, spied)
    assert command.main([name, "--budget", "0.001"]) in (0, 1)
    assert seen == {*constant.compared}
    assert getattr(table, constant.name) == constant.here
    rows = capsys.readouterr().out.strip().splitlines()[2:-1]
    assert [row.split()[0] for row in rows] == list(constant.workloads)


@pytest.mark.parametrize("name", ["TILE_BYTES", "MIN_PLANE", "MIN_TAPS_OF_LINE"])
def test_filters_are_planned_anew_with_other_values(command, name, capsys, monkeypatch):
    constant = next(each for each in NDIMAGE if each.name == name)
    planned, stages = set(), importlib.import_module("polyconv.scipy.ndimage._stages")
    for module, function in ((stages, "Passes"), (stages, "ConvStage")):
        real = getattr(module, function)

        def spied(*args, real=real, **options):
            planned.add(getattr(NDIMAGE, name))
            return real(*args, **options)

        monkeypatch.setattr(module, function, spied)
    assert command.main([f"ndimage.{name}", "--budget", "0.001"]) in (0, 1)
    assert planned == {*constant.compared}
    assert getattr(NDIMAGE, name) == constant.here
    rows = capsys.readouterr().out.strip().splitlines()[2:-1]
    assert [row.split()[0] for row in rows] == list(constant.workloads)


def test_a_backend_s_name_measures_all_its_constants(command, monkeypatch):
    taken = []
    monkeypatch.setattr(
        command, "_measure", lambda table, constant, *_: taken.append(constant.name) or []
    )
    assert command.main(["im2col", "winograd.INPUT_COST"]) == 0
    table = TABLES[TUNED.index("im2col")]
    assert sorted(taken) == sorted([*(constant.name for constant in table), "INPUT_COST"])


@pytest.mark.parametrize(
    ("seconds", "options", "status"),
    [
        ([1.0, 1.0, 1.0], [], 0),
        ([1.0, 2.0, 0.98], [], 0),
        ([1.0, 2.0, 0.96], [], 1),
        ([1.0, 2.0, 0.96], ["--threshold", "0.05"], 0),
    ],
)
def test_the_status_says_that_a_trial_is_faster(
    command, monkeypatch, capsys, seconds, options, status
):
    monkeypatch.setattr(command, "_times", lambda *_: seconds)
    assert command.main(["winograd.ONE_VECTOR_EXTRA", *options]) == status
    mean = capsys.readouterr().out.splitlines()[-1]
    assert mean.split() == ["geometric", "mean", *(f"{t:.3f}" for t in seconds[1:])]


def test_workloads_are_planned_like_a_caller_s_with_each_value(command, problem_of, monkeypatch):
    plans, plan = [], polyconv.plan

    def planned(*arrays, **options):
        result = plan(*arrays, **options)
        plans.append((TUNING.TILES_INPUT_COST, result.backend, result.problem))
        return result

    monkeypatch.setattr(polyconv, "plan", planned)
    monkeypatch.setattr(command, "alternate", lambda calls, *_: dict.fromkeys(calls, 1.0))
    command.main(["winograd.TILES_INPUT_COST"])
    constant = next(constant for constant in TUNING if constant.name == "TILES_INPUT_COST")
    # With the default error budget: a larger one would let winograd take other transforms.
    assert plans == [
        (value, "winograd", problem_of(by_name(name), 1))
        for name in constant.workloads
        for value in constant.compared
    ]


@pytest.mark.parametrize("fails", [False, True])
def test_the_value_and_the_plans_are_restored(command, problem_of, fails):
    problem = problem_of(by_name("resnet50/conv2_3x3_last"), 1)
    value, tiling = TUNING.MAX_BLOCK_TILES, tiling_of(problem)

    def replaced():
        with command._replaced(TUNING, "MAX_BLOCK_TILES", value // 16):
            assert value // 16 == TUNING.MAX_BLOCK_TILES
            assert tiling_of(problem) != tiling
            if fails:
                raise MemoryError

    if fails:
        with pytest.raises(MemoryError):
            replaced()
    else:
        replaced()
    assert value == TUNING.MAX_BLOCK_TILES
    assert tiling_of(problem) == tiling
