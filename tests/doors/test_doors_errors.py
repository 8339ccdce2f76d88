"""Wrong calls of the doors to torch, JAX, autograd and ONNX name the argument and its value."""

from importlib.util import find_spec

import numpy as np
import pytest
import scipy.sparse

X, W = np.ones((1, 2, 9)), np.ones((3, 2, 3))


def of_torch(name="conv", **arguments):
    """Call the door with tensors of `X` and `W`, unless other arguments are given."""
    import torch

    import polyconv.torch

    given = {"x": X, "w": W} | arguments
    given = {k: torch.tensor(v) if isinstance(v, np.ndarray) else v for k, v in given.items()}
    return getattr(polyconv.torch, name)(**given)


def of_jax(**arguments):
    import polyconv.jax

    return polyconv.jax.conv(**({"x": X, "w": W} | arguments))


def of_autograd(name="conv", **arguments):
    import polyconv.autograd

    names = {"A": X[0, 0], "B": W[0, 0]} if name == "convolve" else {"x": X, "w": W}
    return getattr(polyconv.autograd, name)(**(names | arguments))


def of_onnx(kind="Conv", inputs=None, **attributes):
    """Evaluate one node; `inputs` are arrays in their order."""
    from onnx import helper

    from polyconv import onnx

    inputs = (X.astype("f4"), W.astype("f4")) if inputs is None else inputs
    node = helper.make_node(kind, [f"i{n}" for n in range(len(inputs))], ["y"], **attributes)
    operator = next(each for each in onnx.ops if each.__name__ == kind)
    run_params = {"log": lambda *a: None, "opsets": {"": 22}, "new_ops": None}
    return operator(node, run_params).run(*inputs)


def torch_number(value):
    import torch

    return torch.tensor(value)


def sparse_tensor():
    import torch

    return torch.tensor(X).to_sparse()


def on_another_device():
    """Return a tensor that claims to be where polyconv cannot read."""
    import torch

    class Elsewhere(torch.Tensor):
        device = torch.device("cuda:0")

    return torch.tensor(X).as_subclass(Elsewhere)


def quantized(**other):
    """Return the inputs of a QLinearConv in their order, some of them replaced."""
    scale, zero = np.float32(0.5), np.uint8(3)
    inputs = {
        "x": np.ones((1, 2, 9), "u1"),
        "x_scale": scale,
        "x_zero_point": zero,
        "w": np.ones((3, 2, 3), "u1"),
        "w_scale": scale,
        "w_zero_point": zero,
        "y_scale": scale,
        "y_zero_point": zero,
    }
    return tuple(np.asarray(value) for value in (inputs | other).values())


def transposed(**attributes):
    return of_onnx("ConvTranspose", (X.astype("f4"), np.ones((2, 3, 3), "f4")), **attributes)


def pooled(x=X, **attributes):
    return of_onnx("AveragePool", (x.astype("f4"),), **({"kernel_shape": [2]} | attributes))


BYTES = np.ones((1, 2, 9), "u1"), np.ones((3, 2, 3), "u1")

