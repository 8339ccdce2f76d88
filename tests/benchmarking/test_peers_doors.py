"""The classes `signal`, `nanconv` and ONNX of the peers: rows are timed, wrong results refused."""

import importlib
from pathlib import Path

import numpy as np
import pytest

import polyconv.scipy.signal as ours


@pytest.fixture
def peers(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    return lambda name: importlib.import_module(f"benchmarks.peers.{name}")


def test_every_function_of_signal_is_a_row(peers):
    timed = {case.function for case in peers("signal").CASES}
    assert timed == set(ours.__all__) - {"installed", "choose_conv_method"}


def test_rows_of_signal_are_timed(peers, monkeypatch, tmp_path, capsys):
    bench = peers("signal")
    small = [case for case in bench.CASES if np.prod(case.shape) <= 1000]
    monkeypatch.setattr(bench, "CASES", small)
    page = tmp_path / "page.md"
    bench.main(["--seconds", "0", "--clock", "cpu", "--markdown", str(page)])
    assert "| upfirdn | 100 | 11 taps, 3/2 |" in page.read_text()
    assert "Geometric mean" in capsys.readouterr().out
    monkeypatch.setattr(ours, "lfilter", lambda b, a, x: x * 2)
    with pytest.raises(AssertionError, match="lfilter"):
        bench.main(["--seconds", "0", "--only", "lfilter"])
    with pytest.raises(SystemExit):
        bench.main(["--only", "medfilt"])
    assert "--only medfilt; allowed" in capsys.readouterr().err


def test_rows_of_nanconv_are_timed(peers, monkeypatch, tmp_path):
    bench = peers("nanconv")
    monkeypatch.setattr(bench, "KERNELS", (3,))
    monkeypatch.setattr(bench, "SHARES", (0.0, 0.1))
    page = tmp_path / "page.md"
    bench.main(["--seconds", "0", "--sizes", "40", "--markdown", str(page)])
    assert "| 40 | float64 | 3x3 | 10.00% |" in page.read_text()
    monkeypatch.setattr(bench, "nanconv", lambda x, w, padding: x)
    with pytest.raises(AssertionError, match="results differ"):
        bench.main(["--seconds", "0", "--sizes", "40"])


def test_rows_of_onnx_are_timed(peers, monkeypatch, tmp_path):
    pytest.importorskip("onnxruntime")
    bench = peers("onnx_reference")
    page = tmp_path / "page.md"
    bench.main(["--seconds", "0", "--image", "32", "--width", "4", "--markdown", str(page)])
    text = page.read_text()
    assert "| 4 x layer1.0.conv1 |" in text
    assert "| all Conv nodes |" in text
    assert "| MaxPool |" in text
    assert text.count("layer") == 10
    monkeypatch.setattr(bench, "_TOLERANCE", 0)
    with pytest.raises(AssertionError, match="results differ"):
        bench.main(["--seconds", "0", "--image", "32", "--width", "4"])


def test_the_convolutions_of_resnet18(peers):
    pytest.importorskip("onnx")
    bench = peers("onnx_reference")
    nodes = bench.single_nodes(bench.resnet18(image=64, width=8))
    assert sum(count for _, count, _, _ in nodes) == 20
    assert nodes[-1][3] == (1, 32, 4, 4)


def test_rows_of_gaussians_are_timed(peers, monkeypatch, tmp_path):
    bench = peers("gaussians")
    monkeypatch.setattr(bench, "WORKLOADS", ("separable/gaussian_5_1mpx",))
    page = tmp_path / "page.md"
    bench.main(["--seconds", "0", "--markdown", str(page)])
    assert "| 5x5 | " in page.read_text()
    monkeypatch.setattr(bench.ours, "gaussian_filter", lambda image, *_, **__: image)
    with pytest.raises(AssertionError, match="gaussian_filter differs"):
        bench.main(["--seconds", "0"])
