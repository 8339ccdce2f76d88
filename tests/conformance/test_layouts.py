"""Conformance: arrays in any memory layout, as inputs and as ``out=``; inputs are left alone."""

import numpy as np
import pytest

from polyconv import conv, conv_transpose, grad, nanconv, plan
from support.agreement import (
    assert_same_bits,
    check,
    poisoned,
    random_values,
    slow_but_first,
    supports,
)
from support.compare import assert_agrees
from support.oracle import convolve

DTYPES = ["float32", "float64", "complex64", "int16", "float16"]


def unaligned(a):
    buffer = np.zeros(a.nbytes + 1, np.uint8)
    view = buffer[1:].view(a.dtype).reshape(a.shape)
    view[...] = a
    assert not view.flags.aligned or a.itemsize == 1
    return view


def strided(a):
    holder = poisoned(tuple(2 * n + 1 for n in a.shape), a.dtype)
    view = holder[tuple(slice(1, 2 * n + 1, 2) for n in a.shape)]
    view[...] = a
    return view


def reversed_axes(a):
    holder = np.ascontiguousarray(a[(slice(None, None, -1),) * a.ndim])
    return holder[(slice(None, None, -1),) * a.ndim]


def read_only(a):
    a = a.copy()
    a.setflags(write=False)
    return a


def transposed(a):
    return np.ascontiguousarray(a.T).T


def last_axis_first(a):
    return np.moveaxis(np.ascontiguousarray(np.moveaxis(a, -1, 0)), 0, -1)


def structured_field(a):
    holder = np.zeros(a.shape, [("pad", "u1"), ("value", a.dtype)])
    holder["value"] = a
    return holder["value"]


