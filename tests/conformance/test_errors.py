"""Wrong calls: the error's type, the argument's name in its text, and no array changed."""

from functools import partial

import numpy as np
import pytest
import scipy.sparse

import polyconv
from polyconv import (
    UnsupportedProblem,
    choose,
    conv,
    conv1d,
    conv2d,
    conv3d,
    explain,
    find,
    output_shape,
    plan,
    set_backend,
    set_workers,
)
from support.agreement import poisoned
from support.structured import suited

# NumPy warns when an np.matrix is made, before polyconv sees it.
pytestmark = pytest.mark.filterwarnings("ignore:the matrix subclass:PendingDeprecationWarning")

X = np.arange(10.0).reshape(1, 2, 5)
W = np.arange(12.0).reshape(2, 2, 3)
IMAGE = np.ones((1, 2, 5, 6))
FILTERS = np.ones((4, 2, 3, 3))
INTS, INT_FILTERS = np.ones((1, 2, 5), np.int64), np.ones((2, 2, 3), np.int64)
X_SHAPE, W_SHAPE = X.shape, W.shape

signal = partial(conv, X, W)
image = partial(conv, IMAGE, FILTERS)
shape_of = partial(output_shape, (1, 2, 5, 6), (4, 2, 3, 3))


def read_only():
    out = np.empty((1, 2, 3))
    out.setflags(write=False)
    return out


