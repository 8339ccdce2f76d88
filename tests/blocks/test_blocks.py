"""`conv_blocks` and `nanconv_blocks`: every block and kind of array gives the whole's result.

Integers are exact, so results are equal. Floats have the same bits where a named backend sums
products in one order, and else agree within the bounds that the backends publish.
"""

import re

import numpy as np
import pytest

from polyconv import conv, conv_transpose, nanconv, set_backend
from polyconv._dtypes import default_rtol
from polyconv._padding import PADDING_MODES
from polyconv._request import make_problem
from polyconv.blocks import conv_blocks, nanconv_blocks
from polyconv.transposed._problem import make_transposed
from support.agreement import poisoned, random_values, slow_but, slow_but_first
from support.stored import Stored

PADDINGS = ["valid", "same", "same_lower", "full", "causal"]
KINDS = ["array", "fortran", "swapped", "memmap", "stored", "chunked"]


def sizes(rng, rank, largest):
    return tuple(int(n) for n in rng.integers(1, largest + 1, rank))


def random_padding(rng, rank):
    if rng.random() < 0.4:
        return str(rng.choice(PADDINGS))
    widest = int(rng.choice([2, 4, 15]))
    return tuple((int(lo), int(hi)) for lo, hi in rng.integers(0, widest + 1, (rank, 2)))


