"""The comparison with other libraries: its workloads, its arithmetic, and one small run."""

import importlib
import importlib.metadata
import json
import math
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import polyconv
from polyconv.workloads import ADJOINTS, PEERS, by_name
from support.agreement import slow_but

pytest.importorskip("rich")

ROOT = Path(__file__).parents[2]

ROWS = [row for rows in PEERS.values() for row in rows]


@pytest.fixture
def room(monkeypatch):
    """Import a module of ``benchmarks.peers``."""
    monkeypatch.syspath_prepend(str(ROOT))
    return lambda name: importlib.import_module(f"benchmarks.peers.{name}")


def test_names_in_classes_are_unique_and_lead_to_their_rows():
    assert len({row.name for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert by_name(row.name) is row


@pytest.mark.parametrize("row", slow_but(ROWS, *ROWS[::5]), ids=lambda row: row.name)
def test_rows_are_problems_whose_operations_are_counted(row):
    report = polyconv.explain(row.x_shape, row.w_shape, **row.options)
    assert any(candidate.reason is None for candidate in report.candidates)
    assert row.flops > 0


@pytest.mark.parametrize("row", slow_but(ROWS, *ROWS[::5]), ids=lambda row: row.name)
def test_paddings_are_spelt_out_as_polyconv_means_them(room, row):
    # Arrays of one element: those of some rows are large.
    one = np.zeros((), row.dtype)
    x, w = (np.broadcast_to(one, shape) for shape in (row.x_shape, row.w_shape))
    task = room("task").Task(x, w, row.options)
    geometry = {"stride": row.stride, "dilation": row.dilation, "groups": row.groups}
    geometry["data_format"] = row.data_format
    assert polyconv.output_shape(
        row.x_shape, row.w_shape, padding=task.pads, **geometry
    ) == polyconv.output_shape(row.x_shape, row.w_shape, padding=row.padding, **geometry)


ADJOINT_ROWS = [row for rows in ADJOINTS.values() for row in rows]


def test_names_of_transposed_convolutions_and_gradients_are_unique():
    assert len({row.name for row in ADJOINT_ROWS} | {row.name for row in ROWS}) == len(
        ADJOINT_ROWS
    ) + len(ROWS)
    assert {row.operation for row in ADJOINT_ROWS} == {
        "transpose",
        "input_gradient",
        "weight_gradient",
    }


@pytest.mark.parametrize("row", ADJOINT_ROWS, ids=lambda row: row.name)
def test_operations_of_an_adjoint_are_those_of_its_convolution(room, row):
    if row.operation != "transpose":
        assert row.flops == replace(row, operation="conv").flops
        return
    one = np.zeros((), row.dtype)
    x, w = (np.broadcast_to(one, shape) for shape in (row.x_shape, row.w_shape))
    task = room("adjoint").AdjointTask(x, w, row.options, row.operation)
    out = polyconv.output_shape(x.shape, w.shape, transpose=True, **row.options)
    back = {k: row.options[k] for k in ("stride", "dilation", "groups", "data_format")}
    # The convolution whose transpose it is has the shape of x.
    assert polyconv.output_shape(out, w.shape, padding=task.pads, **back) == x.shape
    assert row.flops == replace(row, operation="conv", x_shape=out, output_padding=0).flops


@pytest.mark.parametrize("operation", ["transpose", "input_gradient", "weight_gradient"])
def test_adjoints_of_polyconv_are_checked(room, operation):
    w_shape = (2, 3, 4, 4)
    rng = np.random.default_rng(1)
    x, w = (rng.random(shape, np.float32) for shape in ((1, 3, 9, 8), w_shape))
    if operation == "transpose":
        x = x[:, :2].copy()
    options = {"stride": 2, "padding": 1, "dilation": 1, "groups": 1}
    options["data_format"] = "channels_first"
    task = room("adjoint").AdjointTask(x, w, options, operation)
    wanted = room("with_polyconv").reference(task)
    for build in room("with_polyconv").adjoint_builders(task).values():
        variant = build()
        assert task.compare(variant.finish(variant.call()), wanted)[1] is None
    wrong = wanted.copy()
    wrong.flat[0] += wanted.max() / 10
    assert "error" in task.compare(wrong, wanted)[1]
    assert "shape" in task.compare(wanted[:, :1], wanted)[1]


@pytest.mark.parametrize("name", ["tiny/image", "tiny/volume", "tiny/signal"])
@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64", "int32"])
def test_wrong_results_are_found(room, name, dtype):
    task_room = room("task")
    row = replace(by_name(name), dtype=dtype, result_dtype=dtype)
    task = task_room.Task(*row.arrays(), row.options)
    y = polyconv.conv(task.x, task.w, **row.options)
    assert task_room.same_result(task, y, y) == (0, None)
    # Rounding is forgiven, to floats; a term left out, NaN and another shape or dtype are not.
    if y.dtype.kind in "fc":
        rounded = y + 10 * np.finfo(y.dtype).eps * np.abs(task.x).max()
        assert task_room.same_result(task, rounded.astype(y.dtype), y)[1] is None
    spoilt = [y.copy() for _ in range(2)]
    spoilt[0].flat[-1] += 1
    spoilt[1].flat[0] = np.nan if y.dtype.kind in "fc" else 99
    for wrong in (*spoilt, y[..., :-1], np.zeros(y.shape, "bool")):
        assert task_room.same_result(task, wrong, y)[1] is not None


def test_named_filters_are_recognised(room):
    named = room("named_filters")
    for row in (*PEERS["separable"], *PEERS["separable_volumes"]):
        taps = replace(row, x_shape=(1, 1)).arrays()[1][0, 0]
        found = [
            kind for kind in ("gaussian", "box", "sobel") if getattr(named, f"is_{kind}")(taps)
        ]
        assert found == [row.weights]
        vectors = named.lines(taps)
        product = vectors[0]
        for vector in vectors[1:]:
            product = np.multiply.outer(product, vector)
        np.testing.assert_allclose(product, taps, rtol=1e-5)
    other = np.arange(9.0).reshape(3, 3)
    assert named.lines(other) is None
    assert not (named.is_gaussian(other) or named.is_box(other) or named.is_sobel(other))


@pytest.mark.parametrize("library", ["opencv", "scipy", "ipp", "simpleitk"])
def test_separable_filters_of_the_peers_have_the_right_result(room, library):
    if library == "ipp":
        try:
            importlib.metadata.version("ipp")
        except importlib.metadata.PackageNotFoundError:
            pytest.skip("ipp is not installed")
    else:
        pytest.importorskip({"opencv": "cv2", "simpleitk": "SimpleITK"}.get(library, library))
    peer, task_room = room(f"with_{library}"), room("task")
    if library == "ipp":
        peer.setup(2)
    for name in ("gaussian_5_1mpx", "box_9_1mpx", "sobel_1mpx", "gaussian_5_256"):
        row = by_name(f"separable/{name}")
        size = (40, 50, 60)[: len(row.x_shape) - 2]
        row = replace(row, x_shape=(1, 1, *size))
        task = task_room.Task(*row.arrays(), row.options)
        workload_result = polyconv.conv(task.x, task.w, backend="direct", **row.options)
        right = 0
        for build in peer.builders(task).values():
            try:
                variant = build()
            except task_room.Unsupported:
                continue
            wanted = workload_result
            if variant.wanted is not None:
                wanted = variant.wanted(workload_result)
            result = variant.finish(variant.call())
            assert task_room.same_result(task, result, wanted)[1] is None, (name, variant)
            right += 1
        assert right or (library, task.rank) in (("opencv", 3), ("ipp", 3)), name


def test_arrays_are_loaded_to_cache_lines(room, tmp_path):
    path, array = tmp_path / "x.npy", np.arange(12.0).reshape(3, 4)
    np.save(path, array)
    loaded = room("task").load_aligned(path)
    assert loaded.ctypes.data % 64 == 0
    np.testing.assert_array_equal(loaded, array)


def timed(room, library, name, best, **changes):
    """Return a variant with one visit."""
    rounds = [{"best": best, "median": 2 * best, "runs": 3}]
    return room("summary").TimedVariant(library, name, rounds=rounds, **changes)


def test_ratios_are_to_the_peer_that_polyconv_is_least_ahead_of(room):
    summary_room = room("summary")
    summary = summary_room.Summary("grouped", by_name("tiny/image"))
    summary.variants += [
        timed(room, "polyconv", "auto", 2.0, note="fft"),
        timed(room, "polyconv", "auto out", 1.8, note="fft", reuses_output=True),
        timed(room, "polyconv", "other", 1.6, layout="channels_last"),
        timed(room, "polyconv", "other out", 1.5, layout="channels_last", reuses_output=True),
        timed(room, "polyconv", "call", 1.5),
        timed(room, "polyconv", "direct", 1.0),
        timed(room, "polyconv", "fft", 2.0),
        timed(room, "torch", "contiguous", 6.0),
        timed(room, "torch", "packed", 5.0),
        timed(room, "litert", "invoke", 3.6, layout="channels_last", reuses_output=True),
        timed(room, "ncnn", "packed", 3.75, layout="blocks", reuses_output=True),
        timed(room, "jax", "constant", 0.1, wrong="error 1"),
        summary_room.TimedVariant("opencv", "filter2D", reason="one channel only"),
    ]
    torch, litert, ncnn = map(summary.fastest_of, ("torch", "litert", "ncnn"))
    assert torch.name == "packed"
    # A peer that allocates its result is compared with plans that do; one that reuses memory, with
    # out=, too.
    assert summary.ratio_to(torch) == 2.5
    assert summary.ratio_to(litert) == 2.0
    assert summary.best_peer is litert
    assert summary.auto_ratio == 2.0
    assert summary.either_ratio == pytest.approx(3.6 / 1.5)
    assert summary.same_layout_ratio_to(torch) == 2.5
    assert summary.same_layout_ratio_to(litert) == pytest.approx(3.6 / 1.5)
    assert summary.same_layout_ratio_to(ncnn) == pytest.approx(3.75 / 1.5)
    assert summary.best_backend.name == "direct"
    assert summary.backend_ratio == 3.6
    assert summary.reached is True
    assert summary.fastest_of("opencv") is None
    assert [wrong.library for wrong in summary.wrong_variants] == ["jax"]
    # Allocating is no less work, so the faster call counts.
    summary.ours("auto").rounds[0]["best"] = 1.2
    assert summary.ratio_to(litert) == pytest.approx(3.0)
    assert summary_room.geometric_mean([1.0, None, 4.0]) == pytest.approx(2)
    assert summary_room.geometric_mean([None]) is None


FACTS = {
    "date": "2026-01-02 03:04 UTC",
    "command": "python -m benchmarks.peers --classes tiny",
    "clock": "wall",
    "workers": 1,
    "cpus": [1],
    "machine": {"cpu": "Xeon", "isa": "v4", "caches": {"l1": 49152, "l2": 2 << 20, "l3": 32 << 20}},
    "versions": {"polyconv": "0.1.0", "torch": "2.9"},
    "blas": [],
    "pools": {},
    "peak": {"float32": 1e11, "float64": 5e10, "gemm": 9e10, "by": "C", "copy": {"524288": 1e11}},
}


def summaries_of(room, *ratios):
    """Return one workload of the class "tiny" for each ratio to the best peer, LiteRT."""
    found = []
    for row, ratio in zip(PEERS["tiny"], ratios, strict=False):
        summary = room("summary").Summary("tiny", row, peak={"float32": 1e11})
        summary.variants += [
            timed(room, "polyconv", "auto", 1e-6, note="direct"),
            timed(room, "polyconv", "auto out", 1e-6, reuses_output=True),
            timed(room, "polyconv", "other out", 5e-7, layout="channels_last", reuses_output=True),
            timed(room, "torch", "contiguous", 4e-6),
            timed(
                room, "litert", "invoke", ratio * 1e-6, layout="channels_last", reuses_output=True
            ),
        ]
        found.append(summary)
    return found


def test_reports_list_losses_first_and_means_by_peer(room, tmp_path):
    tables, summaries = room("tables"), summaries_of(room, 2.0, 0.5, 0.25)
    machine = room("summary").Machine.of_facts(FACTS)
    losses = tables.loss_rows(summaries, machine)
    names = [row.name for row in PEERS["tiny"]]
    assert [row[0] for row in losses] == [names[2], names[1]]
    assert losses[0][:6] == [
        names[2], "tiny", "0.25", "0.50", "litert invoke, channels_last", "direct",
    ]  # fmt: skip
    assert losses[0][6].endswith(" %")
    assert tables.peer_rows(summaries) == [
        ["torch", "3", "4.00", "4.00", "4.00", "0", "0"],
        ["litert", "3", "0.63", "1.26", "0.25", "2", "3"],
    ]
    assert tables.class_rows(summaries)[0][:3] == ["tiny", "0.63", "1.26"]
    page = tmp_path / "peers.md"
    room("markdown_report").markdown(page, summaries, FACTS, {"mnn": "No module named 'MNN'"})
    text = page.read_text("utf-8")
    assert text.index("Slower than the best peer") < text.index("| class | mean ratio")
    assert "Missing: mnn." in text
    assert "L1 48 KiB, L2 2048 KiB, L3 32768 KiB" in text


def test_reports_of_single_classes_merge(room, tmp_path):
    reports = room("reports_json")
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    summaries = summaries_of(room, 2.0, 0.5)
    reports.write_json(first, summaries[:1], FACTS, {"mnn": "missing"})
    other = {**FACTS, "command": "another", "peak": {**FACTS["peak"], "float32": 2e11}}
    reports.write_json(second, summaries, other, {"mnn": "missing", "ipp": "not in the first"})
    merged, facts = reports.merged([reports.read_json(path) for path in (first, second)])
    assert [s.workload for s in merged] == [s.workload for s in summaries]
    assert [s.auto_ratio for s in merged] == [2.0, 0.5]
    assert facts["peak"]["float32"] == 2e11
    assert facts["command"] == f"{FACTS['command']}; another"
    assert facts["absent"] == {"mnn": "missing", "ipp": "not in the first"}
    reports.write_json(second, summaries, {**FACTS, "workers": 2}, {})
    with pytest.raises(ValueError, match="workers: 2 and 1"):
        reports.merged([reports.read_json(path) for path in (first, second)])


def test_commands_that_differ_in_classes_become_one(room):
    joined = room("reports_json")._joined
    runs = ["peers --classes a,b --rounds 3", "peers --classes b,c --rounds 3", "peers --classes d"]
    assert joined(runs) == "peers --classes a,b,c --rounds 3; peers --classes d"
    assert joined(["peers", "peers"]) == "peers"


def test_the_roof_is_the_lower_of_peak_and_traffic(room):
    summary_room = room("summary")
    machine = summary_room.Machine(
        {"float32": 1e12, "float64": 5e11}, {1 << 20: 4e9, 1 << 30: 1e9}, 1
    )
    dense = summary_room.Summary("dense", by_name("vgg16/conv4_2"))
    assert machine.roofline(dense) < 1e12
    dense.note_peak({"float32": 1e9})
    dense.note_peak({"float32": 3e9})
    assert machine.roofline(dense) == 3e9
    row = by_name("tiny/pointwise")
    moved = 4 * (math.prod(row.x_shape) + math.prod(row.w_shape) + 8 * 4 * 4)
    tiny = summary_room.Summary("tiny", row)
    assert machine.roofline(tiny) == pytest.approx(row.flops / moved * 4e9)
    # Separable filters need fewer operations than are counted, so the peak is no bound.
    row = by_name("separable/gaussian_63_1mpx")
    moved = 4 * (2 * 1024**2 + 63**2)
    smooth = summary_room.Summary("separable", row)
    smooth.note_peak({"float32": 3e9})
    assert machine.roofline(smooth) == pytest.approx(row.flops / moved * 1e9)
    assert machine.roofline(summary_room.Summary("integer", replace(row, dtype="int8"))) is None


def test_every_target_is_of_a_class(room):
    assert set(room("summary").TARGETS) <= {*PEERS, *ADJOINTS}


def test_no_library_inherits_what_cripples_it(room, monkeypatch):
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Prescott")
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.setenv("KMP_BLOCKTIME", "7")
    environment = room("libraries").environment(2)
    assert "OPENBLAS_CORETYPE" not in environment
    assert "KMP_BLOCKTIME" not in environment
    assert environment["OMP_NUM_THREADS"] == environment["OPENBLAS_NUM_THREADS"] == "2"


@pytest.mark.parametrize("library", ["polyconv", "torch", "openvino", "jax", "opencv", "ipp"])
def test_libraries_held_to_avx2_get_their_variables(library, room, monkeypatch):
    monkeypatch.delenv("POLYCONV_ISA", raising=False)
    libraries, environment = room("libraries"), {}
    monkeypatch.setattr(
        libraries.Process,
        "__init__",
        lambda _, command, given, folder: environment.update(given),
    )
    libraries.LibraryProcess(library, 1, (0,))
    assert "POLYCONV_ISA" not in environment
    free = dict(environment)
    libraries.LibraryProcess(library, 1, (0,), "v3")
    assert environment["POLYCONV_ISA"] == "v3"
    assert {name: environment[name] for name in free if name != "XLA_FLAGS"}.items() <= free.items()
    assert environment["XLA_FLAGS"].startswith(free["XLA_FLAGS"])
    for name, value in libraries.HELD_TO_AVX2[library].items():
        assert value in environment[name]


def test_libraries_that_cannot_be_held_are_named(room, monkeypatch):
    class Started:
        def __init__(self, library, *_):
            self.library = library

        def ask(self, _):
            return {"versions": {}, "pools": []}

    monkeypatch.setattr(room("runner"), "LibraryProcess", Started)
    runner = room("runner").Runner(1, (0,), None, None, "v3")
    assert {"polyconv", "torch", "openvino"} <= set(runner.start())
    assert runner.absent["ncnn"] == runner.absent["litert"] == "cannot be held to AVX2"


@pytest.mark.slow
def test_a_run_from_the_command_line(tmp_path):
    files = {kind: tmp_path / f"peers.{kind}" for kind in ("json", "md")}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks.peers", "--rounds", "2", "--seconds", "0.001"),
            *("--workload", "tiny/signal", "--workload", "tiny/rgb"),
            *("--json", str(files["json"]), "--markdown", str(files["md"])),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
    )
    assert done.returncode == 0, done.stderr
    content = json.loads(files["json"].read_text())
    assert [row["name"] for row in content["workloads"]] == ["tiny/signal", "tiny/rgb"]
    for row in content["workloads"]:
        variants = {(v["library"], v["name"]): v for v in row["variants"]}
        assert len(variants["polyconv", "auto"]["rounds"]) == 2
        assert all(v["wrong"] is None for v in row["variants"])
    signal = {(v["library"], v["name"]) for v in content["workloads"][0]["variants"]}
    assert ("scipy", "ndimage") in signal
    assert content["machine"]["isa"]
    assert str(tmp_path) not in files["json"].read_text()
    for name in ("tiny/signal", "tiny/rgb"):
        assert name in done.stdout
        assert name in files["md"].read_text()


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [["--workers", "0"], ["--classes", "nothing"], ["--workload", "no/thing"], ["--peers", "none"]],
)
def test_what_cannot_be_asked_is_refused_by_name(arguments):
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.peers", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert arguments[1] in done.stderr


def test_importing_the_command_does_nothing():
    code = "import sys, benchmarks.peers; assert not {'polyconv', 'rich'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