WRONG = {
    "torch": [
        (lambda: of_torch(x=X.tolist()), TypeError, "x is of type list; allowed: a torch.Tensor"),
        (lambda: of_torch(w=None), TypeError, "w is of type NoneType"),
        (lambda: of_torch(x=sparse_tensor()), TypeError, "x has layout torch.sparse_coo"),
        (lambda: of_torch(x=on_another_device()), ValueError, "x is on device 'cuda:0'; allowed"),
        (lambda: of_torch(w=W[0]), ValueError, "w has shape (2, 3)"),
        (lambda: of_torch(x=X[:, :1]), ValueError, "x has 1 channels"),
        (lambda: of_torch(bias=np.ones(2)), ValueError, "bias has shape (2,); allowed: (3,)"),
        (lambda: of_torch(stride=0), ValueError, "stride=0"),
        (lambda: of_torch(stride=object()), TypeError, "stride=<object"),
        (lambda: of_torch(stride=np.nan), ValueError, "stride=nan; allowed: finite"),
        (lambda: of_torch(stride=torch_number(1.5)), TypeError, "stride=tensor(1.5000)"),
        (lambda: of_torch(rtol=np.inf), ValueError, "rtol=inf; allowed: finite"),
        (lambda: of_torch(rtol=np.float64("nan")), ValueError, "rtol=nan; allowed: finite"),
        (lambda: of_torch(padding="SAME"), ValueError, "padding='SAME'"),
        (lambda: of_torch(padding_mode="mirror"), ValueError, "padding_mode='mirror'"),
        (lambda: of_torch(padding_value="a"), TypeError, "padding_value='a' must be one number"),
        (lambda: of_torch(padding_value=None), TypeError, "padding_value=None must be one number"),
        (lambda: of_torch(padding_value=True), TypeError, "padding_value=True must be one number"),
        (lambda: of_torch(backend="cudnn"), ValueError, "backend='cudnn'"),
        (lambda: of_torch(dtype="int64"), TypeError, "dtype=int64"),
        (lambda: of_torch(out=X), TypeError, "out"),
        (lambda: of_torch(strides=2), TypeError, "strides"),
        (lambda: of_torch("conv_transpose", w=np.ones((3, 2, 3))), ValueError, "x has 2 channels"),
        (
            lambda: of_torch("conv_transpose", w=np.ones((2, 2, 3)), output_padding=1),
            ValueError,
            "output_padding=1",
        ),
        (
            lambda: of_torch("conv_transpose", w=np.ones((2, 2, 3)), padding_mode="wrap"),
            TypeError,
            "padding_mode",
        ),
    ],
    "jax": [
        (lambda: of_jax(x=np.ma.masked_array(X)), TypeError, "x is a masked array"),
        (lambda: of_jax(w=scipy.sparse.eye_array(3)), TypeError, "w is a sparse"),
        (lambda: of_jax(w=W.astype(object)), TypeError, "w has dtype object"),
        (lambda: of_jax(x=X[0, 0]), ValueError, "x has shape (9,)"),
        (lambda: of_jax(bias=np.ones((3, 1))), ValueError, "bias has shape (3, 1)"),
        (lambda: of_jax(bias=np.ones(3) * 1j), TypeError, "bias has dtype complex64"),
        (lambda: of_jax(dilation=0), ValueError, "dilation=0"),
        (lambda: of_jax(groups=3), ValueError, "groups=3"),
        (lambda: of_jax(dtype="float64"), ValueError, "dtype='float64' has 64 bits; allowed"),
        (lambda: of_jax(backend="xla"), ValueError, "backend='xla'"),
        (lambda: of_jax(out=X), TypeError, "out"),
        (lambda: of_jax(stride=object()), TypeError, "stride=<object"),
    ],
    "autograd": [
        (lambda: of_autograd(w=np.ma.masked_array(W)), TypeError, "w is a masked array"),
        (lambda: of_autograd(flip=1), TypeError, "flip=1"),
        (lambda: of_autograd(rtol=-1), ValueError, "rtol=-1"),
        (lambda: of_autograd(out=X), TypeError, "out has no gradient"),
        (lambda: of_autograd(bias=np.ones(4)), ValueError, "bias has shape (4,)"),
        (lambda: of_autograd("convolve", mode="wrap"), ValueError, "mode='wrap'; allowed: 'full'"),
        (lambda: of_autograd("convolve", axes=3), TypeError, "axes=3 must be a pair"),
        (
            lambda: of_autograd("convolve", A=np.ones((2, 3))),
            ValueError,
            "axes=None with A of shape (2, 3) and B of shape (3,)",
        ),
        (lambda: of_autograd("convolve", axes=([0], [1])), ValueError, "allowed: axes from -1 to"),
        (lambda: of_autograd("convolve", axes=([0], [])), ValueError, "names 1 axes of A and 0"),
        (
            lambda: of_autograd("convolve", dot_axes=([0], [0])),
            ValueError,
            "name an axis of A twice",
        ),
        (
            lambda: of_autograd("convolve", A=np.ones((2,) * 4), B=np.ones((2,) * 4)),
            ValueError,
            "convolves 4 axes; allowed: at most 3",
        ),
        (
            lambda: of_autograd("convolve", axes=([], []), dot_axes=([0], [0])),
            ValueError,
            "dot_axes=([0], [0]) have sizes (9,) in A and (3,) in B",
        ),
        (
            lambda: of_autograd("convolve", A=np.ones((3, 5)), B=np.ones((4, 4)), mode="valid"),
            ValueError,
            "mode='valid' with sizes (3, 5) of A and (4, 4) of B",
        ),
    ],
    "onnx": [
        (lambda: of_onnx(strides=[1, 1]), ValueError, "strides=[1, 1]; allowed: 1 integers"),
        (lambda: of_onnx(dilations=[0]), ValueError, "dilations=[0]"),
        (lambda: of_onnx(pads=[1]), ValueError, "pads=[1]; allowed: 2 integers of at least 0"),
        (lambda: of_onnx(pads=[-1, 0]), ValueError, "pads=[-1, 0]"),
        (lambda: of_onnx(kernel_shape=[5]), ValueError, "kernel_shape=[5]; allowed: [3]"),
        (lambda: of_onnx(auto_pad="SAME"), ValueError, "auto_pad='SAME'; allowed: 'NOTSET'"),
        (lambda: of_onnx(group=3), ValueError, "groups=3"),
        (lambda: of_onnx(inputs=(X, W[0])), ValueError, "W has shape (2, 3); allowed: 3 to 5 axes"),
        (lambda: of_onnx(inputs=(X, W, np.ones(2))), ValueError, "bias has shape (2,)"),
        (lambda: transposed(output_padding=[1]), ValueError, "output_padding=[1]; allowed: less"),
        (lambda: transposed(output_shape=[0]), ValueError, "output_shape=[0]"),
        (lambda: transposed(pads=[9, 9]), ValueError, "pads=[9, 9] leaves no output"),
        (
            lambda: of_onnx("ConvTranspose", (np.ones((1, 2)), np.ones((2, 3, 3)))),
            ValueError,
            "X has shape (1, 2); allowed: 3 axes",
        ),
        (
            lambda: of_onnx("ConvInteger", (X.astype("i2"), BYTES[1])),
            ValueError,
            "x has dtype int16; allowed: int8, uint8",
        ),
        (
            lambda: of_onnx("ConvInteger", (*BYTES, np.ones(2, "u1"))),
            ValueError,
            "x_zero_point has shape (2,); allowed: one number",
        ),
        (
            lambda: of_onnx("ConvInteger", (*BYTES, None, np.ones(2, "u1"))),
            ValueError,
            "w_zero_point has shape (2,); allowed: one number, or (3,)",
        ),
        (
            lambda: of_onnx("QLinearConv", quantized(w_scale=np.ones(4, "f4"))),
            ValueError,
            "w_scale has shape (4,)",
        ),
        (
            lambda: of_onnx("QLinearConv", quantized(x_scale=np.ones(2, "f4"))),
            ValueError,
            "x_scale has shape (2,)",
        ),
        (
            lambda: of_onnx("QLinearConv", quantized(y_zero_point=np.int32(1))),
            ValueError,
            "y_zero_point has dtype int32",
        ),
        (
            lambda: of_onnx("QLinearConv", quantized(y_zero_point=np.ones(3, "u1"))),
            ValueError,
            "y_zero_point has shape (3,)",
        ),
        (lambda: pooled(kernel_shape=[0]), ValueError, "kernel_shape=[0]; allowed: 1 integers"),
        (lambda: pooled(kernel_shape=[2, 2]), ValueError, "kernel_shape=[2, 2]; allowed: 1"),
        (lambda: pooled(kernel_shape=[10]), ValueError, "kernel_shape=[10] leaves no output"),
        (lambda: pooled(strides=[0]), ValueError, "strides=[0]; allowed: 1 integers of at least 1"),
        (lambda: pooled(dilations=[9]), ValueError, "leaves no output on spatial axis 0"),
        (lambda: pooled(pads=[1]), ValueError, "pads=[1]; allowed: 2 integers of at least 0"),
        (lambda: pooled(auto_pad="FULL"), ValueError, "auto_pad='FULL'; allowed: 'NOTSET'"),
        (lambda: pooled(x=X[0]), ValueError, "X has shape (2, 9); allowed: 3 axes or more"),
    ],
}
CALLS = [(library, *each) for library, calls in WRONG.items() for each in calls]


@pytest.mark.parametrize(
    ("library", "call", "error", "text"),
    CALLS,
    ids=[f"{library} {i}: {text}" for i, (library, _, _, text) in enumerate(CALLS)],
)
def test_a_wrong_call_names_its_argument(library, call, error, text):
    if find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    with pytest.raises(error) as raised:
        call()
    assert text in str(raised.value)


def test_there_are_enough_wrong_calls():
    assert len(CALLS) >= 60
