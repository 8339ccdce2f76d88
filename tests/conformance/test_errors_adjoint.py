"""Wrong calls of transposed convolutions and gradients, as `test_errors` has those of `conv`."""

from functools import partial

import numpy as np
import pytest
import scipy.sparse

import polyconv
from polyconv import (
    choose,
    conv_transpose,
    conv_transpose1d,
    conv_transpose2d,
    conv_transpose3d,
    explain,
    find,
    output_shape,
    plan,
)
from polyconv.grad import conv_input, conv_weight
from support.agreement import poisoned

X, W, G = np.ones((1, 2, 5)), np.ones((2, 3, 3)), np.ones((1, 2, 3))
FILTERS = np.ones((2, 2, 3))
IMAGE, KERNEL = np.ones((1, 2, 5, 6)), np.ones((2, 3, 3, 3))
INTS, INT_FILTERS = np.ones((1, 2, 5), np.int64), np.ones((2, 3, 3), np.int64)
SHAPES = (1, 2, 5), (2, 3, 3)

signal = partial(conv_transpose, X, W)
image = partial(conv_transpose, IMAGE, KERNEL)
shape_of = partial(output_shape, *SHAPES, transpose=True)
of_input = partial(conv_input, (1, 2, 5), FILTERS, G)
of_weight = partial(conv_weight, X, (2, 2, 3), G)


def read_only(shape):
    out = np.empty(shape)
    out.setflags(write=False)
    return out


