"""The command ``python -m benchmarks.peers.large_dask`` on small arrays."""

import importlib
from pathlib import Path

import pytest

pytest.importorskip("dask.array")
pytest.importorskip("dask_image")


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    module = importlib.import_module("benchmarks.peers.large_dask")
    monkeypatch.setattr(module, "_CHUNK", 64)
    return module


def test_both_filters_are_compared_and_timed(bench, capsys):
    assert bench.main(["--size", "256", "--visits", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for name in ("dense 5x5", "Gaussian 31x31"):
        assert sum(line.startswith(f"{name}, 256x256") for line in lines) == 2
        assert sum(f"{name}, 128x128, 1 thread" in line for line in lines) == 1


def test_a_wrong_result_is_no_time(bench, monkeypatch):
    monkeypatch.setattr(bench, "conv", lambda x, *_, **__: x)
    with pytest.raises(AssertionError, match="results differ"):
        bench.main(["--size", "256", "--visits", "1"])


def test_the_model_is_a_table(bench, capsys):
    assert bench.main(["--model"]) == 0
    assert "| 64x64x64 |" in capsys.readouterr().out
