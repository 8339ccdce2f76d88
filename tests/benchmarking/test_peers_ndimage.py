"""The class `ndimage` of the peers: every function is timed, and wrong results are refused."""

import importlib
from pathlib import Path

import numpy as np
import pytest

import polyconv.scipy.ndimage as ours


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    return importlib.import_module("benchmarks.peers.ndimage")


def test_every_function_is_timed(bench, tmp_path, capsys):
    assert set(bench.CALLS) == set(ours.__all__) - {"installed"}
    page = tmp_path / "page.md"
    bench.main(["--shapes", "64", "--seconds", "0", "--markdown", str(page)])
    assert capsys.readouterr().out.count("scipy") == len(bench.CALLS) * len(bench.DTYPES)
    assert "| sobel | 64 | " in page.read_text()


def test_wrong_results_are_refused(bench, monkeypatch):
    monkeypatch.setattr(ours, "sobel", np.zeros_like)
    with pytest.raises(AssertionError, match="sobel float32 64: results differ by"):
        bench.timed("64", "float32", "sobel", 1, 0.0)


def test_unknown_names_are_refused(bench, capsys):
    with pytest.raises(SystemExit):
        bench.main(["--functions", "median"])
    assert "--functions median; allowed: correlate" in capsys.readouterr().err
