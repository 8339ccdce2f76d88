"""`polyconv.dask` beside whole-array calls: results, chunks, laziness, tasks, warnings, errors."""

import pickle
import re
from math import prod
from types import SimpleNamespace

import numpy as np
import pytest

pytest.importorskip("dask.array")

import dask
import dask.array as da
from dask._task_spec import DataNode, Task

import polyconv
import polyconv.dask as door
from polyconv import conv, conv_transpose, nanconv
from polyconv._dtypes import default_rtol
from polyconv._padding import PADDING_MODES
from polyconv._request import make_problem
from polyconv.dask import _mosaic, _operations, _tasks
from polyconv.dask._axes import ChunkedAxis, WindowAxis, fitting_chunks
from polyconv.dask._cluster import Cluster, chunk_cost
from polyconv.dask._operations import _planned
from support.agreement import poisoned, slow_but_first

PADDINGS = ["valid", "same", "same_lower", "full", "causal"]


@pytest.fixture(autouse=True)
def _small_chunks_have_cores(monkeypatch):
    """Compute cores apart in small chunks, too, as in large ones."""
    monkeypatch.setattr("polyconv.dask._tasks._MIN_CORE", 0.5)


@pytest.fixture(autouse=True)
def _one_thread():
    with dask.config.set(scheduler="synchronous"):
        yield


@pytest.fixture(autouse=True)
def _poisoned(monkeypatch):
    """Fill new arrays, so that outputs which nothing writes are seen."""

    stand_in = SimpleNamespace(**{name: getattr(np, name) for name in dir(np) if name[0] != "_"})
    stand_in.empty = poisoned
    for module in (_mosaic, _operations):
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


def assert_lazy_result(result, wanted, sources):
    """Fail unless the promises of a lazy result hold: shape, dtype, meta, chunks, tasks."""
    assert isinstance(result, da.Array)
    assert result.shape == wanted.shape
    assert result.dtype == wanted.dtype == result._meta.dtype
    assert type(result._meta) is np.ndarray
    for block in np.ndindex(*result.numblocks):
        part = result.blocks[block]
        assert part.compute().shape == part.shape
        break


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
        assert_lazy_result(result, wanted, [x])
        assert_same(result.compute(), wanted, w, x)


@rechunks
@pytest.mark.parametrize("seed", slow_but_first(range(8)))
def test_transposed_convolutions_are_those_of_the_whole_array(seed):
    rng = np.random.default_rng(seed)
    for _ in range(60):
        x, w, options = random_convolution(rng, transposed=True)
        result = door.conv_transpose(chunked(rng, x), w, **options)
        wanted = conv_transpose(x, w, **options)
        assert_lazy_result(result, wanted, [x])
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


def test_nothing_is_computed_before_the_result_is():
    def fail(block):
        raise RuntimeError("computed")

    x = da.ones((1, 40, 40), chunks=(1, 20, 20)).map_blocks(fail, dtype=float, meta=np.ones(()))
    results = [
        door.conv(x, np.ones((1, 1, 3, 3)), padding="same"),
        door.conv_transpose(x, np.ones((1, 1, 3, 3))),
        door.nanconv(x, np.ones((1, 1, 3, 3))),
        door.gaussian_filter(x[0], 1),
    ]
    for result in results:
        with pytest.raises(RuntimeError, match="computed"):
            result.compute()


def test_chunks_of_results():
    x = da.ones((1, 100, 90), chunks=(1, 30, 30))
    w = np.ones((2, 1, 5, 4))
    assert door.conv(x, w, padding="same").chunks == ((2,), (30, 30, 30, 10), (30, 30, 30))
    assert door.conv(x, w).chunks == ((2,), (30, 30, 30, 6), (30, 30, 27))
    assert door.conv(x, w, padding="causal").chunks == ((2,), (30, 30, 30, 10), (30, 30, 30))
    assert door.conv(x, w, padding="same", stride=2).chunks == ((2,), (15, 15, 15, 5), (15,) * 3)
    assert door.conv(x, w, padding="full").chunks == ((2,), (30, 30, 30, 14), (30, 30, 33))
    up = door.conv_transpose(x, np.ones((1, 2, 4, 4)), stride=2, padding="same")
    assert up.chunks == ((2,), (60, 60, 60, 20), (60, 60, 60))


def tasks_of(result):
    """Return the layout that the tasks of a result share, and the tasks by their functions."""
    layer = dict(result.dask.layers[result.name])
    (node,) = [each for each in layer.values() if isinstance(each, DataNode)]
    tasks = {_tasks.cut_borders: [], _tasks.outputs_of: []}
    for each in layer.values():
        if each is not node:
            tasks[each.func].append(each)
    return node.value, tasks


