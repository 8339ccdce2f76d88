"""Arrays of zarr and h5py, and the script of the page on large data."""

import ast
import re
from pathlib import Path

import numpy as np
import pytest

from polyconv import conv
from polyconv.blocks import conv_blocks

PAGE = Path(__file__).parents[2] / "docs" / "large_data.md"
OPTIONS = {"padding": "same", "padding_mode": "wrap"}


@pytest.fixture
def problem():
    rng = np.random.default_rng(0)
    x, w = rng.integers(0, 99, (2, 70, 50)), rng.integers(0, 9, (3, 2, 5, 4))
    return x, w, conv(x, w, **OPTIONS)


@pytest.mark.parametrize("shards", [None, (3, 32, 32)])
def test_zarr(problem, shards, tmp_path):
    zarr = pytest.importorskip("zarr")
    x, w, whole = problem
    source = zarr.create_array(tmp_path / "x", shape=x.shape, chunks=(1, 16, 16), dtype=x.dtype)
    source[...] = x
    target = zarr.create_array(
        tmp_path / "y", shape=whole.shape, chunks=(1, 8, 16), shards=shards, dtype=whole.dtype
    )
    conv_blocks(source, w, out=target, memory_limit=150_000, **OPTIONS)
    assert np.array_equal(target[...], whole)


@pytest.mark.parametrize("chunks", [None, (1, 16, 16)])
def test_h5py(problem, chunks, tmp_path):
    h5py = pytest.importorskip("h5py")
    x, w, whole = problem
    with h5py.File(tmp_path / "arrays.h5", "w") as file:
        source = file.create_dataset("x", data=x, chunks=chunks)
        # Big-endian, as other programs may want it.
        target = file.create_dataset("y", whole.shape, ">i8", chunks=chunks)
        conv_blocks(source, w, out=target, memory_limit=150_000, **OPTIONS)
        assert np.array_equal(target[...], whole)


def test_the_script_of_the_page(tmp_path, monkeypatch):
    zarr = pytest.importorskip("zarr")
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (script,) = [block for block in blocks if ">>>" not in block]
    assert sum(isinstance(node, ast.stmt) for node in ast.walk(ast.parse(script))) <= 10
    monkeypatch.chdir(tmp_path)
    volume = zarr.create_array(
        "volume.zarr", shape=(20, 30, 40), chunks=(10, 10, 10), dtype="uint8"
    )
    volume[...] = 3
    exec(script, {})
    smooth = zarr.open_array("smooth.zarr", mode="r")
    assert smooth.dtype == np.float32
    assert np.allclose(smooth[2:-2, 2:-2, 2:-2], 3)