# The call, the type of error, and the text that it must contain, which names the argument.
WRONG = [
    # x
    (lambda: conv(np.ma.masked_array(X), W), TypeError, "x is a masked array"),
    (lambda: conv(np.matrix([[1.0, 2]]), W), TypeError, "x is a numpy.matrix"),
    (lambda: conv(scipy.sparse.eye_array(5).tocsr(), W), TypeError, "x is a sparse"),
    (lambda: conv(scipy.sparse.coo_matrix((5, 5)), W), TypeError, "x is a sparse"),
    (lambda: conv(X.astype(object), W), TypeError, "x has dtype object"),
    (lambda: conv(X.astype(str), W), TypeError, "x has dtype <U"),
    (lambda: conv(X.astype("M8[s]"), W), TypeError, "x has dtype datetime64"),
    (lambda: conv(X.astype("m8[s]"), W), TypeError, "x has dtype timedelta64"),
    (lambda: conv(X.astype("longdouble"), W), TypeError, "x has dtype"),
    (lambda: conv(np.zeros(3, "i4,f4"), W), TypeError, "x has dtype"),
    (lambda: conv(None, W), TypeError, "x has dtype object"),
    (lambda: conv("signal", W), TypeError, "x has dtype"),
    (lambda: conv([[1, 2], [3]], W), ValueError, "x is not a rectangular array"),
    (lambda: conv(3.0, W), ValueError, "x has shape ()"),
    (lambda: conv(X[0, 0], W), ValueError, "x has shape (5,)"),
    (lambda: conv(X[None, None], W), ValueError, "x has shape (1, 1, 1, 2, 5)"),
    (lambda: conv(X[:, :1], W), ValueError, "x has 1 channels"),
    (lambda: conv(X[..., :2], W), ValueError, "w reaches over 3"),
    (lambda: conv(np.ones((1, 2, 0)), np.ones((1, 2, 1))), ValueError, "x with its padding"),
    # w
    (lambda: conv(X, np.ma.masked_array(W)), TypeError, "w is a masked array"),
    (lambda: conv(X, np.matrix([[1.0]])), TypeError, "w is a numpy.matrix"),
    (lambda: conv(X, scipy.sparse.eye_array(3)), TypeError, "w is a sparse"),
    (lambda: conv(X, W.astype(object)), TypeError, "w has dtype object"),
    (lambda: conv(X, W.astype("S")), TypeError, "w has dtype"),
    (lambda: conv(X, W[0]), ValueError, "w has shape (2, 3)"),
    (lambda: conv(X[0], W[0]), ValueError, "polyconv.scipy.ndimage.correlate"),
    (
        lambda: conv(X[0], W[0]),
        ValueError,
        "without channels; allowed: x[None] and w[None, None]",
    ),
    (lambda: conv1d(X[0, 0], W[0, 0]), ValueError, "polyconv.scipy.ndimage.correlate"),
    (lambda: conv2d(IMAGE[0, 0], FILTERS[0, 0]), ValueError, "polyconv.scipy.ndimage.correlate"),
    (lambda: conv3d(IMAGE[0], FILTERS[0]), ValueError, "polyconv.scipy.ndimage.correlate"),
    (lambda: conv(IMAGE[0], FILTERS[0, :1]), ValueError, "polyconv.scipy.ndimage.correlate"),
    (lambda: conv(X[0, 0], W[0, 0]), ValueError, "x has shape (5,) and w has shape (3,)"),
    (lambda: conv(X, W[..., None, None, None, None]), ValueError, "w has shape"),
    (lambda: conv(X, W[..., :0]), ValueError, "w has kernel size (0,)"),
    (lambda: conv(X, W[..., None, None]), ValueError, "x has shape (1, 2, 5), w has shape"),
    (lambda: conv1d(IMAGE, FILTERS), ValueError, "w has shape (4, 2, 3, 3)"),
    (lambda: conv2d(X, W), ValueError, "w has shape (2, 2, 3)"),
    (lambda: conv3d(IMAGE, FILTERS), ValueError, "w has shape (4, 2, 3, 3)"),
    (lambda: conv2d(X, FILTERS), ValueError, "x has"),
    (lambda: conv1d(X, np.ma.masked_array(W)), TypeError, "w is a masked array"),
    # bias
    (lambda: signal(1.0), ValueError, "bias has shape ()"),
    (lambda: signal([1.0, 2, 3]), ValueError, "bias has shape (3,)"),
    (lambda: signal([[1.0], [2.0]]), ValueError, "bias has shape (2, 1)"),
    (lambda: signal([1j, 2]), TypeError, "bias has dtype complex128"),
    (lambda: conv(INTS, INT_FILTERS, [0.5, 1]), TypeError, "bias has dtype float64"),
    (lambda: conv(INTS.astype("u1"), INT_FILTERS.astype("u1"), [1, 2]), TypeError, "bias has"),
    (lambda: signal(["a", "b"]), TypeError, "bias has dtype"),
    (lambda: signal(np.ma.masked_array([1.0, 2])), TypeError, "bias is a masked array"),
    # stride and dilation
    (lambda: signal(stride=0), ValueError, "stride=0"),
    (lambda: signal(stride=-1), ValueError, "stride=-1"),
    (lambda: signal(stride=1.0), TypeError, "stride=1.0"),
    (lambda: signal(stride=np.float32(2)), TypeError, "stride="),
    (lambda: signal(stride=True), TypeError, "stride=True"),
    (lambda: signal(stride=np.True_), TypeError, "stride="),
    (lambda: signal(stride="2"), TypeError, "stride='2'"),
    (lambda: signal(stride=None), TypeError, "stride=None"),
    (lambda: signal(stride=(1, 1)), ValueError, "stride=(1, 1)"),
    (lambda: signal(stride=()), ValueError, "stride=()"),
    (lambda: image(stride=(1, 0)), ValueError, "stride=0"),
    (lambda: image(stride=(1, 2.0)), TypeError, "stride=2.0"),
    (lambda: image(stride=[[1, 2]]), ValueError, "stride="),
    (lambda: signal(stride=2**63), ValueError, "stride="),
    (lambda: signal(dilation=0), ValueError, "dilation=0"),
    (lambda: signal(dilation=1.5), TypeError, "dilation=1.5"),
    (lambda: signal(dilation=3), ValueError, "w reaches over 7"),
    (lambda: image(dilation=(1, 2, 3)), ValueError, "dilation=(1, 2, 3)"),
    # padding
    (lambda: signal(padding=-1), ValueError, "padding=-1"),
    (lambda: signal(padding=1.0), TypeError, "padding=1.0"),
    (lambda: signal(padding=True), TypeError, "padding=True"),
    (lambda: signal(padding=None), TypeError, "padding=None"),
    (lambda: signal(padding="SAME"), ValueError, "padding='SAME'"),
    (lambda: signal(padding="reflect"), ValueError, "padding='reflect'"),
    (lambda: signal(padding=b"same"), TypeError, "padding=b'same'"),
    (lambda: signal(padding=(1, 1)), ValueError, "padding=(1, 1)"),
    (lambda: signal(padding=((1, 2, 3),)), ValueError, "padding=((1, 2, 3),)"),
    (lambda: image(padding=(1, 2, 3, 4)), ValueError, "padding=(1, 2, 3, 4)"),
    (lambda: image(padding=((1, 1),)), ValueError, "padding=((1, 1),)"),
    (lambda: image(padding=(1, (1, 1))), ValueError, "padding=(1, (1, 1))"),
    (lambda: image(padding=((1, -1), (0, 0))), ValueError, "padding=-1"),
    (lambda: image(padding=((1, 0.5), (0, 0))), TypeError, "padding=0.5"),
    (lambda: image(padding={1: 2}), TypeError, "padding="),
    # padding_mode and padding_value
    (lambda: signal(padding_mode="mirror"), ValueError, "padding_mode='mirror'"),
    (lambda: signal(padding_mode=None), TypeError, "padding_mode=None"),
    (lambda: signal(padding_mode=0), TypeError, "padding_mode=0"),
    (lambda: signal(padding=1, padding_value=1), ValueError, "padding_value=1"),
    (lambda: constant(value="0"), TypeError, "padding_value='0'"),
    (lambda: constant(value=[1, 2]), TypeError, "padding_value=[1, 2]"),
    (lambda: constant(value=1j), TypeError, "padding_value="),
    (lambda: constant(INTS, 0.5), ValueError, "padding_value=0.5"),
    (lambda: constant(INTS, np.nan), ValueError, "padding_value=nan"),
    (lambda: constant(INTS, 2**63), ValueError, "padding_value="),
    (lambda: constant(INTS.astype("u1"), -1), ValueError, "padding_value=-1"),
    (
        lambda: conv(X[..., :0], W, padding=3, padding_mode="reflect"),
        ValueError,
        "padding_mode='reflect'",
    ),
    # groups, flip, data_format
    (lambda: signal(groups=2), ValueError, "groups=2"),
    (lambda: signal(groups=0), ValueError, "groups=0"),
    (lambda: signal(groups=True), TypeError, "groups=True"),
    (lambda: signal(groups=1.0), TypeError, "groups=1.0"),
    (lambda: signal(groups="1"), TypeError, "groups='1'"),
    (lambda: conv(np.ones((4, 5)), np.ones((3, 2, 2)), groups=2), ValueError, "groups=2"),
    (lambda: signal(flip=1), TypeError, "flip=1"),
    (lambda: signal(flip="yes"), TypeError, "flip='yes'"),
    (lambda: signal(data_format="NCHW"), ValueError, "data_format='NCHW'"),
    (lambda: signal(data_format=None), TypeError, "data_format=None"),
    (lambda: signal(data_format="channels_last"), ValueError, "x has"),
    # dtype, rtol, workspace_limit, workers, backend
    (lambda: signal(dtype="int64"), TypeError, "dtype=int64"),
    (lambda: signal(dtype=">f8"), TypeError, "dtype=>f8"),
    (lambda: signal(dtype="no such type"), TypeError, "dtype='no such type'"),
    (lambda: signal(dtype=object), TypeError, "dtype=object"),
    (lambda: signal(dtype="longdouble"), TypeError, "dtype="),
    (lambda: conv(INTS, INT_FILTERS, dtype=bool), TypeError, "dtype=bool"),
    (lambda: conv(INTS, INT_FILTERS, dtype="uint64"), TypeError, "dtype=uint64"),
    (lambda: conv(X * 1j, W, dtype="float64"), TypeError, "dtype=float64"),
    (lambda: signal(rtol=np.nan), ValueError, "rtol=nan"),
    (lambda: signal(rtol=-1e-9), ValueError, "rtol=-1e-09"),
    (lambda: signal(rtol=np.inf), ValueError, "rtol=inf"),
    (lambda: signal(rtol="1e-6"), TypeError, "rtol='1e-6'"),
    (lambda: signal(rtol=True), TypeError, "rtol=True"),
    (lambda: signal(rtol=1e-6j), TypeError, "rtol="),
    (lambda: signal(workspace_limit=-1), ValueError, "workspace_limit=-1"),
    (lambda: signal(workspace_limit=1e6), TypeError, "workspace_limit=1000000.0"),
    (lambda: signal(workers=0), ValueError, "workers=0"),
    (lambda: signal(workers=-2), ValueError, "workers=-2"),
    (lambda: signal(workers=1.0), TypeError, "workers=1.0"),
    (lambda: signal(workers=True), TypeError, "workers=True"),
    (lambda: signal(backend="cudnn"), ValueError, "backend='cudnn'"),
    (lambda: signal(backend=""), ValueError, "backend=''"),
    (lambda: signal(backend=None), TypeError, "backend=None"),
    (lambda: signal(backend=0), TypeError, "backend=0"),
    (lambda: signal(strides=2), TypeError, "strides"),
    # out
    (lambda: signal(out=[[[0.0] * 3] * 2]), TypeError, "out must be a numpy.ndarray"),
    (lambda: signal(out=np.ma.zeros((1, 2, 3))), TypeError, "numpy.ndarray, not MaskedArray"),
    (lambda: signal(out=np.matrix([[0.0] * 3] * 2)), TypeError, "numpy.ndarray, not matrix"),
    (lambda: signal(out=np.empty((1, 2, 4))), ValueError, "out has shape (1, 2, 4)"),
    (lambda: signal(out=np.empty((2, 3))), ValueError, "out has shape (2, 3)"),
    (lambda: signal(out=np.empty((1, 2, 3), "f4")), TypeError, "out has dtype float32"),
    (lambda: signal(out=np.empty((1, 2, 3), ">f4")), TypeError, "out has dtype >f4"),
    (lambda: signal(out=read_only()), ValueError, "out is read-only"),
    # the other functions
    (lambda: output_shape((1, 2, 5), 7), TypeError, "shape of w"),
    (lambda: output_shape("125", W_SHAPE), TypeError, "shape of x"),
    (lambda: output_shape((1, 2, -5), W_SHAPE), ValueError, "axis 2 of x"),
    (lambda: output_shape((1, 2, 5.0), W_SHAPE), TypeError, "axis 2 of x"),
    (lambda: output_shape((1, True, 5), W_SHAPE), TypeError, "axis 1 of x"),
    (lambda: output_shape(X_SHAPE, (2, 2, 0)), ValueError, "w has kernel size"),
    (lambda: shape_of(stride=0), ValueError, "stride=0"),
    (lambda: shape_of(padding=(1, 1, 1)), ValueError, "padding=(1, 1, 1)"),
    (lambda: shape_of(dilation=4), ValueError, "w reaches over 9"),
    (lambda: plan(X_SHAPE, W_SHAPE), ValueError, "w has shape (3,)"),
    (lambda: plan((1, 3, 5), W), ValueError, "x has 3 channels"),
    (lambda: plan(X_SHAPE, W, effort="maximal"), ValueError, "effort='maximal'"),
    (lambda: plan(X_SHAPE, W, effort=None), TypeError, "effort=None"),
    (lambda: plan(X_SHAPE, W, [1.0]), ValueError, "bias has shape (1,)"),
    (lambda: plan(X_SHAPE, W, backend="cudnn"), ValueError, "backend='cudnn'"),
    (lambda: plan(X_SHAPE, W, out=np.empty((1, 2, 3))), TypeError, "out"),
    (lambda: plan(X_SHAPE, W)(X[..., :4]), ValueError, "x has shape (1, 2, 4)"),
    (lambda: plan(X_SHAPE, W)(X[0]), ValueError, "x has shape (2, 5)"),
    (lambda: plan(X_SHAPE, W)(X.astype("f4")), TypeError, "x has dtype float32"),
    (lambda: plan(X_SHAPE, W)(np.ma.masked_array(X)), TypeError, "x is a masked array"),
    (lambda: plan(X_SHAPE, W)(X, out=np.empty(3)), ValueError, "out has shape (3,)"),
    (lambda: plan(X_SHAPE, W)(X, out=np.empty((1, 2, 3), int)), TypeError, "out has dtype int64"),
    (lambda: plan(X_SHAPE, W)(X, out=read_only()), ValueError, "out is read-only"),
    (lambda: choose("shape", W_SHAPE), TypeError, "x has dtype"),
    (lambda: choose((1, 2, "5"), W_SHAPE), TypeError, "x has dtype"),
    (lambda: choose((1, 2, -5), W_SHAPE), ValueError, "axis 2 of x"),
    (lambda: choose(X_SHAPE, (2, 2, 3.0)), ValueError, "w has shape (3,)"),
    (lambda: choose(X_SHAPE, W_SHAPE, groups=3), ValueError, "groups=3"),
    (lambda: choose(X_SHAPE, W_SHAPE, backend="x"), ValueError, "backend='x'"),
    (lambda: choose(X_SHAPE, W_SHAPE, dtype="no such type"), TypeError, "dtype='no such type'"),
    (lambda: choose(X_SHAPE, W_SHAPE, dtype="U3"), TypeError, "dtype=<U3"),
    (lambda: choose(X_SHAPE, W_SHAPE, rtol=np.nan), ValueError, "rtol=nan"),
    (lambda: explain(X_SHAPE, W_SHAPE, workers=0), ValueError, "workers=0"),
    (lambda: explain(X_SHAPE, W_SHAPE, backend="x"), ValueError, "backend='x'"),
    (lambda: explain(np.ma.masked_array(X), W_SHAPE), TypeError, "x is a masked array"),
    (lambda: find(X, W, budget=0), ValueError, "budget=0"),
    (lambda: find(X, W, budget=np.nan), ValueError, "budget=nan"),
    (lambda: find(X, W, budget=np.inf), ValueError, "budget=inf"),
    (lambda: find(X, W, budget="1"), TypeError, "budget='1'"),
    (lambda: find(X, W, budget=True), TypeError, "budget=True"),
    (lambda: find(X_SHAPE, W), ValueError, "x has shape (3,)"),
    (lambda: find(X, W, stride=0), ValueError, "stride=0"),
    (lambda: find(X, W, backend="naive"), TypeError, "backend"),
    (lambda: set_workers(0).__enter__(), ValueError, "workers=0"),
    (lambda: set_workers(None).__enter__(), TypeError, "workers=None"),
    (lambda: set_workers(2.0).__enter__(), TypeError, "workers=2.0"),
    (lambda: set_workers(True).__enter__(), TypeError, "workers=True"),
    (lambda: set_backend("cudnn").__enter__(), ValueError, "backend='cudnn'"),
    (lambda: set_backend(None).__enter__(), TypeError, "backend=None"),
]


