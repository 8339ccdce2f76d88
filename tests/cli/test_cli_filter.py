"""The command `filter`: files of every kind, interrupts, and runs that go on."""

import errno
import json
import os
import signal

import numpy as np
import pytest
import scipy.ndimage
from typer.testing import CliRunner

from polyconv.cli import _resume
from polyconv.cli._app import app
from polyconv.workloads import SMOOTHING_LINES

SHAPE = (90, 70)


@pytest.fixture
def image(tmp_path):
    path = tmp_path / "image.npy"
    np.save(path, np.random.default_rng(0).random(SHAPE, "float32"))
    return path


def invoke(source, target, *arguments, kernel="gaussian:7"):
    given = [str(each) for each in arguments]
    return CliRunner().invoke(
        app, ["filter", str(source), str(target), "--kernel", str(kernel), *given]
    )


def expected(x, name="gaussian", size=7, mode="reflect"):
    """Return SciPy's result; its "reflect" is NumPy's "symmetric"."""
    for axis in range(x.ndim):
        x = scipy.ndimage.correlate1d(x, SMOOTHING_LINES[name](size), axis, mode=mode)
    return x


def assert_close(got, wanted):
    assert got.shape == wanted.shape
    assert got.dtype == np.float32
    np.testing.assert_allclose(got, wanted, atol=2e-5 * np.abs(wanted).max())


def test_an_image_is_smoothed(image, tmp_path):
    target = tmp_path / "smooth.npy"
    result = invoke(image, target)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"{target}: 90 x 70 float32, ")
    assert_close(np.load(target), expected(np.load(image)))
    assert sorted(os.listdir(tmp_path)) == ["image.npy", "smooth.npy"]


@pytest.mark.parametrize("rank", [1, 3])
def test_kernels_have_the_rank_of_the_file(rank, tmp_path):
    x = np.random.default_rng(0).random((20, 21, 22)[:rank], "float32")
    np.save(tmp_path / "x.npy", x)
    result = invoke(
        tmp_path / "x.npy", tmp_path / "y.npy", "--padding-mode", "wrap", kernel="box:5"
    )
    assert result.exit_code == 0, result.output
    assert_close(np.load(tmp_path / "y.npy"), expected(x, "box", 5, "wrap"))


def test_kernels_are_read_and_integers_keep_their_precision(tmp_path):
    x = np.random.default_rng(0).integers(0, 255, (30, 40), "int64")
    w = np.arange(6.0).reshape(2, 3)
    np.save(tmp_path / "x.npy", x)
    np.save(tmp_path / "w.npy", w)
    target = tmp_path / "y.npy"
    result = invoke(
        tmp_path / "x.npy", target, "--padding-mode", "zeros", kernel=tmp_path / "w.npy"
    )
    assert result.exit_code == 0, result.output
    got = np.load(target)
    assert got.dtype == np.float64
    # padding="same" adds the odd element at the end.
    wanted = scipy.ndimage.correlate(x.astype(float), w, mode="constant", origin=(-1, 0))
    np.testing.assert_allclose(got, wanted)


@pytest.mark.parametrize("where", ["first", "last"])
def test_channels_are_filtered_alone(where, tmp_path):
    x = np.random.default_rng(0).random((30, 40, 3), "float32")
    stored = np.moveaxis(x, -1, 0) if where == "first" else x
    np.save(tmp_path / "x.npy", stored)
    result = invoke(tmp_path / "x.npy", tmp_path / "y.npy", "--channels", where)
    assert result.exit_code == 0, result.output
    got = np.load(tmp_path / "y.npy")
    got = np.moveaxis(got, 0, -1) if where == "first" else got
    for channel in range(3):
        assert_close(got[..., channel], expected(x[..., channel]))


@pytest.mark.parametrize("compression", [None, "zlib"])
def test_tiffs_are_read_and_written(compression, tmp_path):
    tifffile = pytest.importorskip("tifffile")
    pytest.importorskip("zarr")
    x = np.random.default_rng(0).integers(0, 255, (60, 50, 3), "uint8")
    options = {} if compression is None else {"compression": compression, "tile": (16, 16)}
    tifffile.imwrite(tmp_path / "x.tif", x, photometric="rgb", **options)
    result = invoke(tmp_path / "x.tif", tmp_path / "y.tiff", "--memory-limit", "200k")
    assert result.exit_code == 0, result.output
    got = tifffile.imread(tmp_path / "y.tiff")
    for channel in range(3):
        assert_close(got[..., channel], expected(x[..., channel].astype("float32")))


def test_zarr_is_read_and_written(image, tmp_path):
    zarr = pytest.importorskip("zarr")
    x = np.load(image)
    stored = zarr.create_array(tmp_path / "x.zarr", shape=SHAPE, chunks=(16, 32), dtype="float32")
    stored[...] = x
    target = tmp_path / "y.zarr"
    result = invoke(tmp_path / "x.zarr", target, "--memory-limit", "40KiB")
    assert result.exit_code == 0, result.output
    got = zarr.open_array(target, mode="r")
    assert got.chunks == (16, 32)
    assert_close(got[...], expected(x))


