"""Problems that direct computes with other spatial axes: small images, axes of one element."""

import numpy as np
import pytest

from polyconv import conv, plan
from polyconv.backends.direct.reshaping import reshaped
from polyconv.backends.direct.tuning import TUNING
from polyconv.backends.trimming import trimmed
from support.agreement import check, poisoned, problem_of, random_values
from support.direct_problems import DIRECT, LAST

N = TUNING.MIN_JOINED_IMAGES + 3

# Canonical shapes of x and w; options. All batches are joined.
PROBLEMS = {
    "signals": ((N, 1, 16), (1, 1, 5), {}),
    "single_samples": ((N, 3, 1), (2, 3, 1), {}),
    "padded_signals": ((N, 3, 7), (4, 3, 3), {"padding": "same", "stride": 2}),
    "causal_signals": ((N, 2, 9), (3, 2, 4), {"padding": "causal", "dilation": 2}),
    "wrapped_signals": ((N, 2, 9), (2, 1, 3), {"padding": 4, "padding_mode": "wrap", "groups": 2}),
    "grouped_signals": ((N, 48, 100), (24, 2, 7), {"padding": 3, "groups": 24}),
    "images": ((N, 1, 5, 6), (4, 1, 3, 3), {}),
    "many_filters": ((N, 2, 3, 4), (11, 2, 2, 2), {"padding": 1}),
    "depthwise": ((N, 5, 5, 4), (5, 1, 3, 3), {"padding": 1, "groups": 5, "stride": (2, 1)}),
    "reflected_images": ((N, 2, 4, 5), (3, 2, 3, 2), {"padding": 2, "padding_mode": "reflect"}),
    "one_pixel": ((N, 2, 1, 1), (3, 2, 3, 3), {"padding": 1}),
    "constant": (
        (N, 1, 4, 4),
        (1, 1, 3, 3),
        {"padding": 1, "padding_mode": "constant", "padding_value": 2},
    ),
}