def constant(x=X, value=0):
    return conv(
        x, np.ones((2, 2, 3), x.dtype), padding=1, padding_mode="constant", padding_value=value
    )


@pytest.mark.parametrize(
    ("call", "error", "text"), WRONG, ids=[f"{i}: {text}" for i, (_, _, text) in enumerate(WRONG)]
)
def test_a_wrong_call_names_its_argument(call, error, text):
    arrays = (X, W, IMAGE, FILTERS, INTS, INT_FILTERS)
    before = [a.tobytes() for a in arrays]
    with pytest.raises(error) as raised:
        call()
    assert text in str(raised.value)
    # An UnsupportedProblem is for valid problems only.
    assert not isinstance(raised.value, polyconv.UnsupportedProblem)
    assert [a.tobytes() for a in arrays] == before


def overlaps():
    x, w, bias = X.copy(), W.copy(), np.array([1.0, 2.0])
    shared = np.zeros(20)
    inside = shared[:10].reshape(1, 2, 5)
    swapped = shared[:10].view(">f8").reshape(1, 2, 5)
    self_overlapping = np.lib.stride_tricks.as_strided(shared, (1, 2, 3), (0, 8, 8))
    one_element = np.lib.stride_tricks.as_strided(shared, (1, 2, 3), (0, 0, 0))
    return {
        "x": (x, w, None, x[..., :3]),
        "x shifted": (inside, w, None, shared[9:15].reshape(1, 2, 3)),
        "x byte-swapped": (swapped, w, None, shared[:6].reshape(1, 2, 3)),
        "x of other bytes": (
            shared.view(np.float32)[1:11].reshape(1, 2, 5),
            w,
            None,
            shared[:6].reshape(1, 2, 3),
        ),
        "w": (x, w, None, w.reshape(1, -1)[:, :6].reshape(1, 2, 3)),
        "w byte-swapped": (
            x,
            shared[:12].view(">f8").reshape(2, 2, 3),
            None,
            shared[:6].reshape(1, 2, 3),
        ),
        "bias": (x, w, shared[5:7], shared[:6].reshape(1, 2, 3)),
        "bias of another dtype": (x, w, shared.view(">f8")[:2], shared[:6].reshape(1, 2, 3)),
        "itself": (x, w, bias, self_overlapping),
        "itself in one element": (x, w, bias, one_element),
    }