@pytest.fixture
def stopped(monkeypatch):
    """Return a function: from then on, block `number` is followed by an interrupt."""
    counts = []

    def stop_after(number):
        save = _resume.Sidecar.save

        def saved(self, block, done, *, now=False):
            save(self, block, done, now=True)
            counts.append(done)
            if done == number and not now:
                signal.raise_signal(signal.SIGINT)

        monkeypatch.setattr(_resume.Sidecar, "save", saved)
        return counts

    return stop_after


SMALL = ("--memory-limit", "16KiB")


def test_an_interrupted_run_goes_on(image, tmp_path, stopped):
    target = tmp_path / "y.npy"
    with pytest.MonkeyPatch.context():
        counts = stopped(3)
        result = invoke(image, target, *SMALL)
    assert result.exit_code == 130, result.output
    assert "interrupted; 3 of " in result.stderr
    assert "the same command continues there" in result.stderr
    sidecar = tmp_path / "y.npy.progress.json"
    assert json.loads(sidecar.read_text())["done"] == 3

    for change in (("--padding-mode", "wrap"), ("--channels", "first")):
        other = invoke(image, target, *SMALL, *change)
        assert other.exit_code == 2
        assert "of a run with another" in other.stderr
    assert "kernel" in invoke(image, target, *SMALL, kernel="box:3").stderr

    counts.clear()
    done = invoke(image, target)  # blocks stay what they were, whatever the limit is now
    assert done.exit_code == 0, done.output
    assert counts[0] == 4
    assert not sidecar.exists()
    assert_close(np.load(target), expected(np.load(image)))


def test_a_full_disk_is_reported_and_the_run_goes_on(image, tmp_path, monkeypatch):
    if not hasattr(os, "posix_fallocate"):
        pytest.skip("this system cannot reserve room")
    calls = []

    def full(fd, start, size):
        calls.append(start)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")

    target = tmp_path / "y.npy"
    with monkeypatch.context() as patched:
        patched.setattr(os, "posix_fallocate", full)
        result = invoke(image, target, *SMALL)
    assert result.exit_code == 1
    assert "No space left on device; 2 of " in result.stderr
    assert invoke(image, target).exit_code == 0
    assert_close(np.load(target), expected(np.load(image)))


def test_a_target_is_replaced_only_if_asked(image, tmp_path):
    target = tmp_path / "y.npy"
    np.save(target, np.zeros(3))
    result = invoke(image, target)
    assert result.exit_code == 2
    assert "exists; allowed: a new file, or --overwrite" in result.stderr
    assert np.load(target).shape == (3,)
    assert invoke(image, target, "--overwrite").exit_code == 0
    assert_close(np.load(target), expected(np.load(image)))


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ({"kernel": "gauss:3"}, "kernel 'gauss:3' is unknown; allowed: gaussian:N"),
        ({"kernel": "gaussian:0"}, "kernel 'gaussian:0' is unknown"),
        ({"kernel": "none.npy"}, "kernel 'none.npy' is not a readable .npy file"),
        ({"more": ["--memory-limit", "much"]}, "--memory-limit 'much' is not a size"),
        ({"more": ["--memory-limit", "100"]}, "memory_limit=100 is less than"),
        ({"more": ["--padding-mode", "mirror"]}, "padding_mode='mirror'"),
        ({"more": ["--channels", "middle"]}, "--channels 'middle'; allowed: auto"),
        ({"source": "none.npy"}, "does not exist"),
        ({"source": "image.txt"}, "is of no known kind; allowed: .npy"),
        ({"target": "y.txt"}, "is of no known kind; allowed: .npy"),
        ({"target": "image.npy"}, "is IN; allowed: another file"),
    ],
)
def test_wrong_input_is_one_line_and_makes_no_file(image, tmp_path, arguments, text):
    (tmp_path / "image.txt").write_text("no array")
    source, target = arguments.get("source", "image.npy"), arguments.get("target", "y.npy")
    kernel = arguments.get("kernel", "gaussian:3")
    result = invoke(tmp_path / source, tmp_path / target, *arguments.get("more", []), kernel=kernel)
    assert result.exit_code == 2
    assert text in result.stderr
    assert result.stderr.count("\n") == 1
    assert sorted(os.listdir(tmp_path)) == ["image.npy", "image.txt"]


def test_complex_kernels_are_refused(image, tmp_path):
    np.save(tmp_path / "w.npy", np.ones((3, 3)) * 1j)
    result = invoke(image, tmp_path / "y.npy", kernel=tmp_path / "w.npy")
    assert result.exit_code == 2
    assert "dtype complex128; allowed: real numbers with 2 axes, as IN has" in result.stderr


def test_files_that_hold_no_array_are_reported(tmp_path):
    (tmp_path / "x.npy").write_bytes(b"not an array")
    result = invoke(tmp_path / "x.npy", tmp_path / "y.npy")
    assert result.exit_code == 2
    assert "cannot be read as an array" in result.stderr
    np.save(tmp_path / "x.npy", np.zeros((2, 2, 2, 2), "float32"))
    assert "allowed: 1 to 3 axes" in invoke(tmp_path / "x.npy", tmp_path / "y.npy").stderr