def added_tasks(result, x):
    return len(dict(result.dask)) - len(dict(x.dask))


@pytest.mark.parametrize("mode", ["zeros", "wrap"])
@pytest.mark.parametrize("shape", [(96,), (48, 64), (24, 32, 24)])
def test_at_most_three_tasks_for_each_chunk_and_one_for_the_weights(shape, mode):
    x = da.ones((1, *shape), chunks=(1, *(8,) * len(shape)))
    w = np.ones((1, 1, *(3,) * len(shape)))
    result = door.conv(x, w, padding="same", padding_mode=mode)
    assert 1 < added_tasks(result, x) <= 3 * x.npartitions + 1
    assert added_tasks(door.sobel(x[0]), x[0]) <= 3 * x.npartitions + 1
    assert added_tasks(door.conv(x, w, stride=4), x) <= 3 * x.npartitions + 1
    mask = da.zeros(x.shape, chunks=x.chunks, dtype=bool)
    masked = door.nanconv(x, w, mask=mask, padding="same", padding_mode=mode)
    assert added_tasks(masked, x) - len(dict(mask.dask)) <= 3 * x.npartitions + 1
    (optimized,) = dask.optimize(result)
    assert len(dict(optimized.dask)) <= len(dict(result.dask))


def test_tasks_carry_no_arrays_and_borders_no_more_than_halos():
    x = da.from_array(np.zeros((1, 60, 60)), chunks=(1, 20, 20))
    result = door.conv(x, np.ones((1, 1, 7, 7)), padding="same")
    layout, tasks = tasks_of(result)
    every = [task for of_kind in tasks.values() for task in of_kind]
    assert max(len(pickle.dumps(task)) for task in every) < 3000
    assert len(pickle.dumps(layout)) < 20_000
    for task in tasks[_tasks.cut_borders]:
        (cut,) = _tasks.cut_borders(layout, *task.args[1:3], np.zeros((1, 20, 20)))
        for tile in cut.values():
            assert tile.base is None
            assert tile.size <= 3 * 20


def test_chunks_of_a_shape_share_a_plan():
    w = np.ones((1, 1, 3, 3))
    made = []
    for count in (5, 9):
        _planned.cache_clear()
        x = da.zeros((1, 20 * count, 20 * count), chunks=(1, 20, 20))
        door.conv(x, w, padding="same").compute()
        made.append(_planned.cache_info().misses)
    assert made[0] == made[1] <= 25


def test_tasks_are_dask_s_own():
    # Where dask exports the class itself, the graph may take it from there.
    assert getattr(dask, "Task", Task) is Task
    _, tasks = tasks_of(door.conv(da.zeros((1, 40), chunks=(1, 20)), np.ones((1, 1, 3))))
    every = [task for of_kind in tasks.values() for task in of_kind]
    assert all(isinstance(task, Task) for task in every)
    assert all(len(task.dependencies) >= 2 for task in every)  # the layout and a chunk


def test_one_worker_unless_told():
    x = da.zeros((1, 40), chunks=(1, 20))
    for given, workers in (({}, 1), ({"workers": 3}, 3)):
        result = door.conv(x, np.ones((1, 1, 3)), **given)
        layout, _ = tasks_of(result)
        assert layout.operation.options["workers"] == workers
        assert (
            _planned(layout.operation, (1, 20), np.dtype(float), (("padding", 0),)).problem.workers
            == workers
        )


def test_weights_are_copied_and_inputs_are_left_as_they_are():
    array, w = np.arange(40.0).reshape(1, 40), np.ones((1, 1, 3))
    result = door.conv(da.from_array(array, chunks=(1, 10)), w, padding="same")
    before = array.copy()
    wanted = conv(array, w, padding="same")
    w[:] = 9
    np.testing.assert_array_equal(result.compute(), wanted)
    np.testing.assert_array_equal(array, before)


def test_the_backend_of_set_backend_is_meant():
    x = da.zeros((1, 40), chunks=(1, 20))
    with polyconv.set_backend("cython"):
        result = door.conv(x, np.ones((1, 1, 3)))
    layout, _ = tasks_of(result)
    assert layout.operation.options["backend"] == "cython"


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