WRONG = [
    # conv_transpose: arrays
    (lambda: conv_transpose(np.ma.masked_array(X), W), TypeError, "x is a masked array"),
    (lambda: conv_transpose(X, scipy.sparse.eye_array(3)), TypeError, "w is a sparse"),
    (lambda: conv_transpose(X, W.astype(object)), TypeError, "w has dtype object"),
    (lambda: conv_transpose(X, W[0]), ValueError, "w has shape (3, 3); allowed: 3 to 5 axes, (C,"),
    (lambda: conv_transpose(X[0, 0], W), ValueError, "x has shape (5,)"),
    (lambda: conv_transpose(X, W[..., :0]), ValueError, "w has kernel size (0,)"),
    (lambda: conv_transpose(X, np.ones((3, 2, 3))), ValueError, "x has 2 channels, w of shape"),
    (lambda: conv_transpose(X[..., :0], W), ValueError, "x has 0 elements on spatial axis 0"),
    (lambda: conv_transpose1d(IMAGE, KERNEL), ValueError, "w has shape (2, 3, 3, 3)"),
    (lambda: conv_transpose2d(X, W), ValueError, "w has shape (2, 3, 3)"),
    (lambda: conv_transpose3d(X, W), ValueError, "w has shape (2, 3, 3)"),
    (lambda: signal([1.0, 2]), ValueError, "bias has shape (2,)"),
    (lambda: conv_transpose(INTS, INT_FILTERS, [0.5, 1, 2]), TypeError, "bias has dtype float64"),
    # options
    (lambda: signal(stride=0), ValueError, "stride=0"),
    (lambda: signal(stride=1.5), TypeError, "stride=1.5"),
    (lambda: image(stride=(1, 2, 3)), ValueError, "stride=(1, 2, 3)"),
    (lambda: signal(dilation=0), ValueError, "dilation=0"),
    (lambda: signal(padding=-1), ValueError, "padding=-1"),
    (lambda: signal(padding="SAME"), ValueError, "padding='SAME'"),
    (lambda: signal(padding=4), ValueError, "padding=4 leaves no output on spatial axis 0"),
    (lambda: signal(padding=1.0), TypeError, "padding=1.0"),
    (lambda: image(padding=((1, 1),)), ValueError, "padding=((1, 1),)"),
    (lambda: signal(output_padding=1), ValueError, "output_padding=1 adds 1 to spatial axis 0"),
    (lambda: signal(output_padding=-1), ValueError, "output_padding=-1"),
    (lambda: signal(output_padding=0.5), TypeError, "output_padding=0.5"),
    (lambda: signal(output_padding=None), TypeError, "output_padding=None"),
    (lambda: signal(output_padding=True), TypeError, "output_padding=True"),
    (lambda: image(stride=3, output_padding=(1,)), ValueError, "output_padding=(1,)"),
    (lambda: image(stride=3, output_padding=(1, 3)), ValueError, "output_padding=(1, 3)"),
    (
        lambda: signal(stride=2, padding="same", output_padding=1),
        ValueError,
        "output_padding=1 has no meaning with padding='same'",
    ),
    (lambda: signal(groups=3), ValueError, "groups=3 does not divide the 2 channels of x"),
    (lambda: signal(groups=0), ValueError, "groups=0"),
    (lambda: signal(flip=1), TypeError, "flip=1"),
    (lambda: signal(data_format="NCW"), ValueError, "data_format='NCW'"),
    (lambda: signal(data_format="channels_last"), ValueError, "x has 5 channels"),
    (lambda: signal(dtype="int64"), TypeError, "dtype=int64"),
    (lambda: signal(rtol=-1), ValueError, "rtol=-1"),
    (lambda: signal(workers=0), ValueError, "workers=0"),
    (lambda: signal(workspace_limit=-1), ValueError, "workspace_limit=-1"),
    (lambda: signal(backend="cudnn"), ValueError, "backend='cudnn'"),
    (lambda: signal(backend="cudnn", stride=7), ValueError, "backend='cudnn'"),
    (lambda: signal(padding_mode="reflect"), TypeError, "padding_mode"),
    (lambda: signal(out=np.empty((1, 3, 6))), ValueError, "out has shape (1, 3, 6)"),
    (lambda: signal(out=np.empty((1, 3, 7), "f4")), TypeError, "out has dtype float32"),
    (lambda: signal(out=read_only((1, 3, 7))), ValueError, "out is read-only"),
    # the functions with transpose=True
    (lambda: shape_of(padding=4), ValueError, "padding=4"),
    (lambda: output_shape(*SHAPES, transpose=1), TypeError, "transpose=1"),
    (lambda: output_shape(*SHAPES, output_padding=1), ValueError, "output_padding=1 has no"),
    (lambda: plan(X, W, transpose="yes"), TypeError, "transpose='yes'"),
    (lambda: plan(X, W, output_padding=1), ValueError, "output_padding=1 has no meaning"),
    (lambda: plan(X, W, transpose=True, output_padding=1), ValueError, "output_padding=1"),
    (
        lambda: plan(X, W, transpose=True, padding_mode="wrap"),
        ValueError,
        "padding_mode='wrap' has no meaning with transpose=True",
    ),
    (lambda: plan(X, W, transpose=True, padding_value=1), ValueError, "padding_value=1"),
    (lambda: plan(X, W, transpose=True, backend="x"), ValueError, "backend='x'"),
    (lambda: plan(X, W, transpose=True, effort="maximal"), ValueError, "effort='maximal'"),
    (lambda: plan(X, W, transpose=True)(X[..., :4]), ValueError, "x has shape (1, 2, 4)"),
    (lambda: plan(X, W, transpose=True)(X.astype("f4")), TypeError, "x has dtype float32"),
    (lambda: plan(X, W, transpose=True)(X, np.empty(3)), ValueError, "out has shape (3,)"),
    (lambda: choose(*SHAPES, transpose=True, groups=3), ValueError, "groups=3"),
    (lambda: choose(*SHAPES, transpose=None), TypeError, "transpose=None"),
    (lambda: choose((0, 2, 5), (2, 3, 3), transpose=0), TypeError, "transpose=0"),
    (lambda: explain(*SHAPES, transpose=True, stride=0), ValueError, "stride=0"),
    (lambda: find(X, W, transpose=True, dilation=0), ValueError, "dilation=0"),
    # gradients
    (lambda: conv_input((1, 3, 5), FILTERS, G), ValueError, "x has 3 channels"),
    (lambda: conv_input(7, FILTERS, G), TypeError, "shape of x"),
    (lambda: conv_input((1, 2, 6), FILTERS, G), ValueError, "g has shape (1, 2, 3); allowed"),
    (lambda: conv_input((1, 2, -5), FILTERS, G), ValueError, "axis 2 of x"),
    (lambda: conv_input((1, 2, 5), FILTERS, np.ma.masked_array(G)), TypeError, "g is a masked"),
    (lambda: conv_input((1, 2, 5), FILTERS.astype(str), G), TypeError, "w has dtype"),
    (lambda: of_input(padding_mode="mirror"), ValueError, "padding_mode='mirror'"),
    (lambda: of_input(padding_mode="constant", padding_value="0"), TypeError, "padding_value='0'"),
    (lambda: of_input(padding_value=1), ValueError, "padding_value=1"),
    (lambda: of_input(stride=0), ValueError, "stride=0"),
    (lambda: of_input(strides=2), TypeError, "strides"),
    (lambda: of_input(backend="cudnn"), ValueError, "backend='cudnn'"),
    (lambda: of_input(out=np.empty((1, 2, 4))), ValueError, "out has shape (1, 2, 4)"),
    (lambda: of_input(out=read_only((1, 2, 5))), ValueError, "out is read-only"),
    (lambda: conv_weight(X, (2, 2), G), ValueError, "w has shape (2, 2)"),
    (lambda: conv_weight(X, (2, 3, 3), G), ValueError, "x has 2 channels"),
    (lambda: conv_weight(X, (2, 2, 4), G), ValueError, "g has shape (1, 2, 3); allowed: (1, 2, 2)"),
    (lambda: conv_weight(X, "223", G), TypeError, "shape of w"),
    (lambda: conv_weight(scipy.sparse.eye_array(5), (2, 2, 3), G), TypeError, "x is a sparse"),
    (lambda: of_weight(groups=2), ValueError, "groups=2"),
    (lambda: of_weight(dtype="int64"), TypeError, "dtype=int64"),
    (lambda: of_weight(workers=0), ValueError, "workers=0"),
    (lambda: of_weight(backend="cudnn"), ValueError, "backend='cudnn'"),
    (lambda: of_weight(out=np.empty((2, 2, 3), "f4")), TypeError, "out has dtype float32"),
    (lambda: of_weight(out=X[:, :, :3].repeat(2, 0)[..., ::-1][:1]), ValueError, "out has shape"),
]