@pytest.mark.parametrize("which", overlaps())
def test_an_out_that_overlaps_is_refused_and_left_alone(which, backend):
    x, w, bias, out = overlaps()[which]
    before = [None if a is None else a.tobytes() for a in (x, w, bias, out)]
    with pytest.raises(ValueError, match=r"out (overlaps|has strides)") as raised:
        conv(x, w, bias, out=out, backend=backend.name)
    name = which.split()[0]
    assert name == "itself" or f"overlaps {name}" in str(raised.value)
    assert [None if a is None else a.tobytes() for a in (x, w, bias, out)] == before


def test_an_out_over_weights_that_had_to_be_copied_is_refused_by_rank_too():
    shared = np.ones(4)
    swapped = shared.view(shared.dtype.newbyteorder()).reshape(1, 1, 2, 2)
    with pytest.raises(ValueError, match="out overlaps w"):
        conv2d(np.ones((1, 1, 3, 3)), swapped, out=shared.reshape(1, 1, 2, 2))
    assert shared.tolist() == [1, 1, 1, 1]


def test_a_plan_refuses_an_out_that_overlaps_x(backend):
    w = suited(backend, W, "box")
    prepared = plan(X_SHAPE, w, backend=backend.name)
    x = X.copy()
    for array in (x, x.view(">f8")):
        with pytest.raises(ValueError, match="out overlaps x"):
            prepared(array, out=x[..., :3])