def test_small_chunks_are_rechunked_with_a_warning():
    x = da.zeros((1, 64, 64), chunks=(1, 4, 32))
    with pytest.warns(da.PerformanceWarning, match=r"axis 1 .* 4 .* 9 elements.* 0.0328 MB in \d+"):
        result = door.conv(x, np.ones((1, 1, 9, 9)), padding="same")
    assert result.chunks == ((1,), (12, 12, 12, 12, 12, 4), (32, 32))
    channels = da.zeros((6, 64), chunks=(2, 32))
    with pytest.warns(da.PerformanceWarning, match="axis 0, of channels, is read whole"):
        door.conv(channels, np.ones((1, 6, 3)))
    with pytest.warns(da.PerformanceWarning) as caught:
        door.gaussian_filter(da.zeros((64, 64), chunks=4), 2)
    assert caught[0].filename == __file__


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

    def test_a_data_array_is_told_its_data(self):
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


class TestChunkProposals:
    KERNEL = np.ones((5, 5), np.float32)

    def test_chunks_fit_into_memory_and_are_not_rechunked(self):
        for size in (300, 100_000):
            chunks = door.plan_chunks((size, size), self.KERNEL, memory=5e8, padding="same")
            assert len(chunks) == 2
            assert all(5 <= chunk <= size for chunk in chunks)
            assert 4 * prod(chunks) * 3 <= 5e8
            x = da.zeros((size, size), chunks=chunks, dtype=np.float32)
            door.conv(x, self.KERNEL, padding="same")  # a warning would be an error

    def test_chunks_are_larger_where_tasks_are_what_takes_the_time(self):
        few = door.plan_chunks((50_000, 50_000), self.KERNEL, storage=1e12, cluster_workers=64)
        many = door.plan_chunks((50_000, 50_000), self.KERNEL, storage=1e7)
        assert prod(few) > prod(many)

    def test_other_axes(self):
        w = np.ones((4, 3, 5, 5), np.float32)
        batch, channels, *_ = door.plan_chunks((7, 3, 900, 900), w)
        assert (batch, channels) == (1, 3)
        last = np.moveaxis(w, [1, 0], [-2, -1])
        assert door.plan_chunks((900, 900, 3), last, data_format="channels_last")[2] == 3
        assert len(door.plan_chunks((10**9,), np.ones(9, np.float32))) == 1

    def test_errors(self):
        with pytest.raises(ValueError, match=r"memory=1000\.0 bytes") as raised:
            door.plan_chunks((5000, 5000), self.KERNEL, memory=1e3)
        least = int(re.search(r"; allowed: at least (\d+)", str(raised.value)).group(1))
        door.plan_chunks((5000, 5000), self.KERNEL, memory=least)
        with pytest.raises(ValueError, match=f"at least {least}"):
            door.plan_chunks((5000, 5000), self.KERNEL, memory=least - 1)
        with pytest.raises(ValueError, match="network=0"):
            door.plan_chunks((5000, 5000), self.KERNEL, network=0)
        for wrong in ("nothing", "datetime64[s]"):
            with pytest.raises(TypeError, match=r"x_dtype='.*'; allowed: bool, int8"):
                door.plan_chunks((5000, 5000), self.KERNEL, x_dtype=wrong)
        for wrong in ("4e9", None, [1], True):
            with pytest.raises(TypeError, match="memory="):
                door.plan_chunks((5000, 5000), self.KERNEL, memory=wrong)
        with pytest.raises(ValueError, match="cluster_workers=0"):
            door.plan_chunks((5000, 5000), self.KERNEL, cluster_workers=0)

    @pytest.mark.parametrize("rank", [1, 2, 3])
    def test_the_model_counts_what_graphs_do(self, rank):
        x = da.zeros((1, *(30,) * rank), chunks=(1, *(10,) * rank), dtype=np.float32)
        w = np.ones((1, 1, *(5,) * rank), np.float32)
        result = door.conv(x, w, padding="same")
        layout, tasks = tasks_of(result)
        middle = (1,) * rank
        groups, sent = 0, 0
        for task in tasks[_tasks.cut_borders]:
            if task.args[2] == middle:
                chunk = np.zeros((1, *(10,) * rank), np.float32)
                (cut,) = _tasks.cut_borders(layout, *task.args[1:3], chunk)
                readers = sum(
                    task.key in reader.dependencies for reader in tasks[_tasks.outputs_of]
                )
                groups += 1
                sent += sum(tile.size for tile in cut.values()) * readers
        p = layout.operation.problem
        cluster = Cluster(workers=1, threads=1, memory=1e9, network=4.0, storage=1e9)
        cost = chunk_cost(p, (10,) * rank, w, cluster)
        assert cost.count == 3**rank
        assert cost.tasks == 2 + groups
        assert cost.transfer == 3**rank * sent
        assert cost.memory <= 4 * 30**rank + 3 * 4 * 10**rank