@pytest.mark.parametrize(
    ("call", "error", "text"), WRONG, ids=[f"{i}: {text}" for i, (_, _, text) in enumerate(WRONG)]
)
def test_a_wrong_call_names_its_argument(call, error, text):
    arrays = (X, W, G, FILTERS, IMAGE, KERNEL, INTS, INT_FILTERS)
    before = [a.tobytes() for a in arrays]
    with pytest.raises(error) as raised:
        call()
    assert text in str(raised.value)
    assert not isinstance(raised.value, polyconv.UnsupportedProblem)
    assert [a.tobytes() for a in arrays] == before


def test_there_are_enough_wrong_calls():
    assert len(WRONG) >= 60


def test_out_is_untouched_by_a_wrong_call():
    for call, shape in ((signal, (1, 3, 7)), (of_input, X.shape), (of_weight, FILTERS.shape)):
        out = poisoned(shape, "f8")
        for options in ({"stride": 0}, {"groups": 5}, {"workers": 0}, {"backend": "cudnn"}):
            with pytest.raises(ValueError, match=r"allowed|must be"):
                call(out=out, **options)
        assert np.isnan(out).all()


def test_out_may_share_no_memory_with_an_input():
    shared = np.zeros(60)
    x = shared[:10].reshape(1, 2, 5)
    with pytest.raises(ValueError, match="out overlaps x in memory"):
        conv_transpose(x, W, out=shared[5:26].reshape(1, 3, 7))
    g = shared[:6].reshape(1, 2, 3)
    with pytest.raises(ValueError, match="out overlaps g in memory"):
        conv_input((1, 2, 5), FILTERS, g, out=shared[5:15].reshape(1, 2, 5))
    with pytest.raises(ValueError, match="out overlaps x in memory"):
        conv_weight(x, (2, 2, 3), G, out=shared[5:17].reshape(2, 2, 3))


def endless(shape):
    return np.broadcast_to(np.float32(1), shape)


SMALL = np.ones((1, 1, 3), np.float32)
GIGANTIC = {
    "stride": lambda **o: conv_transpose(SMALL, SMALL, stride=10**14, **o),
    "batch": lambda **o: conv_transpose(endless((10**14, 1, 3)), SMALL, **o),
    "kernel": lambda **o: conv_transpose(SMALL, endless((1, 1, 10**14)), **o),
    "filters": lambda **o: conv_transpose(SMALL, endless((1, 10**14, 1)), **o),
    "dilation": lambda **o: conv_transpose(SMALL, SMALL, dilation=10**14, **o),
    "planned": lambda **o: plan((10**14, 1, 3), SMALL, transpose=True, stride=2, **o),
    "input": lambda **o: conv_input((1, 1, 10**14), SMALL, endless((1, 1, 10**14 - 2)), **o),
    "weights": lambda **o: conv_weight(
        endless((1, 1, 10**14)), (1, 1, 10**14), SMALL[..., :1], **o
    ),
}


@pytest.mark.parametrize("request_", GIGANTIC)
@pytest.mark.parametrize("name", ["auto", *polyconv.backends()])
def test_a_request_beyond_all_memory_fails_at_once(request_, name):
    with pytest.raises((MemoryError, ValueError)):
        GIGANTIC[request_](backend=name)