@pytest.mark.parametrize(
    "options",
    [
        {"stride": 0},
        {"padding": -1},
        {"workers": 0},
        {"backend": "cudnn"},
        {"bias": [1.0]},
        {"rtol": np.nan},
    ],
    ids=str,
)
def test_out_is_untouched_by_a_wrong_call(options):
    out = poisoned((1, 2, 3), "float64")
    with pytest.raises(ValueError, match=r"allowed|must be"):
        conv(X, W, out=out, **options)
    assert np.isnan(out).all()


def endless(shape, dtype="float32"):
    """An array of any shape in the memory of one element."""
    return np.broadcast_to(np.ones((), dtype), shape)


SMALL = np.ones((1, 1, 3), np.float32)
GIGANTIC = {
    "padding": lambda **o: conv(SMALL, SMALL, padding=10**12, **o),
    "padding of all sides": lambda **o: conv(SMALL, SMALL, padding=((10**15, 10**15),), **o),
    "largest padding": lambda **o: conv(SMALL, SMALL, padding=2**63 - 1, **o),
    "reflected padding": lambda **o: conv(SMALL, SMALL, padding=10**12, padding_mode="wrap", **o),
    "padding of two axes": lambda **o: conv(
        np.ones((1, 1, 2, 2)), np.ones((1, 1, 2, 2)), padding=10**7, **o
    ),
    "dilation": lambda **o: conv(SMALL, SMALL, dilation=10**15, **o),
    "full and dilated": lambda **o: conv(SMALL, SMALL, dilation=10**12, padding="full", **o),
    "batch": lambda **o: conv(endless((10**15, 1, 3)), SMALL, **o),
    "length": lambda **o: conv(endless((1, 1, 10**15)), SMALL, **o),
    "strided length": lambda **o: conv(endless((1, 1, 10**15)), SMALL, stride=10**14, **o),
    "filters": lambda **o: conv(SMALL, endless((10**15, 1, 3)), **o),
    "channels": lambda **o: conv(endless((1, 10**15, 1)), endless((1, 10**15, 1)), **o),
    "kernel": lambda **o: conv(SMALL, endless((1, 1, 10**15)), padding=10**15, **o),
    "unpadded kernel": lambda **o: conv(SMALL, endless((1, 1, 10**15)), **o),
    "byte-swapped": lambda **o: conv(endless((1, 1, 10**15), ">f4"), SMALL, **o),
    "planned": lambda **o: plan((10**15, 1, 3), SMALL, **o),
    "planned filters": lambda **o: plan((1, 1, 3), endless((10**15, 1, 3)), **o),
    "planned channels": lambda **o: plan((10**15, 1), endless((1, 10**15, 1)), **o),
}


