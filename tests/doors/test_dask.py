"""`polyconv.dask` beside whole-array calls: results, chunks that fit, errors."""

import pickle
from math import prod
from types import SimpleNamespace

import numpy as np
import pytest

pytest.importorskip("dask.array")

import dask
import dask.array as da

import polyconv
import polyconv.dask as door
from polyconv import conv, conv_transpose, nanconv
from polyconv._dtypes import default_rtol
from polyconv._padding import PADDING_MODES
from polyconv._request import make_problem
from polyconv.dask import _memory, _mosaic, _operations
from polyconv.dask._axes import ChunkedAxis, WindowAxis, fitting_chunks
from support.agreement import poisoned, slow_but_first

PADDINGS = ["valid", "same", "same_lower", "full", "causal"]


@pytest.fixture(autouse=True)
def _small_chunks_have_cores(monkeypatch):
    """Compute cores apart, and some whole chunks, in small chunks as in large ones."""
    monkeypatch.setattr("polyconv.dask._tasks._MIN_CORE", 0.5)
    monkeypatch.setattr("polyconv.dask._operations._MIN_FILLED", 0.7)


@pytest.fixture(autouse=True)
def _one_thread():
    with dask.config.set(scheduler="synchronous"):
        yield


@pytest.fixture(autouse=True)
def _poisoned(monkeypatch):
    """Fill new arrays, so that outputs which nothing writes are seen."""

    stand_in = SimpleNamespace(**{name: getattr(np, name) for name in dir(np) if name[0] != "_"})
    stand_in.empty = poisoned
    for module in (_memory, _mosaic, _operations):
        monkeypatch.setattr(module, "np", stand_in)


rechunks = pytest.mark.filterwarnings("ignore::dask.array.core.PerformanceWarning")


