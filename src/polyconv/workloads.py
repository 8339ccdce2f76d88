"""The table of named problems: what is raced, timed, watched for regressions and tested.

One row is one convolution that people really run. `polyconv race`, the asv and pytest-benchmark
suites and the conformance tests all read this table. It is installed as `polyconv.workloads`, and
asv imports the copy in ``benchmarks/`` to time old commits on today's rows; so it needs only NumPy
and polyconv's public functions, and those not before they are used.

There are two tables. `WORKLOADS`, in suites, is for `polyconv race` and the tests; `PEERS`, in
classes of problems that ask the same of a kernel, is for the comparison with other libraries and
for the asv history. Rows of the first stand in the second wherever they fit.

Sources of the layers:

- ResNet-50: K. He et al., "Deep residual learning for image recognition", arXiv:1512.03385, with
  the stride in the 3x3 layer as in torchvision ("v1.5").
- VGG-16: K. Simonyan, A. Zisserman, arXiv:1409.1556, configuration D.
- MobileNetV2: M. Sandler et al., arXiv:1801.04381, table 2.
- 3-D U-Net: O. Cicek et al., arXiv:1606.06650; strided layer: F. Isensee et al., nnU-Net,
  arXiv:1809.10486. Volumes are cut to 64 voxels a side.
- Audio: A. Baevski et al., wav2vec 2.0, arXiv:2006.11477; A. van den Oord et al., WaveNet,
  arXiv:1609.03499; A. Defossez et al., Demucs, arXiv:1911.13254; Y. Luo, N. Mesgarani, Conv-TasNet,
  arXiv:1809.07454; J. Kong et al., HiFi-GAN, arXiv:2010.05646.
- The sources of the rows that only `PEERS` has stand beside them.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["PEERS", "WORKLOADS", "Workload", "by_name", "image_workload", "suites", "workloads"]


@dataclass(frozen=True)
class Workload:
    """One named convolution: shapes, options and dtype, and no data.

    Attributes
    ----------
    name : str
        ``"suite/layer"``, unique in the table.
    x_shape, w_shape : tuple of int
        As `polyconv.conv` takes them, batched.
    stride, padding, dilation, groups, padding_mode, data_format
        Options of `polyconv.conv`.
    dtype : str
        Dtype of both arrays.
    count : int
        How often the layer occurs in its network.
    result_dtype : str or None
        Dtype of the result, where that is not left to `polyconv.conv`.
    image_filter : str or None
        For a filter that is meant for a photograph: its name, as ``polyconv race --kernel`` takes
        it. `arrays` gives random numbers of the same shapes.
    """

    name: str
    x_shape: tuple[int, ...]
    w_shape: tuple[int, ...]
    stride: int | tuple[int, ...] = 1
    padding: int | str | tuple[int, ...] | tuple[tuple[int, int], ...] = 0
    dilation: int | tuple[int, ...] = 1
    groups: int = 1
    padding_mode: str = "zeros"
    data_format: str = "channels_first"
    dtype: str = "float32"
    count: int = 1
    result_dtype: str | None = None
    image_filter: str | None = None

    @property
    def suite(self) -> str:
        """The part of `name` before the slash."""
        return self.name.partition("/")[0]

    @property
    def layer(self) -> str:
        """The part of `name` after the slash."""
        return self.name.partition("/")[2]

    @property
    def options(self) -> dict[str, Any]:
        """The keyword arguments of `polyconv.conv`."""
        dtype = {} if self.result_dtype is None else {"dtype": self.result_dtype}
        return {**self._geometry, "padding_mode": self.padding_mode, **dtype}

    @property
    def _geometry(self) -> dict[str, Any]:
        return {
            "stride": self.stride,
            "padding": self.padding,
            "dilation": self.dilation,
            "groups": self.groups,
            "data_format": self.data_format,
        }

    @property
    def flops(self) -> int:
        """Real multiplications and additions of the definition; 8 for each complex product."""
        from polyconv import output_shape

        outputs = math.prod(output_shape(self.x_shape, self.w_shape, **self._geometry))
        per_term = 8 if np.dtype(self.dtype).kind == "c" else 2
        return per_term * outputs * math.prod(self.w_shape) // self._out_channels

    def arrays(self, seed: int = 0) -> tuple[NDArray[Any], NDArray[Any]]:
        """Random numbers of this workload's shapes and dtype, the same for the same `seed`.

        Returns
        -------
        x, w : ndarray
            Floats: `x` in [-1, 1) and `w` scaled by the number of terms, so that results stay
            about 1. Integers: -8 to 7, or 0 to 15 where unsigned.
        """
        rng = np.random.default_rng(seed)
        dtype = np.dtype(self.dtype)
        x, w = _random(rng, self.x_shape, dtype), _random(rng, self.w_shape, dtype)
        if dtype.kind in "fc":
            terms = math.prod(self.w_shape) // self._out_channels
            w *= dtype.type(math.sqrt(3 / terms))
        return x, w

    def scaled_down(self, limit_flops: int) -> "Workload":
        """A smaller problem of the same kind, of at most `limit_flops` operations.

        Kernel and options stay; images, channels, groups and batch shrink, always the one that
        has the most left.

        Raises
        ------
        ValueError
            If even the smallest such problem takes more.
        """
        small = self
        while small.flops > limit_flops:
            small = small._halved()
        return small

    def _halved(self) -> "Workload":
        last = self.data_format == "channels_last"
        rank = len(self.x_shape) - 2
        batch, *spatial = (self.x_shape[0], *self.x_shape[1 if last else 2 :][:rank])
        kernel = self.w_shape[:rank] if last else self.w_shape[2:]
        group_in = self.w_shape[-2] if last else self.w_shape[1]
        sizes = [*spatial, group_in, self._out_channels // self.groups, self.groups, batch]
        least = [*self._reach(kernel), 1, 1, 1, 1]
        which = max(range(len(sizes)), key=lambda i: sizes[i] / least[i])
        if sizes[which] <= least[which]:
            raise ValueError(f"{self.name} cannot be scaled below {self.flops} operations")
        sizes[which] = max(sizes[which] // 2, least[which])
        *spatial, group_in, group_out, groups, batch = sizes
        if last:
            x_shape = (batch, *spatial, groups * group_in)
            w_shape = (*kernel, group_in, groups * group_out)
        else:
            x_shape = (batch, groups * group_in, *spatial)
            w_shape = (groups * group_out, group_in, *kernel)
        return replace(self, x_shape=x_shape, w_shape=w_shape, groups=groups)

    def _reach(self, kernel: Sequence[int]) -> list[int]:
        """The smallest image, per axis, on which this padding leaves an output."""
        if isinstance(self.padding, str) and self.padding != "valid":
            return [1] * len(kernel)
        padding = 0 if isinstance(self.padding, str) else self.padding
        around = np.broadcast_to(
            np.reshape(padding, (-1, 1)) if np.ndim(padding) == 1 else padding, (len(kernel), 2)
        ).sum(axis=1)
        spread = np.broadcast_to(self.dilation, len(kernel)) * (np.array(kernel) - 1) + 1
        return [max(1, int(e - p)) for e, p in zip(spread, around, strict=True)]

    @property
    def _out_channels(self) -> int:
        return self.w_shape[-1 if self.data_format == "channels_last" else 0]


def _random(rng: np.random.Generator, shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
    match dtype.kind:
        case "b":
            return rng.integers(0, 2, shape).astype(dtype)
        case "u":
            return rng.integers(0, 16, shape).astype(dtype)
        case "i":
            return rng.integers(-8, 8, shape).astype(dtype)
        case "c":
            real = _random(rng, shape, np.dtype(np.float64))
            return (real + 1j * _random(rng, shape, np.dtype(np.float64))).astype(dtype)
    return (2 * rng.random(shape, np.float32) - 1).astype(dtype)


def _layer(
    name: str,
    channels: tuple[int, int],
    image: tuple[int, ...],
    kernel: tuple[int, ...],
    **options: Any,
) -> Workload:
    """A network's layer: from and to so many channels, on one image, padded to keep its size."""
    c, k = channels
    groups = options.get("groups", 1)
    options.setdefault("padding", tuple(size // 2 for size in kernel))
    return Workload(name, (1, c, *image), (k, c // groups, *kernel), **options)


def image_workload(
    name: str,
    image_filter: str,
    size: tuple[int, int],
    *,
    channels: int = 3,
    filters: int = 1,
    photo: tuple[int, int] = (600, 512),
) -> Workload:
    """Filters of one `size` on each channel of a photograph, its border reflected.

    By default the photograph is matplotlib's sample, ``grace_hopper.jpg``.
    """
    return Workload(
        name,
        (1, channels, *photo),
        (channels * filters, 1, *size),
        padding="same",
        padding_mode="reflect",
        groups=channels,
        image_filter=image_filter,
    )


_224, _112, _56, _28, _14, _7 = ((n, n) for n in (224, 112, 56, 28, 14, 7))
_64, _32, _16 = ((n, n, n) for n in (64, 32, 16))
_1x1, _3x3, _7x7, _3x3x3 = (1, 1), (3, 3), (7, 7), (3, 3, 3)

WORKLOADS: tuple[Workload, ...] = (
    # ResNet-50, every distinct layer: 53 layers, 4.09e9 multiply-adds in all.
    _layer("resnet50/conv1_7x7_s2", (3, 64), _224, _7x7, stride=2),
    _layer("resnet50/conv2_reduce_1st", (64, 64), _56, _1x1),
    _layer("resnet50/conv2_reduce", (256, 64), _56, _1x1, count=2),
    _layer("resnet50/conv2_3x3", (64, 64), _56, _3x3, count=3),
    # The projection of the first block has the same shape as the three expanding layers.
    _layer("resnet50/conv2_expand", (64, 256), _56, _1x1, count=4),
    _layer("resnet50/conv3_reduce_1st", (256, 128), _56, _1x1),
    _layer("resnet50/conv3_3x3_s2", (128, 128), _56, _3x3, stride=2),
    _layer("resnet50/conv3_project_s2", (256, 512), _56, _1x1, stride=2),
    _layer("resnet50/conv3_reduce", (512, 128), _28, _1x1, count=3),
    _layer("resnet50/conv3_3x3", (128, 128), _28, _3x3, count=3),
    _layer("resnet50/conv3_expand", (128, 512), _28, _1x1, count=4),
    _layer("resnet50/conv4_reduce_1st", (512, 256), _28, _1x1),
    _layer("resnet50/conv4_3x3_s2", (256, 256), _28, _3x3, stride=2),
    _layer("resnet50/conv4_project_s2", (512, 1024), _28, _1x1, stride=2),
    _layer("resnet50/conv4_reduce", (1024, 256), _14, _1x1, count=5),
    _layer("resnet50/conv4_3x3", (256, 256), _14, _3x3, count=5),
    _layer("resnet50/conv4_expand", (256, 1024), _14, _1x1, count=6),
    _layer("resnet50/conv5_reduce_1st", (1024, 512), _14, _1x1),
    _layer("resnet50/conv5_3x3_s2", (512, 512), _14, _3x3, stride=2),
    _layer("resnet50/conv5_project_s2", (1024, 2048), _14, _1x1, stride=2),
    _layer("resnet50/conv5_reduce", (2048, 512), _7, _1x1, count=2),
    _layer("resnet50/conv5_3x3", (512, 512), _7, _3x3, count=2),
    _layer("resnet50/conv5_expand", (512, 2048), _7, _1x1, count=3),
    # VGG-16, from the widest image to the most channels.
    _layer("vgg16/conv1_1", (3, 64), _224, _3x3),
    _layer("vgg16/conv1_2", (64, 64), _224, _3x3),
    _layer("vgg16/conv3_1", (128, 256), _56, _3x3),
    _layer("vgg16/conv4_2", (512, 512), _28, _3x3, count=2),
    _layer("vgg16/conv5", (512, 512), _14, _3x3, count=3),
    # MobileNetV2: depthwise, and pointwise from few channels to many and back.
    _layer("mobilenetv2/dw_112", (32, 32), _112, _3x3, groups=32),
    _layer("mobilenetv2/pw_expand_112", (16, 96), _112, _1x1),
    _layer("mobilenetv2/dw_112_s2", (96, 96), _112, _3x3, groups=96, stride=2),
    _layer("mobilenetv2/pw_project_56", (144, 24), _56, _1x1),
    _layer("mobilenetv2/dw_14", (576, 576), _14, _3x3, groups=576, count=2),
    _layer("mobilenetv2/pw_last_7", (320, 1280), _7, _1x1),
    # 3-D U-Net.
    _layer("unet3d/first_3ch", (3, 32), _64, _3x3x3),
    _layer("unet3d/down1_s2", (32, 32), _64, _3x3x3, stride=2),
    _layer("unet3d/enc2", (32, 64), _32, _3x3x3),
    _layer("unet3d/enc3", (128, 128), _16, _3x3x3),
    _layer("unet3d/head_1x1x1", (64, 3), _64, (1, 1, 1)),
    # Audio: one second of speech at 16 kHz, or of music at 44.1 kHz; a filter for ten at 48 kHz.
    _layer("audio1d/wav2vec2_conv0_s5", (1, 512), (16000,), (10,), stride=5, padding=0),
    _layer("audio1d/wav2vec2_conv1_s2", (512, 512), (3199,), (3,), stride=2, padding=0),
    _layer("audio1d/wav2vec2_position", (768, 768), (49,), (128,), groups=16),
    _layer("audio1d/wavenet_d512", (64, 128), (16000,), (2,), dilation=512, padding="causal"),
    _layer("audio1d/demucs_enc2_s4", (64, 128), (11024,), (8,), stride=4, padding=0),
    _layer("audio1d/tasnet_dw_d64", (512, 512), (3199,), (3,), groups=512, dilation=64, padding=64),
    _layer("audio1d/fir_1001", (1, 1), (480_000,), (1001,), padding="same"),
    # Filters on a photograph: its three colours, or one grey channel.
    image_workload("image/gaussian_5", "gaussian:5", (5, 5)),
    image_workload("image/gaussian_15", "gaussian:15", (15, 15)),
    image_workload("image/gaussian_31", "gaussian:31", (31, 31)),
    image_workload("image/box_9", "box:9", (9, 9)),
    image_workload("image/sobel", "sobel", (3, 3), channels=1, filters=2),
    image_workload("image/laplacian", "laplacian", (3, 3), channels=1),
    # So small that only the overhead of a call shows.
    _layer("tiny/signal", (1, 1), (16,), (3,)),
    _layer("tiny/image", (1, 4), (8, 8), _3x3),
    _layer("tiny/pointwise", (8, 8), (4, 4), _1x1),
    _layer("tiny/volume", (2, 2), (4, 4, 4), _3x3x3),
)


def _rows(*names: str) -> tuple[Workload, ...]:
    """Rows of `WORKLOADS`."""
    table = {workload.name: workload for workload in WORKLOADS}
    return tuple(table[name] for name in names)


def _batched(workload: Workload, batch: int) -> Workload:
    """The same layer on several images."""
    shape = (batch, *workload.x_shape[1:])
    return replace(workload, name=f"{workload.name}_b{batch}", x_shape=shape, count=1)


def _typed(workload: Workload, dtype: str, result_dtype: str | None = None) -> Workload:
    """The same layer in another dtype."""
    name = f"{workload.name}_{dtype}"
    return replace(workload, name=name, dtype=dtype, result_dtype=result_dtype, count=1)


def _channels_last(workload: Workload) -> Workload:
    """The same layer with its channels on the last axis."""
    batch, channels, *image = workload.x_shape
    filters, group_in, *kernel = workload.w_shape
    return replace(
        workload,
        name=f"{workload.name}_last",
        x_shape=(batch, *image, channels),
        w_shape=(*kernel, group_in, filters),
        data_format="channels_last",
        count=1,
    )


def _filter(size: int, image: tuple[int, int]) -> Workload:
    """One filter on a grey image, surrounded by zeros: what every image library offers."""
    megapixels = round(math.prod(image) / 1e6)
    name = f"filter/{size}x{size}_{megapixels}mpx"
    return Workload(name, (1, 1, *image), (1, 1, size, size), padding="same")


def _colour_filter(size: int, image: tuple[int, int]) -> Workload:
    """A filter for each colour of an image whose pixels have them side by side, as files do."""
    megapixels = round(math.prod(image) / 1e6)
    row = Workload(
        f"colour/{size}x{size}_{megapixels}mpx",
        (1, 3, *image),
        (3, 1, size, size),
        padding=size // 2,
        groups=3,
    )
    return _channels_last(row)


def _fir(taps: int, samples: int) -> Workload:
    """One filter on one long signal."""
    return Workload(f"fir/{samples}x{taps}", (1, 1, samples), (1, 1, taps), padding="same")


_1MPX, _2MPX, _4MPX, _8MPX = (1024, 1024), (1080, 1920), (2048, 2048), (2160, 3840)
_35, _17 = (35, 35), (17, 17)

_DENSE = (
    *_rows(
        "resnet50/conv2_3x3",
        "resnet50/conv3_3x3",
        "resnet50/conv3_3x3_s2",
        "resnet50/conv4_3x3",
        "resnet50/conv4_3x3_s2",
        "resnet50/conv5_3x3",
        "vgg16/conv1_2",
        "vgg16/conv3_1",
        "vgg16/conv4_2",
    ),
    # C. Szegedy et al., Inception v3, arXiv:1512.00567: 5x5, and 7x7 in two factors.
    _layer("inception3/5x5_35", (48, 64), _35, (5, 5)),
    _layer("inception3/1x7_17", (192, 192), _17, (1, 7)),
    _layer("inception3/7x1_17", (192, 192), _17, (7, 1)),
    _layer("inception3/3x3_s2_35", (288, 384), _35, _3x3, stride=2, padding=0),
    # C. Szegedy et al., GoogLeNet, arXiv:1409.4842, block 3b.
    _layer("googlenet/5x5_28", (32, 96), _28, (5, 5)),
    # J.-Y. Zhu et al., CycleGAN, arXiv:1703.10593: the last layer, to few channels.
    _layer("cyclegan/7x7_to_rgb", (64, 3), (128, 128), _7x7),
)

_POINTWISE = _rows(
    "resnet50/conv2_reduce",
    "resnet50/conv2_expand",
    "resnet50/conv3_project_s2",
    "resnet50/conv3_reduce",
    "resnet50/conv4_expand",
    "resnet50/conv5_reduce",
    "mobilenetv2/pw_expand_112",
    "mobilenetv2/pw_project_56",
    "mobilenetv2/pw_last_7",
)

_DEPTHWISE = (
    *_rows("mobilenetv2/dw_112", "mobilenetv2/dw_112_s2", "mobilenetv2/dw_14"),
    # M. Tan, Q. Le, EfficientNet-B0, arXiv:1905.11946, table 1.
    _layer("efficientnet/dw5_56_s2", (144, 144), _56, (5, 5), groups=144, stride=2),
    _layer("efficientnet/dw5_28", (240, 240), _28, (5, 5), groups=240),
    _layer("efficientnet/dw5_14", (672, 672), _14, (5, 5), groups=672),
    # Z. Liu et al., ConvNeXt-T, arXiv:2201.03545.
    _layer("convnext/dw7_56", (96, 96), _56, _7x7, groups=96),
)

_UNET3D = (
    *_rows("unet3d/down1_s2", "unet3d/enc2", "unet3d/enc3", "unet3d/head_1x1x1"),
    # D. Tran et al., C3D, arXiv:1412.0767: 16 frames of video.
    _layer("c3d/conv2", (64, 128), (16, 56, 56), _3x3x3),
)

# What `benchmarks/peers.py` compares: classes of problems, each with the shapes that people run.
PEERS: Mapping[str, tuple[Workload, ...]] = {
    "dense": _DENSE,
    "dense_batch8": tuple(
        _batched(row, 8)
        for row in _rows(
            "resnet50/conv2_3x3",
            "resnet50/conv3_3x3_s2",
            "resnet50/conv4_reduce",
            "resnet50/conv5_3x3",
        )
    ),
    "pointwise": _POINTWISE,
    "dilated": (
        # L.-C. Chen et al., DeepLabv3, arXiv:1706.05587: blocks at output stride 8, and the
        # pyramid on 33x33, here from 512 channels.
        _layer("deeplabv3/conv4_d2", (256, 256), (33, 33), _3x3, dilation=2, padding=2),
        _layer("deeplabv3/conv5_d4", (512, 512), (33, 33), _3x3, dilation=4, padding=4),
        _layer("deeplabv3/aspp_d12", (512, 256), (33, 33), _3x3, dilation=12, padding=12),
        # Y. Li et al., CSRNet, arXiv:1802.10062, at an eighth of 512x384.
        _layer("csrnet/back_d2", (256, 128), (48, 64), _3x3, dilation=2, padding=2),
    ),
    "first_layers": (
        *_rows("resnet50/conv1_7x7_s2", "vgg16/conv1_1", "unet3d/first_3ch"),
        _layer("mobilenetv2/conv1_s2", (3, 32), _224, _3x3, stride=2),
        _layer("inception3/conv1_s2", (3, 32), (299, 299), _3x3, stride=2, padding=0),
        # A. Krizhevsky, "One weird trick", arXiv:1404.5997.
        _layer("alexnet/conv1_11x11_s4", (3, 64), _224, (11, 11), stride=4, padding=2),
        # A. Dosovitskiy et al., ViT-B/16, arXiv:2010.11929.
        _layer("vit/patches_16x16_s16", (3, 768), _224, (16, 16), stride=16, padding=0),
        _layer("unet3d/first_1ch", (1, 32), _64, _3x3x3),
    ),
    "depthwise": _DEPTHWISE,
    "depthwise_31": (
        # X. Ding et al., RepLKNet-31B, arXiv:2203.06717: one layer of each stage.
        _layer("replknet/dw31_56", (128, 128), _56, (31, 31), groups=128),
        _layer("replknet/dw29_28", (256, 256), _28, (29, 29), groups=256),
        _layer("replknet/dw27_14", (512, 512), _14, (27, 27), groups=512),
    ),
    "grouped": (
        # S. Xie et al., ResNeXt-50 (32x4d), arXiv:1611.05431: 4, 8 and 16 channels a group.
        _layer("resnext50/conv2_g32", (128, 128), _56, _3x3, groups=32),
        _layer("resnext50/conv3_g32_s2", (256, 256), _56, _3x3, groups=32, stride=2),
        _layer("resnext50/conv3_g32", (256, 256), _28, _3x3, groups=32),
        _layer("resnext50/conv4_g32", (512, 512), _14, _3x3, groups=32),
        # I. Radosavovic et al., RegNetX-400MF, arXiv:2003.13678: 16 channels a group.
        _layer("regnetx/stage3_g10", (160, 160), _14, _3x3, groups=10),
    ),
    "image_3x3": (_filter(3, _1MPX), _filter(3, _8MPX)),
    "image_filters": (
        _filter(5, _1MPX),
        _filter(5, _8MPX),
        _filter(7, _4MPX),
        _filter(9, _2MPX),
        _filter(11, _1MPX),
        _filter(15, _8MPX),
    ),
    "image_31x31": (
        _filter(31, _1MPX),
        _filter(31, _2MPX),
        _filter(31, _8MPX),
        _filter(63, _1MPX),
    ),
    "colour_filters": (
        _colour_filter(3, _2MPX),
        _colour_filter(5, _1MPX),
        _colour_filter(9, _1MPX),
    ),
    "audio_wide": (
        *_rows(
            "audio1d/wav2vec2_conv1_s2",
            "audio1d/wav2vec2_position",
            "audio1d/wavenet_d512",
            "audio1d/demucs_enc2_s4",
        ),
        _layer("hifigan/stage2_k7", (128, 128), (2048,), (7,), dilation=3, padding=9),
    ),
    "audio_narrow": (
        *_rows("audio1d/wav2vec2_conv0_s5", "audio1d/tasnet_dw_d64"),
        _layer("tasnet/encoder", (1, 512), (16000,), (16,), stride=8, padding=0),
        _layer("demucs/enc1_s4", (2, 64), (44100,), (8,), stride=4, padding=0),
        _layer("hifigan/stage4_k11", (32, 32), (8192,), (11,), dilation=5, padding=25),
    ),
    "fir": (
        _fir(31, 1_000_000),
        _fir(129, 1_000_000),
        _fir(1001, 1_000_000),
        *_rows("audio1d/fir_1001"),
    ),
    "volumes": _UNET3D,
    "float64": tuple(
        _typed(row, "float64")
        for row in _rows(
            "resnet50/conv2_3x3",
            "resnet50/conv4_3x3",
            "resnet50/conv3_3x3_s2",
            "resnet50/conv4_reduce",
            "vgg16/conv4_2",
            "unet3d/enc2",
        )
    ),
    "float64_thin": (
        *(
            _typed(row, "float64")
            for row in (
                *_rows("mobilenetv2/dw_112"),
                _filter(7, _1MPX),
                _filter(15, _1MPX),
                _fir(129, 1_000_000),
                _fir(1001, 1_000_000),
            )
        ),
    ),
    "complex": (
        *(_typed(row, "complex64") for row in _rows("resnet50/conv3_3x3", "resnet50/conv4_reduce")),
        _typed(_rows("resnet50/conv3_3x3")[0], "complex128"),
        _typed(_filter(7, _1MPX), "complex64"),
        # A channel filter of a software radio.
        _typed(_fir(129, 1_000_000), "complex64"),
    ),
    "integer": (
        *(
            _typed(row, "int32", "int32")
            for row in _rows("resnet50/conv3_3x3", "resnet50/conv4_reduce")
        ),
        *(
            _typed(row, "int8", "int32")
            for row in _rows("resnet50/conv3_3x3", "resnet50/conv4_reduce")
        ),
        _typed(_rows("resnet50/conv3_3x3")[0], "uint8", "int32"),
        _typed(_filter(5, _1MPX), "uint8", "int32"),
    ),
    "channels_last": tuple(
        _channels_last(row)
        for row in (
            *_rows(
                "resnet50/conv1_7x7_s2",
                "resnet50/conv2_3x3",
                "resnet50/conv4_3x3",
                "resnet50/conv4_reduce",
                "mobilenetv2/dw_112",
                "unet3d/enc2",
            ),
        )
    ),
    "tiny": (
        *_rows("tiny/signal", "tiny/image", "tiny/pointwise", "tiny/volume"),
        _layer("tiny/rgb", (3, 8), (8, 8), _3x3),
    ),
}


def suites() -> tuple[str, ...]:
    """Names of the suites, in the table's order."""
    return tuple(dict.fromkeys(workload.suite for workload in WORKLOADS))


def workloads(suite: str) -> tuple[Workload, ...]:
    """The rows of one suite.

    Raises
    ------
    KeyError
        If there is no such suite; the text lists those there are.
    """
    if suite not in suites():
        raise KeyError(f"suite {suite!r}; allowed: {', '.join(suites())}")
    return tuple(workload for workload in WORKLOADS if workload.suite == suite)


def by_name(name: str) -> Workload:
    """The row of either table called `name`, such as ``"resnet50/conv2_3x3"``.

    Raises
    ------
    KeyError
        If there is none.
    """
    for workload in (*WORKLOADS, *(row for rows in PEERS.values() for row in rows)):
        if workload.name == name:
            return workload
    raise KeyError(f"no workload is called {name!r}")