@pytest.mark.parametrize("request_", GIGANTIC)
@pytest.mark.parametrize("name", ["auto", *polyconv.backends()])
def test_a_request_beyond_all_memory_fails_at_once(request_, name):
    with pytest.raises((MemoryError, ValueError)):
        GIGANTIC[request_](backend=name)


@pytest.mark.parametrize(("mode", "right"), [("zeros", [0, 2, 0]), ("wrap", [4, 4, 4])])
@pytest.mark.parametrize("name", ["auto", "direct", "im2col", "fft_tiled", "cython", "naive"])
def test_padding_beyond_all_memory_is_no_limit_where_outputs_are_few(name, mode, right):
    x, w = np.array([[[1, 2]]], np.float32), np.array([[[1, 2, 0]]], np.float32)
    options = {"padding": 10**12 + 1, "stride": 10**12, "padding_mode": mode, "backend": name}
    np.testing.assert_allclose(conv(x, w, **options)[0, 0], right, rtol=1e-5)


def test_measuring_a_request_beyond_all_memory_fails_at_once():
    with pytest.raises((MemoryError, ValueError)):
        plan((1, 1, 10**15), SMALL, effort="measure")
    with pytest.raises((MemoryError, ValueError)):
        find(endless((1, 1, 10**15)), SMALL)