def random_chunks(rng, n):
    """Return chunk sizes of an axis: even ones, or any."""
    if n == 0 or rng.random() < 0.2:
        return (n,)
    if rng.random() < 0.5:
        size = int(rng.integers(1, n + 1))
        return (*(size,) * (n // size), *(n % size,) * (n % size > 0))
    cuts = np.unique(rng.integers(1, n + 1, rng.integers(1, 5)))
    return tuple(int(each) for each in np.diff([0, *cuts[cuts < n], n]))


def chunked(rng, x):
    return da.from_array(x, chunks=tuple(random_chunks(rng, n) for n in x.shape))


def per_axis(rng, rank, largest):
    return tuple(int(n) for n in rng.integers(1, largest + 1, rank))


def random_options(rng, rank):
    """Return a spatial shape, a kernel and options; not every combination is valid."""
    sizes = tuple(int(n) for n in rng.integers(1, {1: 120, 2: 40, 3: 16}[rank], rank))
    kernel = per_axis(rng, rank, {1: 9, 2: 5, 3: 3}[rank])
    options = {
        "stride": per_axis(rng, rank, int(rng.choice([1, 1, 2, 7]))),
        "dilation": per_axis(rng, rank, int(rng.choice([1, 1, 3]))),
        "padding": str(rng.choice(PADDINGS)),
        "flip": bool(rng.random() < 0.3),
    }
    if rng.random() < 0.4:
        widest = int(rng.choice([2, 5, 30]))
        options["padding"] = tuple(map(tuple, rng.integers(0, widest + 1, (rank, 2)).tolist()))
    return sizes, kernel, options


def values(rng, shape, kind):
    array = rng.integers(-9, 10, shape)
    if kind == "int64":
        return array
    return (array + rng.random(shape)).astype(kind)


def random_convolution(rng, *, transposed=False):
    """Return x, w and options of a valid problem."""
    while True:
        rank = int(rng.choice([1, 2, 2, 3]))
        sizes, kernel, options = random_options(rng, rank)
        groups = int(rng.choice([1, 1, 2]))
        deep, wide = (int(n) * groups for n in rng.integers(1, 3, 2))
        options |= {"groups": groups}
        kind = str(rng.choice(["int64", "float32", "float64", "complex64"]))
        batch = (int(rng.integers(1, 4)),) * int(rng.integers(0, 2))
        shape = (deep, wide // groups) if transposed else (wide, deep // groups)
        x, w = values(rng, (*batch, deep, *sizes), kind), values(rng, (*shape, *kernel), kind)
        if kind == "float64" and rng.random() < 0.3:
            x.flat[rng.integers(x.size)] = rng.choice([np.nan, np.inf])
        if transposed:
            if not isinstance(options["padding"], str):
                options["output_padding"] = int(rng.integers(0, 2))
        else:
            options["padding_mode"] = str(rng.choice(PADDING_MODES))
            if options["padding_mode"] == "constant":
                options["padding_value"] = 7
        if rng.random() < 0.3:
            options["data_format"] = "channels_last"
            x = np.moveaxis(x, len(batch), -1)
            w = np.moveaxis(w, [1, 0], [-2, -1])
        try:
            polyconv.output_shape(
                x.shape,
                w.shape,
                transpose=transposed,
                **{k: v for k, v in options.items() if not k.startswith(("padding_", "flip"))},
            )
        except ValueError:
            continue
        return x, w, options


def assert_same(got, wanted, w, x):
    """Fail unless two results agree: integers exactly, others within two error budgets."""
    assert got.shape == wanted.shape
    assert got.dtype == wanted.dtype
    if wanted.dtype.kind in "iu":
        np.testing.assert_array_equal(got, wanted)
        return
    np.testing.assert_array_equal(np.isfinite(got), np.isfinite(wanted))
    finite = np.isfinite(wanted)
    scale = np.abs(x[np.isfinite(x)]).max(initial=7) * np.abs(w).sum()
    error = np.abs(np.where(finite, got, 0) - np.where(finite, wanted, 0)).max(initial=0)
    assert error <= 2 * default_rtol(wanted.dtype) * scale


def assert_lazy_result(result, wanted):
    """Fail unless a lazy result has the shape, dtype and meta of the array, and its chunks."""
    assert isinstance(result, da.Array)
    assert result.shape == wanted.shape
    assert result.dtype == wanted.dtype == result._meta.dtype
    assert type(result._meta) is np.ndarray
    first = result.blocks[(0,) * result.ndim]
    assert first.compute().shape == first.shape


@rechunks
@pytest.mark.parametrize("seed", slow_but_first(range(10)))
def test_convolutions_are_those_of_the_whole_array(seed):
    rng = np.random.default_rng(seed)
    for _ in range(100):
        x, w, options = random_convolution(rng)
        channels = w.shape[-1] if "data_format" in options else w.shape[0]
        bias = None if rng.random() < 0.5 else values(rng, channels, str(w.dtype))
        result = door.conv(chunked(rng, x), w, bias, **options)
        wanted = conv(x, w, bias, **options)
        assert_lazy_result(result, wanted)
        assert_same(result.compute(), wanted, w, x)


@rechunks
@pytest.mark.parametrize("seed", slow_but_first(range(8)))
def test_transposed_convolutions_are_those_of_the_whole_array(seed):
    rng = np.random.default_rng(seed)
    for _ in range(60):
        x, w, options = random_convolution(rng, transposed=True)
        result = door.conv_transpose(chunked(rng, x), w, **options)
        wanted = conv_transpose(x, w, **options)
        assert_lazy_result(result, wanted)
        assert_same(result.compute(), wanted, w, x)


@pytest.mark.parametrize("backend", ["naive", "cython"])
def test_one_backend_gives_the_same_bits(backend):
    rng = np.random.default_rng(5)
    x, w = rng.normal(size=(2, 41, 37)), rng.normal(size=(3, 2, 3, 4))
    for mode in PADDING_MODES:
        options = {"padding": "same", "padding_mode": mode, "backend": backend}
        result = door.conv(da.from_array(x, chunks=(2, 16, 16)), w, **options)
        np.testing.assert_array_equal(result.compute(), conv(x, w, **options))


@rechunks
@pytest.mark.parametrize("seed", slow_but_first(range(6)))
def test_data_with_gaps_are_those_of_the_whole_array(seed):
    rng = np.random.default_rng(seed)
    for _ in range(40):
        x, w, options = random_convolution(rng)
        if w.dtype.kind == "c":
            continue
        x = x.astype(np.result_type(x, np.float32))
        x[rng.random(x.shape) < 0.1] = np.nan
        gaps = {"normalize": bool(rng.random() < 0.5), "fill_value": -5.0}
        w = np.abs(w) + 1
        mask = rng.random(x.shape) < 0.1 if rng.random() < 0.5 else None
        if options["padding"] == "same" and set(options["stride"]) == {1}:
            gaps["preserve_nan"] = bool(rng.random() < 0.7)
        lazy_mask = mask if rng.random() < 0.5 or mask is None else chunked(rng, mask)
        result = door.nanconv(chunked(rng, x), w, mask=lazy_mask, **gaps, **options)
        wanted = nanconv(x, w, mask=mask, **gaps, **options)
        assert result.shape == wanted.shape
        assert result.dtype == wanted.dtype
        got = result.compute()
        tolerance = 1e-3 if wanted.dtype == np.float32 else 1e-9
        np.testing.assert_allclose(got, wanted, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("rank", [1, 2, 3])
def test_plain_arrays_need_no_channels(rank):
    rng = np.random.default_rng(rank)
    x, w = rng.normal(size=(13, 11, 12)[:rank]), rng.normal(size=(3, 4, 2)[:rank])
    lazy = da.from_array(x, chunks=5)
    for function, whole in ((door.conv, conv), (door.conv_transpose, conv_transpose)):
        result = function(lazy, w, padding="same")
        assert result.chunks == lazy.chunks
        wanted = whole(x[None], w[None, None], padding="same")[0]
        np.testing.assert_allclose(result.compute(), wanted, rtol=1e-12, atol=1e-12)
    result = door.nanconv(lazy, np.abs(w), padding="same", mask=x > 1)
    wanted = nanconv(x[None], np.abs(w)[None, None], padding="same", mask=(x > 1)[None])[0]
    np.testing.assert_allclose(result.compute(), wanted, rtol=1e-12, atol=1e-12)


def test_three_axes_are_signals_where_the_channels_agree():
    x, w = np.arange(24).reshape(2, 3, 4), np.ones((5, 3, 2), int)
    np.testing.assert_array_equal(door.conv(da.from_array(x), w).compute(), conv(x, w))


def test_weights_are_copied_and_inputs_are_left_as_they_are():
    array, w = np.arange(40.0).reshape(1, 40), np.ones((1, 1, 3))
    result = door.conv(da.from_array(array, chunks=(1, 10)), w, padding="same")
    before = array.copy()
    wanted = conv(array, w, padding="same")
    w[:] = 9
    np.testing.assert_array_equal(result.compute(), wanted)
    np.testing.assert_array_equal(array, before)


def test_layouts_and_results_survive_pickling():
    x = np.arange(400.0).reshape(1, 20, 20)
    lazy = da.from_array(x, chunks=(1, 8, 8))
    for result in (
        door.conv(lazy, np.ones((1, 1, 3, 3)), padding="same"),
        door.nanconv(lazy, np.ones((1, 1, 3, 3)), padding="same"),
        door.conv_transpose(lazy, np.ones((1, 1, 3, 3))),
        door.gaussian_filter(lazy[0], 0.5),
    ):
        again = pickle.loads(pickle.dumps(result))
        np.testing.assert_array_equal(again.compute(), result.compute())


def test_threads_give_the_same():
    rng = np.random.default_rng(0)
    x, w = rng.normal(size=(1, 200, 200)), rng.normal(size=(1, 1, 5, 5))
    result = door.conv(da.from_array(x, chunks=(1, 20, 20)), w, padding="same", backend="direct")
    wanted = result.compute()
    assert_same(wanted, conv(x, w, padding="same"), w, x)
    for _ in range(3):
        got = result.compute(scheduler="threads", num_workers=4)
        np.testing.assert_array_equal(got, wanted)


def test_fitting_chunks_read_no_further_than_their_neighbours():
    rng = np.random.default_rng(1)
    for _ in range(300):
        n = int(rng.integers(1, 200))
        single = np.dtype(np.float32)
        p = make_problem(
            (1, n), single, (1, 1, int(rng.integers(1, 12))), single,
            stride=int(rng.choice([1, 2, 5])), padding=(tuple(map(int, rng.integers(12, 40, 2))),),
            padding_mode=str(rng.choice(PADDING_MODES)),
        )  # fmt: skip
        axis = WindowAxis(p, 0)
        chunks = fitting_chunks(axis, random_chunks(rng, n))
        assert sum(chunks) == n
        assert ChunkedAxis(axis, chunks).fits
        assert len(chunks) == 1 or min(chunks[:-1]) >= axis.min_chunk


def test_foreign_byte_order_and_other_layouts():
    x, w = np.arange(800.0).reshape(20, 40).astype(">f8"), np.ones((3, 3))
    wanted = conv(x[None], w[None, None], padding="same")[0]
    for lazy in (da.from_array(x, chunks=10), da.from_array(x.T.copy(), chunks=10).T):
        result = door.conv(lazy, w, padding="same")
        assert result.dtype == np.dtype(float)
        np.testing.assert_allclose(result.compute(), wanted, rtol=1e-13)
    with pytest.raises(TypeError, match="x has dtype object"):
        door.conv(da.from_array(x.astype(object), chunks=10), w)


@pytest.mark.parametrize("shape", [(0, 2, 30), (3, 0, 30), (3, 2, 30)])
def test_empty_arrays(shape):
    x = np.zeros(shape)
    w = np.ones((0 if shape == (3, 2, 30) else 4, shape[1], 3))
    result = door.conv(da.from_array(x, chunks=(2, -1, 10)), w, np.arange(float(len(w))))
    np.testing.assert_array_equal(result.compute(), conv(x, w, np.arange(float(len(w)))))


def test_no_filters_on_chunks_with_neighbours():
    x = da.ones((1, 1, 60, 60), chunks=(1, 1, 20, 20))
    assert door.conv(x, np.ones((0, 1, 3, 3)), padding="same").compute().shape == (1, 0, 60, 60)


class TestErrors:
    X = da.zeros((1, 40, 40), chunks=20)
    W = np.ones((1, 1, 3, 3))

    @pytest.mark.parametrize("function", [door.conv, door.conv_transpose, door.nanconv])
    def test_only_dask_arrays_of_numpy_arrays(self, function):
        with pytest.raises(TypeError, match=r"x is a numpy\.ndarray; allowed: a dask array"):
            function(np.zeros((1, 40, 40)), self.W)
        masked = self.X.map_blocks(np.ma.array, dtype=float, meta=np.ma.ones((0, 0, 0)))
        with pytest.raises(TypeError, match=r"chunks of .*MaskedArray; allowed: numpy\.ndarray"):
            function(masked, self.W)
        unknown = self.X[self.X[:, 0, 0] > 1]
        with pytest.raises(ValueError, match="compute_chunk_sizes"):
            function(unknown, self.W)

    def test_a_data_array_is_refused_for_its_data(self):
        holder = SimpleNamespace(data=self.X)
        with pytest.raises(TypeError, match=r"allowed: a dask array, as from x\.data"):
            door.conv(holder, self.W)

    def test_arguments_are_checked_at_once(self):
        with pytest.raises(ValueError, match="stride=0"):
            door.conv(self.X, self.W, stride=0)
        with pytest.raises(ValueError, match="x has 1 channels"):
            door.conv(self.X, np.ones((1, 2, 3, 3)))
        with pytest.raises(ValueError, match="bias has shape"):
            door.conv(self.X, self.W, [1, 2])
        with pytest.raises(polyconv.UnsupportedProblem):
            door.conv(self.X, np.ones((1, 1, 4, 7)), backend="winograd")
        with pytest.raises(ValueError, match="nothing"):
            door.conv_transpose(self.X, self.W, backend="nothing")
        with pytest.raises(TypeError):
            door.conv(self.X, self.W, out=np.zeros(3))
        with pytest.raises(ValueError, match="workers=0"):
            door.conv(self.X, self.W, workers=0)
        with pytest.raises(ValueError, match="min_weight=2"):
            door.nanconv(self.X, self.W, min_weight=2)
        with pytest.raises(ValueError, match="preserve_nan=True with outputs"):
            door.nanconv(self.X, self.W, preserve_nan=True)
        with pytest.raises(TypeError, match="mask has dtype float64; allowed: bool"):
            door.nanconv(self.X, self.W, mask=self.X)
        with pytest.raises(ValueError, match=r"mask has shape \(7,\)"):
            door.nanconv(self.X, self.W, mask=np.zeros(7, bool))
        assert prod(self.X.shape) == 1600
