"""The command `polyconv race`: output, files, exit status and error messages."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace

import numpy as np
import pytest
from matplotlib.image import imread, imsave
from typer.testing import CliRunner

import polyconv
from polyconv import cli, wisdom
from polyconv.backends import BACKENDS
from polyconv.cli._app import app
from polyconv.cli._contest import contest
from polyconv.cli._entries import RaceEntry
from polyconv.workloads import WORKLOADS, by_name

COMMAND = [sys.executable, "-c", "from polyconv.cli import main; main()"]


@pytest.fixture
def run():
    def invoke(*arguments):
        return CliRunner().invoke(app, ["race", *map(str, arguments)])

    return invoke


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    imsave(path, np.random.default_rng(0).random((40, 50, 3)))
    return path


class Wrong:
    """The reference, with results changed by `spoil`."""

    name = "wrong"
    dot_product = True

    def __init__(self, spoil):
        self.spoil = spoil
        self.honest = BACKENDS[-1]

    def __getattr__(self, name):
        return getattr(self.honest, name)

    def prepare(self, p, w):
        kernel = self.honest.prepare(p, w)

        def spoiled(x, bias, out, workers):
            kernel(x, bias, out, workers)
            self.spoil(out)

        return spoiled


@pytest.fixture
def add_backend(monkeypatch):
    def add(backend):
        monkeypatch.setattr(polyconv._registry, "_own", (backend, *BACKENDS))
        wisdom.forget_wisdom()  # and with it the remembered choices

    yield add
    monkeypatch.undo()
    wisdom.forget_wisdom()


def test_version():
    result = CliRunner().invoke(app, ["--version"])
    assert result.exit_code == 0
    assert result.output.strip() == f"polyconv {polyconv.__version__}"


def test_help_names_every_choice():
    text = CliRunner().invoke(app, ["race", "--help"], env={"COLUMNS": "200"}).output
    for word in ("--kernel", "--suite", "--plot", "gaussian:N", "resnet50", "naive", "Exit status"):
        assert word in text


def test_missing_extra_is_one_line(monkeypatch, capsys):
    monkeypatch.setitem(cli._EXTRA, "no_such_module", "NoSuchPackage")
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    text = capsys.readouterr().err
    assert text.count("\n") == 1
    assert "NoSuchPackage" in text
    assert "polyconv[race]" in text


@pytest.mark.slow
def test_quick_race(tmp_path):
    report, picture = tmp_path / "race.json", tmp_path / "race.png"
    ended = subprocess.run(
        [*COMMAND, "race", "--quick", "--json", report, "--plot", picture],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stderr == ""  # the progress bar is for terminals only
    assert "\x1b" not in ended.stdout
    assert "…" not in ended.stdout
    assert "Agreement: all" in ended.stdout

    content = json.loads(report.read_text())
    assert content["schema"] == 1
    assert {"cpu", "isa", "cpus", "workers", "blas", "versions"} <= set(content["machine"])
    assert content["summary"]["raced"] == content["summary"]["total"] == 12
    assert not content["summary"]["interrupted"]
    for raced in content["workloads"]:
        assert raced["auto"]["backend"] in polyconv.backends()
        raced_backends = [result["backend"] for result in raced["results"]]
        assert raced_backends == [backend.name for backend in BACKENDS]
        measured = [result for result in raced["results"] if result["status"] == "ok"]
        full = [result for result in measured if not result["scaled"]] or measured
        assert min(result["factor"] for result in full) == 1
        for result in measured:
            assert 0 < result["best"] <= result["median"]
            assert result["runs"] >= 1
            assert result["gflops"] == pytest.approx(result["flops"] / result["best"] / 1e9)
            assert result["ratio"] <= 1
            assert {check["on"] for check in result["checks"]} == {"copy", "problem"} or (
                result["scaled"]
            )
        for result in raced["results"]:
            assert result["status"] in ("ok", "unsupported")
            assert (result["reason"] is not None) >= (result["status"] == "unsupported")

    height, width, _ = imread(picture).shape
    assert height > 400
    assert width > 400
    assert imread(picture)[..., :3].std() > 0.05


@pytest.mark.slow
def test_table_shows_what_was_measured(run):
    result = run("--suite", "tiny", "--backends", "naive", "--workers", "1", "--quick")
    assert result.exit_code == 0, result.output
    assert re.search(r"^ *signal .* (us|ms)\n.* 1\.00x$", result.stdout, re.M)
    assert "Fastest:   naive 2" in result.stdout
    assert ", 1 worker;" in result.stdout


def spoil_one(out):
    out.flat[out.size // 2] += 0.01


def spoil_nan(out):
    out.flat[0] = np.nan


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [spoil_one, spoil_nan])
def test_a_wrong_backend_is_reported(run, add_backend, tmp_path, spoil):
    add_backend(Wrong(spoil))
    report, picture = tmp_path / "race.json", tmp_path / "race.png"
    only = ("--suite", "tiny", "--quick", "--backends", "wrong,naive")
    result = run(*only, "--json", report, "--plot", picture)
    assert result.exit_code == 1
    assert "DISAGREES: wrong on tiny/pointwise: error" in result.stdout
    assert "WRONG" in result.stdout
    content = json.loads(report.read_text())
    assert {wrong["backend"] for wrong in content["summary"]["disagreements"]} == {"wrong"}
    assert content["summary"]["wins"] == {"naive": 2}
    assert picture.stat().st_size > 1000


@pytest.mark.slow
def test_a_spot_that_only_the_full_problem_has_is_found(run, add_backend):
    def spoil(out):
        if out.size > 10_000:
            out.flat[12_345] += 0.01

    class Quick(Wrong):
        """Computes the full problem fast, and is wrong in one of a million outputs."""

        def prepare(self, p, w):
            inner = BACKENDS[0].prepare(p, w)

            def spoiled(x, bias, out, workers):
                inner(x, bias, out, workers)
                self.spoil(out)

            return spoiled

    if len(BACKENDS) == 1:
        pytest.skip("no backend is fast enough for a full problem")
    add_backend(Quick(spoil))
    names = f"wrong,{BACKENDS[0].name}"
    result = run("--quick", "--suite", "mobilenetv2", "--backends", names)
    assert result.exit_code == 1
    assert "DISAGREES: wrong on mobilenetv2/" in result.stdout
    assert f"DISAGREES: {BACKENDS[0].name}" not in result.stdout


@pytest.mark.slow
def test_every_output_of_a_full_problem_is_compared_with_the_compiled_reference(add_backend):
    class Quick(Wrong):
        """Compute the full problem fast; be wrong in one of its outputs, and only there."""

        def prepare(self, p, w):
            inner = BACKENDS[0].prepare(p, w)

            def spoiled(x, bias, out, workers):
                inner(x, bias, out, workers)
                if out.size > 10_000:
                    out.flat[12_345] += 0.01

            return spoiled

    add_backend(Quick(None))
    entry = RaceEntry(by_name("mobilenetv2/dw_14"))
    right, wrong = (
        contest(entry, [name], 1, 0.01, lambda what: None).results[0]
        for name in (BACKENDS[0].name, "wrong")
    )
    assert {check.on for check in right.checks} == {"copy", "problem"}
    assert max(check.outputs for check in right.checks) == 576 * 14 * 14
    assert right.status == "ok"
    assert wrong.status == "disagrees"


@pytest.mark.slow
def test_a_backend_that_breaks_is_reported(run, add_backend):
    def spoil(out):
        raise RuntimeError("out of luck")

    add_backend(Wrong(spoil))
    result = run("--suite", "tiny", "--quick")
    assert result.exit_code == 1
    assert "DISAGREES: wrong on tiny/signal: RuntimeError: out of luck" in result.stdout
    assert "FAILED" in result.stdout


@pytest.mark.slow
def test_what_is_not_supported_has_a_reason(run, add_backend, tmp_path):
    class Picky(Wrong):
        def unsupported(self, p):
            return f"rank {p.rank}; picky does 2" if p.rank != 2 else None

    add_backend(Picky(lambda out: None))
    report, picture = tmp_path / "race.json", tmp_path / "race.png"
    result = run("--suite", "tiny", "--quick", "--json", report, "--plot", picture)
    assert result.exit_code == 0, result.output
    results = {
        raced["name"]: raced["results"][0] for raced in json.loads(report.read_text())["workloads"]
    }
    assert results["tiny/signal"]["status"] == "unsupported"
    assert results["tiny/signal"]["reason"] == "rank 1; picky does 2"
    assert results["tiny/signal"]["best"] is None
    assert results["tiny/pointwise"]["status"] == "ok"


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        {"dtype": "float16"},
        {"dtype": "float64"},
        {"dtype": "complex64"},
        {"dtype": "int8"},
        {"dtype": "uint64"},
        {"padding_mode": "wrap"},
        {"groups": 4, "w_shape": (8, 1, 1, 1)},
        {"data_format": "channels_last", "w_shape": (1, 2, 4, 6)},
    ],
    ids=str,
)
def test_every_kind_of_workload_can_be_raced(change):
    row = replace(by_name("tiny/pointwise"), x_shape=(2, 8, 20, 4), w_shape=(6, 8, 3, 2))
    row = replace(row, padding=(1, 2), **change)
    if row.groups != 1:
        row = replace(row, x_shape=(2, 4, 20, 4))
    outcome = contest(RaceEntry(row), polyconv.backends(), None, 0.01, lambda what: None)
    for result in outcome.results:
        assert result.status == ("unsupported" if result.sample is None else "ok"), result
    assert outcome.fastest is not None


@pytest.mark.slow
@pytest.mark.parametrize("kernel", ["gaussian:15", "sobel", "box:3", "laplacian"])
def test_photo_and_kernel(run, photo, kernel):
    result = run(photo, "--kernel", kernel, "--quick", "--backends", polyconv.backends()[0])
    assert result.exit_code == 0, result.output
    assert kernel in result.stdout
    assert "3x40x50" in result.stdout


@pytest.mark.slow
def test_photo_with_kernels_from_files(run, photo, tmp_path):
    np.save(tmp_path / "one.npy", np.arange(6).reshape(2, 3))
    np.save(tmp_path / "bank.npy", np.random.default_rng(0).random((4, 3, 3)))
    kernels = ("--kernel", tmp_path / "one.npy", "--kernel", tmp_path / "bank.npy")
    result = run(photo, "--quick", *kernels)
    assert result.exit_code == 0, result.output
    assert "3x40x50 * 3x1x2x3" in result.stdout
    assert "3x40x50 * 12x1x3x3" in result.stdout


@pytest.mark.slow
def test_photo_alone_runs_all_image_filters(run, photo):
    result = run(photo, "--backends", polyconv.backends()[0], "--quick")
    assert result.exit_code == 0, result.output
    assert "sobel" in result.stdout
    assert "1x40x50" in result.stdout


def bad_inputs(tmp_path):
    np.save(tmp_path / "nan.npy", np.full((3, 3), np.nan))
    np.save(tmp_path / "line.npy", np.ones(3))
    np.save(tmp_path / "complex.npy", np.ones((3, 3)) + 1j)
    (tmp_path / "torn.npy").write_bytes(b"\x93NUMPY\x01\x00 torn")
    (tmp_path / "torn.png").write_bytes(b"\x89PNG\r\n\x1a\n torn")
    (tmp_path / "empty.png").write_bytes(b"")
    imsave(tmp_path / "small.png", np.zeros((10, 12, 3)))
    small = tmp_path / "small.png"
    return [
        (["--suite", "resnet51"], "'resnet51' is unknown; allowed: resnet50"),
        (["--backends", "direct,fast"], "'fast' is unknown; allowed:"),
        (["--backends", ""], "'' is unknown; allowed:"),
        (["--workers", 0], "--workers 0 is too few; allowed: 1 or more"),
        (["--workers", -3], "--workers -3"),
        (["--kernel", "blur"], "'blur' is unknown; allowed: gaussian:N"),
        (["--kernel", "gaussian"], "'gaussian' is unknown"),
        (["--kernel", "gaussian:0"], "N from 1 to"),
        (["--kernel", "gaussian:x"], "'gaussian:x'"),
        (["--kernel", "box:99999999"], "'box:99999999'"),
        (["--kernel", "sobel:5"], "'sobel:5'"),
        (["--kernel", tmp_path / "none.npy"], "none.npy' does not exist"),
        (["--kernel", tmp_path / "torn.npy"], "torn.npy' is not a readable .npy file"),
        (["--kernel", tmp_path / "nan.npy"], "not finite"),
        (["--kernel", tmp_path / "line.npy"], "has shape (3,); allowed"),
        (["--kernel", tmp_path / "complex.npy"], "has dtype complex128; allowed"),
        ([small, "--kernel", "gaussian:11"], "11 x 11 is larger than the photo; allowed: up to"),
        ([small], "'gaussian:15' of 15 x 15 is larger than the photo"),
        ([tmp_path / "none.png"], "none.png' is not a file"),
        ([tmp_path], "is not a file"),
        ([tmp_path / "torn.png"], "torn.png' is not a readable image"),
        ([tmp_path / "empty.png"], "empty.png' is not a readable image"),
        (["--json", tmp_path / "nowhere" / "race.json"], "cannot be written: No such file"),
        (["--plot", tmp_path / "race.doc"], "allowed: .png"),
    ]


@pytest.mark.slow
def test_bad_input_is_refused_in_one_line(run, tmp_path):
    for arguments, text in bad_inputs(tmp_path):
        result = run(*arguments)
        assert result.exit_code == 2, (arguments, result.output)
        assert result.stdout == ""
        assert text in result.stderr, arguments
        assert result.stderr.count("\n") == 1
        assert result.stderr.startswith("polyconv race: ")


@pytest.mark.slow
def test_interrupt_shows_what_was_measured(tmp_path):
    report = tmp_path / "race.json"
    running = subprocess.Popen(
        [*COMMAND, "race", "--json", report],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not report.exists() and running.poll() is None:
        time.sleep(0.05)
    time.sleep(3)
    os.kill(running.pid, signal.SIGINT)
    stdout, stderr = running.communicate(timeout=60)
    assert running.returncode == 130, stderr
    assert stderr == ""
    number = sum(row.suite != "tiny" for row in WORKLOADS)  # race leaves tiny calls out
    assert re.search(rf"Interrupted after \d+ of {number} workloads", stdout)
    content = json.loads(report.read_text())
    assert content["summary"]["interrupted"]
    assert len(content["workloads"]) == content["summary"]["raced"] < number


@pytest.mark.slow
def test_the_doors_are_raced_with_their_libraries(run, tmp_path):
    record = tmp_path / "race.json"
    result = run("--suite", "doors", "--quick", "--json", record)
    assert result.exit_code == 0, result.output
    doors = json.loads(record.read_text())["doors"]
    assert {door["function"] for door in doors} >= {
        "scipy.ndimage.gaussian_filter",
        "scipy.signal.fftconvolve",
    }
    for door in doors:
        assert door["agrees"]
        assert door["ours"] > 0
        assert door["function"] in result.stdout


@pytest.mark.slow
def test_a_wrong_door_is_reported(run, monkeypatch):
    import scipy.ndimage

    import polyconv.scipy.ndimage as door

    monkeypatch.setattr(door, "sobel", lambda image: scipy.ndimage.sobel(image) + 0.01)
    result = run("--suite", "doors", "--quick")
    assert result.exit_code == 1
    assert "DISAGREES: scipy.ndimage.sobel on doors: relative difference" in result.stdout
