"""`polyconv.torch`: results on the memory of tensors, gradients of any order, compiled graphs."""

import numpy as np
import pytest

import polyconv
from polyconv._call_options import packed
from polyconv.backends import BACKENDS
from support.agreement import slow_but_first

torch = pytest.importorskip("torch")

from polyconv.torch import conv, conv_transpose  # noqa: E402

OPTIONS = {
    "plain": {},
    "strided": {"stride": 2, "padding": ((2, 1),)},
    "dilated": {"dilation": 2, "padding": "same_lower"},
    "reflected": {"padding": "same", "padding_mode": "reflect", "stride": 2},
    "wrapped": {"padding": 3, "padding_mode": "circular"},
    "constant": {"padding": 2, "padding_mode": "constant", "padding_value": -1.5},
    "grouped": {"groups": 2, "flip": True},
}
TRANSPOSED = {
    "plain": {},
    "strided": {"stride": 2, "padding": ((2, 1),)},
    "behind the last product": {"stride": 3, "output_padding": 2, "padding": 1},
    "dilated": {"dilation": 3, "output_padding": 2},
    "same": {"stride": 4, "padding": "same"},
    "grouped": {"groups": 2, "flip": True, "padding": 1},
}
DTYPES = ["float64", pytest.param("complex128", marks=pytest.mark.slow)]


def tensor(*shape, dtype="float64", seed=0, grad=True):
    generator = torch.Generator().manual_seed(seed + sum(shape))
    made = torch.randn(*shape, dtype=getattr(torch, dtype), generator=generator)
    return made.requires_grad_(grad)


