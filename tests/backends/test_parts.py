"""Problems that are parts of arrays beyond caches: other stores and prefetches, same results."""

from dataclasses import replace

import numpy as np
import pytest

from polyconv import conv
from polyconv._plan import decide_in, make_plan
from polyconv.backends.direct import _record
from polyconv.backends.direct import backend as direct
from polyconv.backends.direct.planner import tiling_of
from support.agreement import problem_of

SHAPES = {
    "stencil 5x5": ((1, 1, 40, 512), (1, 1, 5, 5), 1),
    "stencil 3x3, short rows": ((1, 1, 40, 100), (1, 1, 3, 3), 1),
    "depthwise 3x3": ((1, 8, 24, 512), (8, 1, 3, 3), 8),
    "depthwise 7x7": ((1, 32, 24, 40), (32, 1, 7, 7), 32),
    "layer": ((2, 8, 12, 300), (16, 8, 3, 3), 1),
}


def small_integers(shape, seed):
    """Return values whose sums of products are exact in float32, whatever their order."""
    return np.random.default_rng(seed).integers(-8, 9, shape).astype(np.float32)


@pytest.mark.parametrize("backend", ["direct", "separable", "im2col", "winograd", "fft_tiled"])
@pytest.mark.parametrize("mode", ["zeros", "reflect"])
@pytest.mark.parametrize("name", SHAPES)
def test_parts_have_the_results_of_whole_arrays(name, mode, backend):
    x_shape, w_shape, groups = SHAPES[name]
    x, w = small_integers(x_shape, 1), small_integers(w_shape, 2)
    if backend == "separable":
        w[...] = 3
    options = {"padding": "same", "padding_mode": mode, "groups": groups}
    expected = conv(x.astype(np.int64), w.astype(np.int64), backend="cython", **options)
    problem = replace(problem_of(x, w, workers=1, **options), whole_bytes=1 << 50)
    try:
        structured, choice = decide_in(None, problem, w, backend)
    except NotImplementedError as error:
        pytest.skip(str(error))
    plan = make_plan(structured, choice, w, None)
    assert plan.problem.whole_bytes == 1 << 50
    expected = expected.astype(np.float32)
    wide = np.full((*expected.shape[:-1], expected.shape[-1] + 7), 5, np.float32)
    for out in (None, np.empty_like(expected), wide[..., 3:-4]):
        result = plan(x, out)
        if backend in ("winograd", "fft_tiled"):
            np.testing.assert_allclose(result, expected, rtol=0, atol=1e-4 * abs(expected).max())
        else:
            np.testing.assert_array_equal(result, expected)
    assert (wide[..., :3] == 5).all()
    assert (wide[..., -4:] == 5).all()


def test_a_part_is_streamed_as_the_whole_array_would_be():
    x_shape, w_shape, _ = SHAPES["stencil 5x5"]
    x, w = np.empty(x_shape, np.float32), np.ones(w_shape, np.float32)
    whole = problem_of(x, w, padding="same", workers=1)
    for p, streams in ((whole, False), (replace(whole, whole_bytes=1 << 50), True)):
        record = _record.record(p, tiling_of(p), direct.elements_of(p))
        assert record["nontemporal"] == streams