LAYOUTS = {
    "byte-swapped": lambda a: a.astype(a.dtype.newbyteorder("S")),
    "unaligned": unaligned,
    "strided": strided,
    "reversed": reversed_axes,
    "fortran": np.asfortranarray,
    "transposed": transposed,
    "last axis first": last_axis_first,
    "read-only": read_only,
    "field of records": structured_field,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("dtype", slow_but_first(DTYPES))
@pytest.mark.parametrize("data_format", slow_but_first(["channels_last", "channels_first"]))
def test_inputs_in_any_layout(backend, layout, dtype, data_format):
    last = data_format == "channels_last"
    x = random_values((2, 6, 5, 3) if last else (2, 3, 6, 5), dtype, 1)
    w = random_values((2, 3, 3, 2) if last else (2, 3, 2, 3), dtype, 2)
    bias = random_values((2,), dtype, 3)
    change = LAYOUTS[layout]
    check(backend, change(x), change(w), change(bias), padding=1, data_format=data_format)


@pytest.mark.parametrize("dtype", DTYPES)
def test_inputs_that_repeat_one_element(backend, dtype):
    # Stride 0: every element of an axis is the same memory.
    x = np.broadcast_to(random_values((1, 3, 1, 5), dtype, 1), (2, 3, 6, 5))
    w = np.broadcast_to(random_values((1, 1, 2, 1), dtype, 2), (2, 3, 2, 3))
    bias = np.broadcast_to(random_values((), dtype, 3), (2,))
    check(backend, x, w, bias, padding=1)
    check(backend, np.broadcast_to(x[:1, :1, :1, :1], (1, 3, 6, 7)), w)


def test_overlapping_windows_as_input(backend):
    signal = random_values((20,), "float32", 1)
    x = np.lib.stride_tricks.sliding_window_view(signal, 7)  # (14, 7), all of one memory
    check(backend, x[None, :3], random_values((2, 3, 3), "float32", 2))


def test_x_and_w_may_be_the_same_array(backend):
    a = random_values((3, 3, 4), "float32", 1)
    check(backend, a, a, a[0, :, 0], padding=1)


@pytest.mark.parametrize(
    "layout", ["strided", "reversed", "fortran", "transposed", "unaligned", "byte-swapped"]
)
@pytest.mark.parametrize("dtype", slow_but_first(DTYPES))
@pytest.mark.parametrize("rank", slow_but_first([2, 1, 3]))
def test_out_in_any_layout(backend, layout, dtype, rank):
    x = random_values((2, 2, *(9, 6, 4)[:rank]), dtype, 1)
    w = random_values((3, 2, *(3, 2, 2)[:rank]), dtype, 2)
    bias = random_values((3,), dtype, 3)
    if not supports(backend, x, w):
        check(backend, x, w, bias)
        return
    reference = convolve(x, w, bias)
    plain = conv(x, w, bias, backend=backend.name)
    out = LAYOUTS[layout](poisoned(reference.value.shape, reference.dtype))
    assert conv(x, w, bias, out=out, backend=backend.name) is out
    assert_same_bits(np.ascontiguousarray(out, reference.dtype), plain)


def test_out_of_every_function_in_foreign_byte_order():
    x, w = random_values((2, 2, 9), "float32", 1), random_values((2, 2, 3), "float32", 2)
    calls = {
        "conv": (conv, (x, w)),
        "plan": (plan(x, w), (x,)),
        "nanconv": (nanconv, (x, w)),
        "conv_transpose": (conv_transpose, (x, w)),
        "transposed plan": (plan(x, w, transpose=True, stride=2), (x,)),
        "conv_input": (grad.conv_input, ((2, 2, 11), w, x)),
        "conv_weight": (grad.conv_weight, (x, (2, 2, 3), x[..., :7])),
    }
    for name, (call, arguments) in calls.items():
        wanted = call(*arguments)
        out = poisoned(wanted.shape, "float32").astype(">f4")
        for _ in range(2):  # the second call may be decided already
            assert call(*arguments, out=out) is out, name
            assert_same_bits(out.astype("float32"), wanted)
        with pytest.raises(TypeError, match="out has dtype >f8; allowed: float32"):
            call(*arguments, out=out.astype(">f8"))


def test_backends_get_aligned_native_arrays(smearing):
    x, w = random_values((2, 2, 9), "float64", 1), random_values((3, 2, 3), "float64", 2)
    bias, out = random_values((3,), "float64", 3), unaligned(poisoned((2, 3, 7), "float64"))
    expected = conv(x, w, bias, backend="naive")
    for change in (unaligned, LAYOUTS["byte-swapped"]):
        inputs = map(change, (x, w, bias))
        assert conv(*inputs, out=out, backend="smearing").tolist() == expected.tolist()
        out[...] = np.nan
        prepared = plan(*map(change, (x, w, bias)), backend="smearing")
        assert prepared(change(x), out=out).tolist() == expected.tolist()
    assert smearing.runs == 4


def test_out_does_not_touch_its_neighbours(backend):
    x, w = random_values((2, 6, 7), "float32", 1), random_values((2, 2, 3, 3), "float32", 2)
    holder = np.full((4, 10, 11), -1, np.float32)
    out = holder[1:3, 2:6, 3:8]
    conv(x, w, out=out, backend=backend.name)
    assert_agrees(np.ascontiguousarray(out), convolve(x, w), 1e-5)
    holder[1:3, 2:6, 3:8] = -1
    assert np.all(holder == -1)


def test_out_beside_x_in_one_array(backend):
    # Interleaved in memory, yet no byte is shared: legal.
    holder = random_values((1, 9, 2), "float64", 1)
    x, out = holder[..., 0], holder[:, 1:8, 1]
    expected = conv(x.copy(), np.ones((1, 1, 3)), backend=backend.name)
    conv(x, np.ones((1, 1, 3)), out=out, backend=backend.name)
    assert out.tolist() == expected.tolist()


def test_an_empty_out(backend):
    out = np.empty((0, 1, 3))
    assert conv(np.ones((0, 1, 5)), np.ones((1, 1, 3)), out=out, backend=backend.name) is out


def test_array_likes(backend):
    expected = [[6.0, 9.0]]
    for x in (
        [[1.0, 2.0, 3.0, 4.0]],
        ((1.0, 2.0, 3.0, 4.0),),
        memoryview(np.array([[1.0, 2, 3, 4]])),
    ):
        y = conv(x, [[[1.0, 1.0, 1.0]]], backend=backend.name)
        np.testing.assert_allclose(y, expected, rtol=1e-14)


def test_subclasses_of_ndarray_give_plain_arrays(backend, tmp_path):
    x = np.memmap(tmp_path / "x", np.float32, "w+", shape=(1, 2, 8))
    x[...] = 1
    y = conv(x, np.ones((1, 2, 3), np.float32), backend=backend.name)
    assert type(y) is np.ndarray


class Buffer(np.ndarray):
    """A subclass without a meaning of its own, which refuses to be worked with itself."""

    def __setitem__(self, *_):
        raise AssertionError("written through the subclass")


@pytest.mark.parametrize("planned", [False, True])
def test_out_may_be_a_memory_map_or_another_plain_subclass(backend, tmp_path, planned):
    x, w = np.arange(16.0).reshape(1, 2, 8), np.ones((1, 2, 3))
    expected = conv(x, w, backend=backend.name)
    for out in (
        np.memmap(tmp_path / "out", np.float64, "w+", shape=(1, 1, 6)),
        np.full((1, 1, 6), np.nan).view(Buffer),
        np.full((1, 1, 12), np.nan).view(Buffer)[..., ::2],
    ):
        if planned:
            result = plan(x, w, backend=backend.name)(x, out=out)
        else:
            result = conv(x, w, out=out, backend=backend.name)
        assert result is out
        np.testing.assert_array_equal(np.asarray(out), expected)
    on_disk = np.fromfile(tmp_path / "out")
    np.testing.assert_array_equal(on_disk, expected.ravel())
    read_only = np.memmap(tmp_path / "out", np.float64, "r", shape=(1, 1, 6))
    with pytest.raises(ValueError, match="out is read-only"):
        conv(x, w, out=read_only, backend=backend.name)
    with pytest.raises(ValueError, match="out overlaps x"):
        shared = np.memmap(tmp_path / "out", np.float64, "r+", shape=(1, 1, 6))
        conv(shared, np.ones((1, 1, 1)), out=shared, backend=backend.name)