def operands(options, dtype, transposed=False):
    groups = options.get("groups", 1)
    w = (2, 4 // groups, 3) if transposed else (4, 2 // groups, 3)
    return [tensor(*shape, dtype=dtype) for shape in ((2, 2, 6), w, (4,))]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", OPTIONS)
def test_gradients_of_conv(name, dtype):
    arrays = operands(OPTIONS[name], dtype)

    def call(*tensors):
        return conv(*tensors, **OPTIONS[name])

    assert torch.autograd.gradcheck(call, arrays)
    assert torch.autograd.gradgradcheck(call, arrays, fast_mode=True)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", TRANSPOSED)
def test_gradients_of_conv_transpose(name, dtype):
    arrays = operands(TRANSPOSED[name], dtype, transposed=True)

    def call(*tensors):
        return conv_transpose(*tensors, **TRANSPOSED[name])

    assert torch.autograd.gradcheck(call, arrays)
    assert torch.autograd.gradgradcheck(call, arrays, fast_mode=True)


def test_gradcheck_finds_a_wrong_gradient():
    x, w, _ = operands({}, "float64")
    with pytest.raises(RuntimeError, match="Jacobian mismatch"):
        torch.autograd.gradcheck(lambda x, w: conv(x, w) + 1e-3 * (x.detach() ** 2).sum(), (x, w))


@pytest.mark.parametrize("data_format", ["channels_first", "channels_last"])
@pytest.mark.parametrize("batched", [True, False])
def test_layouts(data_format, batched):
    first = data_format == "channels_first"
    x = tensor(3, 4, 6, 5) if first else tensor(3, 6, 5, 4)
    w = tensor(2, 4, 3, 3) if first else tensor(3, 3, 4, 2)
    x = x if batched else x[0].detach().requires_grad_()

    def call(*tensors):
        return conv(*tensors, data_format=data_format, padding=1)

    assert torch.autograd.gradcheck(call, (x, w, tensor(2)))


X, W, V = (2, 4, 7), (4, 4, 3), (4, 4, 2)
CASES = {
    "conv": ((X, W, (4,)), (packed({"stride": 2}),)),
    "conv_transpose": ((X, V, (4,)), (packed({"stride": 2}),)),
    "conv_input": ((W, X), ((2, 4, 9), packed({"padding_mode": "constant"}))),
    "conv_weight": ((X, (2, 4, 5)), ((4, 4, 3), packed({}))),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", slow_but_first(CASES))
@pytest.mark.parametrize("dtype", slow_but_first(["float32", "complex64"]))
def test_opcheck(name, dtype):
    shapes, others = CASES[name]
    tensors = [tensor(*shape, dtype=dtype) for shape in shapes]
    operator = getattr(torch.ops.polyconv, name).default
    torch.library.opcheck(operator, (*tensors, *others))


FORMATS = {
    "contiguous": (torch.contiguous_format, (2, 3, 8, 8)),
    "channels_last": (torch.channels_last, (2, 3, 8, 8)),
    "channels_last_3d": (torch.channels_last_3d, (2, 3, 4, 8, 8)),
}


@pytest.mark.parametrize("name", FORMATS)
def test_memory_formats_are_kept(name):
    layout, shape = FORMATS[name]
    x = tensor(*shape, grad=False).contiguous(memory_format=layout)
    w = tensor(5, 3, *[3] * (len(shape) - 2), grad=False)
    y = conv(x, w, padding=1)
    assert y.is_contiguous(memory_format=layout)
    np.testing.assert_allclose(y, polyconv.conv(x.numpy(), w.numpy(), padding=1), rtol=1e-12)
    torch.library.opcheck(torch.ops.polyconv.conv.default, (x, w, None, packed({"padding": 1})))


def test_arrays_are_read_and_written_in_place(monkeypatch):
    seen = {}

    def remember(x, w, bias, *, out, **options):
        seen.update(x=x, w=w, bias=bias, out=out)
        out[...] = 7

    monkeypatch.setattr(polyconv, "conv", remember)
    x, w, bias = (tensor(*s, grad=False) for s in ((1, 2, 9), (3, 2, 3), (3,)))
    y = conv(x[..., 1:], w, bias)
    for name, one in {"x": x[..., 1:], "w": w, "bias": bias, "out": y}.items():
        assert seen[name].ctypes.data == one.data_ptr(), name
        assert seen[name].strides == tuple(8 * step for step in one.stride()), name
    assert (y == 7).all()


@pytest.mark.parametrize("name", ["bool", "int8", "uint8", "int32", "float16", "float32"])
def test_dtypes(name):
    x = (tensor(1, 2, 9, grad=False) * 5).to(getattr(torch, name))
    w = (tensor(3, 2, 3, grad=False) * 5).to(getattr(torch, name))
    wanted = polyconv.conv(x.numpy(), w.numpy())
    y = conv(x, w)
    assert y.numpy().dtype == wanted.dtype
    assert np.array_equal(y.numpy(), wanted)
    assert conv(x, w, dtype=torch.float64).dtype == torch.float64


def test_bfloat16():
    ml_dtypes = pytest.importorskip("ml_dtypes")
    x, w = tensor(1, 2, 9).bfloat16(), tensor(3, 2, 3).bfloat16()
    y = conv(x, w)
    assert y.dtype == torch.bfloat16
    wide = conv(x.detach().float(), w.detach().float())
    rounded = wide.numpy().astype(ml_dtypes.bfloat16).astype("f4")
    assert np.array_equal(y.detach().float().numpy(), rounded)
    x = x.detach().requires_grad_()
    conv(x, w.detach()).sum().backward()
    assert x.grad.dtype == torch.bfloat16


def test_gradients_have_the_dtypes_of_their_tensors():
    x = tensor(1, 2, 9, dtype="float32")
    w = tensor(3, 2, 3, dtype="complex128")
    bias = tensor(3, dtype="float64")
    y = conv(x, w, bias)
    assert y.dtype == torch.complex128
    (y.abs() ** 2).sum().backward()
    assert (x.grad.dtype, w.grad.dtype, bias.grad.dtype) == (x.dtype, w.dtype, bias.dtype)


def test_conjugated_and_expanded_tensors():
    x, w = tensor(1, 2, 9, dtype="complex128"), tensor(3, 2, 3, dtype="complex128")
    assert torch.allclose(conv(x.conj(), w), conv(x.conj().resolve_conj(), w))
    assert torch.autograd.gradcheck(lambda x, w: conv(x.conj(), w).sum().abs(), (x, w))
    one = tensor(1, 1, 1).expand(2, 3, 9)
    assert torch.equal(
        conv(one, w.real[:, :1].expand(3, 3, 3)).detach(),
        conv(one.contiguous(), w.real[:, :1].expand(3, 3, 3)).detach(),
    )


def test_only_wanted_gradients_are_computed(monkeypatch):
    called = []
    for name in ("conv_input", "conv_weight"):
        function = getattr(polyconv.grad, name)
        monkeypatch.setattr(
            polyconv.grad, name, lambda *a, n=name, f=function, **o: (called.append(n), f(*a, **o))
        )
    x, w = tensor(1, 2, 9, grad=False), tensor(3, 2, 3)
    conv(x, w).sum().backward()
    assert called == ["conv_weight"]


@pytest.mark.parametrize("backend", [b.name for b in BACKENDS])
def test_gradients_exist_whichever_backend_is_named(backend):
    x, w = tensor(1, 4, 9, 9), tensor(4, 4, 3, 3)
    try:
        y = conv(x, w, padding=1, backend=backend)
    except polyconv.UnsupportedProblem as error:
        assert backend in str(error)
        return
    y.sum().backward()
    assert w.grad.shape == w.shape


@pytest.mark.slow
@pytest.mark.parametrize("dynamic", [False, True])
def test_compiled_graphs(dynamic):
    def loss(x, w, bias):
        y = conv(2 * x, w, bias, stride=(1, 2), padding="same", padding_mode="edge")
        return (conv_transpose(y, w, stride=(1, 2), padding="same", output_padding=0) ** 2).sum()

    compiled = torch.compile(loss, fullgraph=True, backend="aot_eager", dynamic=dynamic)
    for size in (8, 10):  # the second one compiles again
        arrays = tensor(2, 3, size, 6), tensor(3, 3, 3, 4), tensor(3)
        wanted = torch.autograd.grad(loss(*arrays), arrays)
        got = torch.autograd.grad(compiled(*arrays), arrays)
        for one, other in zip(got, wanted, strict=True):
            assert torch.allclose(one, other)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:.*torch.jit:DeprecationWarning")  # of inductor itself
def test_compiled_by_the_default_compiler():
    x, w = tensor(2, 3, 8, 6, dtype="float32"), tensor(5, 3, 3, 3, dtype="float32")

    def call(x, w):
        return conv(x.relu(), w, padding=1).relu().sum()

    compiled = torch.compile(call, fullgraph=True)
    assert torch.allclose(compiled(x, w), call(x, w))
    compiled(x, w).backward()
    assert w.grad.shape == w.shape


def test_exported_programs_hold_the_call():
    class Layer(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.w = torch.nn.Parameter(tensor(5, 3, 3, grad=False))

        def forward(self, x):
            return conv(x, self.w, padding=((1, 2),), flip=True)

    x = tensor(2, 3, 9, grad=False)
    program = torch.export.export(Layer(), (x,))
    assert "torch.ops.polyconv.conv" in program.graph_module.code
    assert torch.equal(program.module()(x), Layer()(x))


def test_options_of_numpy_and_not_finite_ones():
    x, w = tensor(1, 2, 9, grad=False), tensor(3, 2, 3, grad=False)
    options = {"stride": np.int64(2), "padding": np.array([3]), "padding_mode": "constant"}
    for value in (np.nan, -np.inf, np.float32(0.5), 3):
        wanted = polyconv.conv(x.numpy(), w.numpy(), padding_value=value, **options)
        np.testing.assert_array_equal(conv(x, w, padding_value=value, **options), wanted)
    z = x.to(torch.complex128)
    wanted = polyconv.conv(z.numpy(), w.numpy(), padding_value=1 - 2j, **options)
    np.testing.assert_array_equal(conv(z, w, padding_value=1 - 2j, **options), wanted)