def test_a_measurement_allocates_no_stand_in_for_a_result_that_cannot_fit(monkeypatch):
    # The system may overcommit 400 GB of input; the result is known not to fit.
    def refuse(*args, **kwargs):
        raise AssertionError("an input was made up")

    monkeypatch.setattr(np.random, "default_rng", refuse)
    with pytest.raises(MemoryError):
        plan((1, 1, 10**13), SMALL, effort="measure")


@pytest.mark.parametrize("name", ["auto", *polyconv.backends()])
def test_shapes_alone_may_be_gigantic(name):
    assert output_shape((1, 1, 10**15), (1, 1, 3)) == (1, 1, 10**15 - 2)
    if name == "separable":  # it takes filters whose values are known
        with pytest.raises(UnsupportedProblem, match="dense filters"):
            choose((1, 1, 10**12), (1, 1, 3), backend=name)
        return
    assert choose((1, 1, 10**12), (1, 1, 3), backend=name).backend in polyconv.backends()
    if name == "auto":
        assert "x" in str(explain((1, 64, 10**6, 10**6), (64, 64, 3, 3)))


def test_there_are_enough_wrong_calls():
    assert len(WRONG) >= 60


def test_integers_may_be_anything_with_index():
    class Two:
        def __index__(self):
            return 2

    expected = conv(IMAGE, FILTERS, stride=2, padding=2, dilation=2, workers=2)
    for two in (np.int8(2), np.uint64(2), np.array(2), Two()):
        y = conv(IMAGE, FILTERS, stride=two, padding=two, dilation=two, workers=two)
        assert y.tolist() == expected.tolist()