def arrays(name, dtype, last=False):
    x_shape, w_shape, options = PROBLEMS[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    if last:
        x = np.ascontiguousarray(np.moveaxis(x, 1, -1))
        w = np.ascontiguousarray(np.moveaxis(w, (0, 1), (-1, -2)))
        options = options | LAST
    return x, w, options


@pytest.mark.parametrize("last", [False, True], ids=["first", "last"])
@pytest.mark.parametrize("dtype", ["float32", "float64", "complex64", "float16", "int8", "uint64"])
@pytest.mark.parametrize("name", PROBLEMS)
def test_joined_images_give_the_definition(name, dtype, last):
    x, w, options = arrays(name, dtype, last)
    assert reshaped(problem_of(x, w, **options)).batch == 1
    check(DIRECT, x, w, random_values((w.shape[-1 if last else 0],), dtype, 3), **options)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("name", PROBLEMS)
def test_joined_images_have_the_bits_of_single_ones(name, workers):
    x, w, options = arrays(name, "int32")
    together = conv(x, w, backend="direct", workers=workers, **options)
    apart = [conv(image, w, backend="direct", workers=1, **options) for image in x]
    np.testing.assert_array_equal(together, np.stack(apart))


def test_a_value_that_is_not_finite_stays_in_its_image():
    x, w, options = arrays("padded_signals", "float32")
    x[4, 1, 3] = np.nan
    out = conv(x, w, backend="direct", **options)
    assert np.isnan(out[4]).any()
    assert np.isfinite(np.delete(out, 4, axis=0)).all()


@pytest.mark.parametrize("name", ["signals", "depthwise"])
def test_any_strides_of_input_and_result(name):
    x, w, options = arrays(name, "float32")
    expected = conv(x, w, backend="direct", **options)
    wide = np.repeat(x, 2, axis=-1)[..., ::2]
    holder = poisoned((*expected.shape[:-1], 3 * expected.shape[-1]), x.dtype)
    planned = plan(wide, w, backend="direct", **options)
    np.testing.assert_array_equal(planned(wide, out=holder[..., ::3]), expected)


# Shapes of x and w, options, and the axes that are left.
UNIT_AXES = {
    "column": ((2, 3, 40, 1), (4, 3, 5, 1), {"padding": ((2, 2), (0, 0))}, (40,)),
    "line_in_a_volume": ((1, 1, 50, 1, 1), (1, 1, 9, 1, 1), {}, (50,)),
    "image_in_a_volume": ((1, 2, 7, 1, 9), (3, 2, 3, 1, 3), {"stride": (2, 1, 1)}, (7, 9)),
    "pixel": ((2, 6, 1, 1), (5, 6, 1, 1), {}, (1,)),
    "pixels": ((N, 6, 1, 1), (5, 6, 1, 1), {}, (N,)),
    "volumes_of_a_line": ((N, 2, 1, 8, 1), (2, 2, 1, 3, 1), {}, (N, 8)),
}


@pytest.mark.parametrize("last", [False, True], ids=["first", "last"])
@pytest.mark.parametrize("dtype", ["float32", "complex128", "int16"])
@pytest.mark.parametrize("name", UNIT_AXES)
def test_axes_of_one_element_are_left_out(name, dtype, last):
    x_shape, w_shape, options, left = UNIT_AXES[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    if last:
        x, w = np.moveaxis(x, 1, -1), np.moveaxis(w, (0, 1), (-1, -2))
        options = options | LAST
    assert reshaped(problem_of(x, w, **options)).spatial == left
    check(DIRECT, x, w, random_values((w_shape[0],), dtype, 3), **options)


# Windows as long as a short last axis. The axis with the most outputs is then computed as the last.
SHORT_AXES = {
    "pairs": ((2, 3, 200, 2), (3, 1, 5, 2), {"groups": 3}, (2, 200)),
    "volume": ((1, 2, 150, 3, 2), (1, 2, 2, 3, 2), {"stride": (1, 2, 1)}, (3, 2, 150)),
    "padded": ((1, 1, 3, 140, 1), (1, 1, 3, 4, 3), {"padding": ((1, 0), (2, 1), (1, 1))}, (3, 140)),
    "dilated": ((1, 1, 300, 5), (1, 1, 3, 3), {"dilation": (4, 2), "stride": 2}, (5, 300)),
    "joined": ((N, 1, 140, 3), (1, 1, 2, 3), {}, (N, 3, 140)),
    "reflected": (
        (1, 1, 6, 140, 2),
        (1, 1, 2, 3, 4),
        {"padding": 1, "padding_mode": "reflect"},
        (6, 2, 140),
    ),
}


@pytest.mark.parametrize("last", [False, True], ids=["first", "last"])
@pytest.mark.parametrize("dtype", ["float32", "complex128", "int16"])
@pytest.mark.parametrize("name", SHORT_AXES)
def test_short_axes_that_windows_span_are_not_last(name, dtype, last):
    x_shape, w_shape, options, order = SHORT_AXES[name]
    x, w = random_values(x_shape, dtype, 1), random_values(w_shape, dtype, 2)
    if last:
        x, w = np.moveaxis(x, 1, -1), np.moveaxis(w, (0, 1), (-1, -2))
        options = options | LAST
    problem = problem_of(x, w, **options)
    assert reshaped(trimmed(problem)[0]).spatial == order
    check(DIRECT, x, w, random_values((w_shape[0],), dtype, 3), **options)


@pytest.mark.parametrize("batch", [1, N])
def test_channels_of_one_pixel_lie_side_by_side(batch):
    x, w = (
        random_values((batch, 40, 1, 1), "float32", 1),
        random_values((40, 1, 3, 3), "float32", 2),
    )
    problem = problem_of(x, w, groups=40, padding=1)
    assert reshaped(trimmed(problem)[0]).data_format == "channels_last"
    check(DIRECT, x, w, random_values((40,), "float32", 3), groups=40, padding=1)


def test_an_empty_axis_is_no_axis_of_one_element():
    x, w = np.empty((2, 3, 0, 9)), random_values((2, 3, 1, 3), "float64")
    check(DIRECT, x, w, padding=((1, 0), (0, 0)))


def test_large_images_and_small_batches_stay_apart():
    for x_shape, w_shape in [
        ((N, 8, 64, 64), (8, 8, 3, 3)),
        ((TUNING.MIN_JOINED_IMAGES - 1, 1, 16), (1, 1, 5)),
        ((N, 1, 4, 4, 4), (1, 1, 2, 2, 2)),
        ((N, 48, 16, 16), (48, 1, 5, 5)),
        ((N, 48, TUNING.MAX_JOINED_ROW + 1), (48, 1, 15)),
    ]:
        x, w = np.empty(x_shape, np.float32), np.empty(w_shape, np.float32)
        problem = problem_of(x, w, padding="same", groups=x_shape[1] // w_shape[1])
        assert reshaped(problem) is problem