def random_problem(rng, transpose=False):
    """Return shapes of x and w, and options, of a valid problem."""
    while True:
        rank = int(rng.choice([1, 1, 2, 2, 3]))
        batch = [] if rng.random() < 0.5 else [int(rng.integers(1, 4))]
        groups = int(rng.choice([1, 1, 2]))
        channels, filters = groups * int(rng.integers(1, 3)), groups * int(rng.integers(1, 3))
        spatial = sizes(rng, rank, {1: 40, 2: 14, 3: 8}[rank])
        kernel = sizes(rng, rank, 6 if rank == 1 else 4)
        options = {
            "stride": sizes(rng, rank, int(rng.choice([1, 1, 4]))),
            "dilation": sizes(rng, rank, int(rng.choice([1, 1, 3]))),
            "padding": random_padding(rng, rank),
            "groups": groups,
            "flip": bool(rng.random() < 0.3),
        }
        first = (channels, filters // groups) if transpose else (filters, channels // groups)
        x_shape, w_shape = (*batch, channels, *spatial), (*first, *kernel)
        if transpose:
            options["output_padding"] = int(rng.integers(0, 2))
        else:
            options["padding_mode"] = str(rng.choice(PADDING_MODES))
            if options["padding_mode"] == "constant":
                options["padding_value"] = 7
        if rng.random() < 0.3:
            options["data_format"] = "channels_last"
            x_shape = (*batch, *spatial, channels)
            w_shape = (*kernel, first[1], first[0])
        make = make_transposed if transpose else make_problem
        try:
            return (
                x_shape,
                w_shape,
                options,
                make(x_shape, np.dtype(int), w_shape, np.dtype(int), **options),
            )
        except ValueError:
            continue


def stored_as(kind, array, rng, folder, name):
    """Return `array` as another kind of array."""
    if kind == "fortran":
        return np.asfortranarray(array)
    if kind == "swapped":
        return array.astype(array.dtype.newbyteorder())
    if kind == "memmap":
        mapped = np.memmap(folder / name, array.dtype, "w+", offset=24, shape=array.shape)
        mapped[...] = array
        return mapped
    if kind in ("stored", "chunked"):
        chunks = sizes(rng, array.ndim, 7) if kind == "chunked" else None
        return Stored(array.copy(), chunks)
    return array.copy()


def contents(stored):
    return stored.values if isinstance(stored, Stored) else np.asarray(stored)


def random_blocks(rng, p):
    """Return the options of a run: a block's shape, or a limit of memory."""
    kind = rng.choice(["block", "each", "limit"])
    if kind == "limit":
        # From a few blocks to one for each output.
        whole = 8 * (np.prod(p.x_shape) + np.prod(p.out_shape))
        return {"memory_limit": int(whole * rng.choice([8, 2, 0.5]))}
    if kind == "each":
        return {"block": tuple(int(rng.integers(1, m + 3)) for m in p.out)}
    return {"block": int(rng.integers(1, max(p.out) + 2))}


def blockwise(function, x, w, p, rng, folder, **options):
    """Return the result of a run from and to random kinds of arrays; check what was touched."""
    source = stored_as(rng.choice(KINDS), x, rng, folder, "source")
    target = stored_as(rng.choice(KINDS), poisoned(p.out_shape, p.dtype), rng, folder, "target")
    counts = []
    options |= {"out": target, "progress": lambda *count: counts.append(count)}
    options |= random_blocks(rng, p)
    try:
        function(source, w, **options)
    except ValueError as error:  # tells the least limit
        least = re.search(r"memory_limit=.* allowed: at least (\d+) bytes", str(error))
        if least is None:
            raise
        function(source, w, **options | {"memory_limit": int(least.group(1))})
    assert np.array_equal(contents(source), x, equal_nan=x.dtype.kind in "fc")
    assert counts == [(n, len(counts)) for n in range(1, len(counts) + 1)]
    for stored in (source, target):
        if isinstance(stored, Stored):
            assert len(stored.threads) <= 2
    if isinstance(target, Stored):
        assert (target.times_written == 1).all()
        assert not target.reads
    return contents(target).astype(p.dtype)


@pytest.mark.parametrize("seed", slow_but_first(range(12)))
def test_blocks_give_the_whole_convolution(seed, tmp_path):
    rng = np.random.default_rng(seed)
    for _ in range(120):
        x_shape, w_shape, options, p = random_problem(rng)
        x, w = rng.integers(-9, 10, x_shape), rng.integers(-9, 10, w_shape)
        bias = rng.integers(-9, 10, p.out_channels) if rng.random() < 0.3 else None
        got = blockwise(conv_blocks, x, w, p, rng, tmp_path, bias=bias, **options)
        assert np.array_equal(got, conv(x, w, bias, **options)), (p, options)


@pytest.mark.parametrize("seed", slow_but_first(range(6)))
def test_blocks_give_the_whole_transposed_convolution(seed, tmp_path):
    rng = np.random.default_rng(seed)
    for _ in range(60):
        x_shape, w_shape, options, t = random_problem(rng, transpose=True)
        x, w = rng.integers(-9, 10, x_shape), rng.integers(-9, 10, w_shape)
        bias = rng.integers(-9, 10, t.out_channels) if rng.random() < 0.3 else None
        got = blockwise(conv_blocks, x, w, t, rng, tmp_path, bias=bias, transpose=True, **options)
        assert np.array_equal(got, conv_transpose(x, w, bias, **options)), (t, options)


@pytest.mark.slow
@pytest.mark.parametrize("seed", slow_but_first(range(6)))
def test_blocks_give_the_whole_convolution_with_gaps(seed, tmp_path):
    rng = np.random.default_rng(seed)
    for _ in range(50):
        x_shape, w_shape, options, _ = random_problem(rng)
        x, w = rng.standard_normal(x_shape), rng.random(w_shape) + 0.1
        x[rng.random(x_shape) < rng.choice([0.02, 0.5])] = np.nan
        options |= {"normalize": bool(rng.random() < 0.7), "fill_value": -3.0}
        if rng.random() < 0.5:
            options["mask"] = rng.random(x_shape) < 0.1
        whole = nanconv(x, w, **options)
        spatial = {k: v for k, v in options.items() if k not in ("normalize", "fill_value", "mask")}
        p = make_problem(x.shape, x.dtype, w.shape, w.dtype, **spatial)
        if p.out == p.spatial and rng.random() < 0.7:
            options["preserve_nan"] = True
            whole = nanconv(x, w, **options)
        if "mask" in options:
            options["mask"] = stored_as(rng.choice(KINDS), options["mask"], rng, tmp_path, "mask")
        got = blockwise(nanconv_blocks, x, w, p, rng, tmp_path, **options)
        np.testing.assert_allclose(got, whole, rtol=1e-9, atol=1e-9, err_msg=str((p, options)))


@pytest.mark.parametrize("backend", slow_but(["naive", "cython", "direct"], "cython", "direct"))
@pytest.mark.parametrize("dtype", ["float32", "complex128", "float16"])
def test_a_backend_that_sums_in_one_order_gives_the_same_bits(backend, dtype):
    for mode in PADDING_MODES:
        x, w = random_values((2, 23, 19), dtype, 1), random_values((3, 2, 4, 3), dtype, 2)
        options = {"padding": ((3, 4), (2, 2)), "padding_mode": mode, "backend": backend}
        whole = conv(x, w, **options)
        for block in (4, (23, 5), (7, 19)):
            out = poisoned(whole.shape, dtype)
            conv_blocks(x, w, out=out, block=block, **options)
            assert out.tobytes() == whole.tobytes(), (mode, block)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_results_of_auto_agree_within_the_bounds(dtype):
    rng = np.random.default_rng(8)
    for _ in range(12):
        taps = int(rng.integers(2, 24))
        x, w = rng.standard_normal((2, 150, 130)), rng.standard_normal((3, 2, taps, taps))
        x, w = x.astype(dtype), w.astype(dtype)
        options = {"padding": "same", "padding_mode": str(rng.choice(PADDING_MODES))}
        whole, out = conv(x, w, **options), poisoned((3, 150, 130), dtype)
        conv_blocks(x, w, out=out, block=(50, 60), **options)
        # Both results err, each by its backend's bound at most, which is within the budget.
        bound = 2 * default_rtol(whole.dtype)
        unit = np.abs(x).max() * np.abs(w).sum((1, 2, 3), keepdims=True)[..., 0]
        assert (np.abs(out - whole) <= bound * unit).all()


def test_the_backend_of_set_backend_is_meant():
    x, w, out = random_values((1, 40), "float32"), random_values((1, 1, 5), "float32", 1), {}
    for name in ("naive", "cython"):
        with set_backend(name):
            for function in (conv_blocks, nanconv_blocks):
                out[name, function] = poisoned((1, 36), "float32")
                function(x, w, out=out[name, function], block=10)
        assert out[name, conv_blocks].tobytes() == conv(x, w, backend=name).tobytes()
        np.testing.assert_array_equal(out[name, nanconv_blocks], nanconv(x, w, backend=name))


def test_values_that_are_not_finite_stay_in_their_windows():
    x = np.ones((1, 60, 50), "float32")
    x[0, 20, 20], x[0, 41, 7], x[0, 0, 49] = np.nan, np.inf, -np.inf
    w = np.ones((1, 1, 15, 15), "float32")
    for mode in PADDING_MODES:
        options = {"padding": "same", "padding_mode": mode}
        whole, out = conv(x, w, **options), poisoned(x.shape, x.dtype)
        conv_blocks(x, w, out=out, block=16, **options)
        np.testing.assert_allclose(out, whole, rtol=1e-5)


@pytest.mark.parametrize("rank", [1, 2, 3])
def test_plain_arrays_take_plain_kernels(rank):
    rng = np.random.default_rng(rank)
    x, w = rng.integers(0, 9, (11, 12, 13)[:rank]), rng.integers(0, 9, (3, 2, 4)[:rank])
    whole = conv(x[None], w[None, None], padding="same", padding_mode="reflect")[0]
    for filters in (w, w[None, None]):
        for source in (x, Stored(x), Stored(x, (4,) * rank)):
            out = poisoned(x.shape, x.dtype)
            options = {"padding": "same", "padding_mode": "reflect"}
            conv_blocks(source, filters, out=out, block=5, **options)
            assert np.array_equal(out, whole)
            target = Stored(poisoned(x.shape, x.dtype))
            conv_blocks(source, filters, out=target, block=5, **options)
            assert np.array_equal(target.values, whole)


def test_three_axes_are_a_batch_of_signals_where_the_filters_fit():
    x, w = np.arange(2 * 3 * 9).reshape(2, 3, 9), np.arange(4 * 3 * 2).reshape(4, 3, 2)
    out = np.empty((2, 4, 8), int)
    conv_blocks(x, w, out=out, block=3)
    assert np.array_equal(out, conv(x, w))
    out = np.empty((2, 3, 9), int)
    conv_blocks(x, np.ones((1, 1, 1, 3, 1), int), out=out, padding="same", block=2)
    assert np.array_equal(out, conv(x[None], np.ones((1, 1, 1, 3, 1), int), padding="same")[0])


def test_masks_are_broadcast():
    x, w = np.ones((2, 9, 8)), np.ones((1, 2, 3, 3))
    mask = np.zeros((9, 1), bool)
    mask[4] = True
    out = np.empty((1, 9, 8))
    nanconv_blocks(x, w, out=out, mask=mask, padding="same", block=4, preserve_nan=True)
    np.testing.assert_allclose(out, nanconv(x, w, mask=mask, padding="same", preserve_nan=True))


@pytest.mark.parametrize(("chunks", "block"), [((8, 8), (16, 40)), ((8, 40), (16, 40))])
@pytest.mark.parametrize("padding", ["same", "valid", "full"])
def test_what_rows_of_blocks_have_in_common_is_read_once(chunks, block, padding):
    rng = np.random.default_rng(0)
    x, w = rng.integers(0, 9, (70, 40)), rng.integers(0, 9, (5, 5))
    whole = conv(x[None], w[None, None], padding=padding)[0]
    source, target = Stored(x, chunks), Stored(poisoned(whole.shape, int))
    block = (block[0], whole.shape[1])
    conv_blocks(source, w, out=target, block=block, padding=padding)
    assert np.array_equal(target.values, whole)
    assert (source.times_read == 1).all()
    # A chunk is never read in two parts.
    rows = {stop for index in source.reads for stop in (index[0].start, index[0].stop)}
    assert all(row % chunks[0] == 0 or row == 70 for row in rows)


def test_blocks_begin_at_chunks_of_the_target():
    x, w = np.ones((1, 300, 260)), np.ones((2, 1, 3, 3))
    target = Stored(np.empty((2, 300, 260)), (1, 32, 64))
    conv_blocks(x, w, out=target, padding=1, memory_limit=300_000)
    assert len(target.writes) > 4
    for index in target.writes:
        for each, chunk, n in zip(index[1:], (32, 64), (300, 260), strict=True):
            assert each.start % chunk == 0
            assert each.stop % chunk == 0 or each.stop == n
    assert np.array_equal(target.values, conv(x, w, padding=1))


def test_one_plan_is_prepared_for_each_shape_of_a_block(monkeypatch):
    from polyconv.blocks import _convolutions

    made = []
    plan = _convolutions.plan

    def counted(x, *args, **options):
        made.append((x.shape, options["padding"]))
        return plan(x, *args, **options)

    monkeypatch.setattr(_convolutions, "plan", counted)
    x = np.ones((1, 500, 40))
    out = np.empty((1, 500, 40))
    conv_blocks(x, np.ones((1, 1, 3, 3)), out=out, padding=1, block=(20, 40))
    assert len(made) == 3  # first, middle, last
    assert len(set(made)) == 3


def test_empty_results_are_written_as_nothing():
    for x_shape, w_shape in (((0, 2, 9), (3, 2, 3)), ((2, 9), (0, 2, 3)), ((0, 9), (3, 0, 3))):
        x, w = np.ones(x_shape), np.ones(w_shape)
        whole = conv(x, w)
        out = poisoned(whole.shape, whole.dtype)
        conv_blocks(x, w, out=out)
        assert np.array_equal(out, whole)


IMAGE, KERNEL = np.ones((1, 9, 9)), np.ones((1, 1, 3, 3))


@pytest.mark.parametrize(
    ("changes", "error", "text"),
    [
        ({"source": [[1.0]]}, TypeError, "source is a list without shape, dtype"),
        ({"source": np.ma.ones((1, 9, 9))}, TypeError, "source is a masked array"),
        ({"source": np.ones((1, 9, 9), "datetime64[s]")}, TypeError, "source has dtype"),
        ({"source": np.ones((2, 9, 9))}, ValueError, "x has 2 channels"),
        ({"source": np.ones((9, 9)), "w": np.ones((2, 1, 3, 3))}, ValueError, "w has shape"),
        ({"data_format": "channels_last"}, ValueError, "x has 9 channels"),
        (
            {"source": IMAGE[0], "w": KERNEL[0, 0], "data_format": "channels_last"},
            ValueError,
            "data_format='channels_last' has no meaning",
        ),
        ({"out": [[1.0]]}, TypeError, "out is a list without shape"),
        ({"out": np.empty((1, 9, 9))}, ValueError, "out has shape (1, 9, 9); allowed: (1, 7, 7)"),
        ({"out": np.empty((1, 7, 7), "f4")}, TypeError, "out has dtype float32; allowed: float64"),
        ({"out": IMAGE[:, 1:8, 1:8]}, ValueError, "out overlaps source"),
        ({"out": np.broadcast_to(0.0, (1, 7, 7))}, ValueError, "out is read-only"),
        ({"progress": 3}, TypeError, "progress=3; allowed: a function"),
        ({"block": 0}, ValueError, "block=0"),
        ({"block": (1, 2, 3)}, ValueError, "block=(1, 2, 3)"),
        ({"memory_limit": 0}, ValueError, "memory_limit=0"),
        ({"memory_limit": 1e6}, TypeError, "memory_limit=1000000.0"),
        ({"memory_limit": 60}, ValueError, "memory_limit=60 is less than the smallest block"),
        ({"padding": -1}, ValueError, "padding=-1"),
        ({"backend": "fastest"}, ValueError, "fastest"),
        ({"output_padding": 1}, ValueError, "output_padding=1"),
        ({"bias": np.ones(3)}, ValueError, "bias has shape (3,)"),
        ({"nothing": 1}, TypeError, "nothing"),
    ],
)
def test_errors_name_the_argument(changes, error, text):
    given = {"source": IMAGE, "w": KERNEL, "out": np.empty((1, 7, 7))} | changes
    with pytest.raises(error) as raised:
        conv_blocks(given.pop("source"), given.pop("w"), **given)
    assert text in str(raised.value)


def test_errors_of_masks_name_them():
    out = np.empty((1, 7, 7))
    for mask, error in ((np.zeros((9, 8), bool), ValueError), (np.zeros((1, 9, 9)), TypeError)):
        with pytest.raises(error, match="mask has"):
            nanconv_blocks(IMAGE, KERNEL, out=out, mask=mask)
    with pytest.raises(ValueError, match="preserve_nan=True"):
        nanconv_blocks(IMAGE, KERNEL, out=out, preserve_nan=True)
