"""The class `large` of the peers: all calls are timed, and wrong results are refused."""

import importlib
import re
from pathlib import Path

import numpy as np
import pytest


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    return importlib.import_module("benchmarks.peers.large")


def test_every_call_is_timed(bench, tmp_path, capsys):
    assert bench.main(["--size", "100", "--visits", "1", "--folder", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    for name in bench.KERNELS:
        assert re.search(
            f"{name}: conv \\d+, conv, out= \\d+, conv_blocks \\d+, scipy \\d+ M outputs/s", shown
        )
    assert list(tmp_path.iterdir()) == []


def test_wrong_results_are_refused(bench, monkeypatch, tmp_path):
    def wrong(source, w, *, out, padding):
        out[...] = 0

    monkeypatch.setattr(bench, "conv_blocks", wrong)
    with pytest.raises(AssertionError, match="dense 5x5: results differ by"):
        bench.timed(bench._LargeImage(tmp_path, 100), "dense 5x5", 1, bench.CALLS)


def test_peak_memory_is_measured(bench, tmp_path):
    if not Path("/proc/self/status").exists():
        pytest.skip("peak memory is read from /proc")
    side, taken = bench.peak(tmp_path, 0.004)
    assert side == int(np.sqrt(1e6))
    assert 10 << 20 < taken < 200 << 20


def test_calls_are_left_out(bench, tmp_path, capsys):
    chosen = ["--calls", "conv;conv_blocks", "--kernels", "dense 5x5", "--folder", str(tmp_path)]
    assert bench.main(["--size", "100", "--visits", "1", *chosen]) == 0
    assert re.search(
        "dense 5x5: conv \\d+, conv_blocks \\d+ M outputs/s; conv_blocks is at [\\d.]+ of conv\n",
        capsys.readouterr().out,
    )


def test_unknown_names_are_refused(bench, capsys):
    with pytest.raises(SystemExit):
        bench.main(["--calls", "conv;median"])
    assert "--calls conv;median; allowed: conv_blocks, and any of" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        bench.main(["--kernels", "median"])
    assert "--kernels median; allowed: gaussian 31x31" in capsys.readouterr().err
