"""``POLYCONV_VERBOSE`` and ``POLYCONV_BACKEND``, which are read when polyconv is imported."""

import os
import re
import subprocess
import sys

import pytest

import polyconv
from polyconv import _api, _plan, _select

CALLS = """
import numpy as np, polyconv
rng = np.random.default_rng(0)
x, w = rng.random((1, 16, 30, 30), np.float32), rng.random((16, 16, 3, 3), np.float32)
polyconv.conv(x, w, padding=1, backend="direct", workers=1)
p = polyconv.plan(x, w, padding=1, backend="im2col", workers=1)
p(x)
p(np.asfortranarray(x))
x[:] = np.nan
with polyconv.set_backend("auto"):
    polyconv.choose(x, w)  # runs nothing
polyconv.conv_transpose(x[:, :, :1], w, backend="direct", workers=1)
"""

GOLDEN = """\
polyconv: conv x (1x16x30x30) w (16x16x3x3) padding 1x1 float32: direct (forced), N ms
polyconv: plan x (1x16x30x30) w (16x16x3x3) padding 1x1 float32: im2col (forced), N ms
polyconv: plan x (1x16x30x30) w (16x16x3x3) padding 1x1 float32: im2col (forced), N ms
polyconv: conv x (1x16x1x30) w (16x16x3x3) padding 2x2 float32: direct (forced), N ms
"""


def run(code, **environment):
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout, re.sub(r"[\d.e+-]+ ms$", "N ms", done.stderr, flags=re.M)


@pytest.mark.slow
def test_each_computed_convolution_is_one_line():
    assert run(CALLS, POLYCONV_VERBOSE="1") == ("", GOLDEN)


@pytest.mark.slow
@pytest.mark.parametrize("value", ["", "0"])
def test_nothing_is_printed_unless_asked_for(value):
    assert run(CALLS, POLYCONV_VERBOSE=value) == ("", "")


VETO = """
import numpy as np, polyconv
x = np.full((1, 64, 56, 56), np.nan, np.float32)
w = np.random.default_rng(0).random((64, 64, 3, 3), np.float32)
p = polyconv.plan(x, w, padding=1, rtol=1.0)
p(x)
p(np.zeros_like(x))
print(p.backend, polyconv.choose(x, w, padding=1, rtol=1.0, prepared=True).source)
"""


@pytest.mark.slow
def test_a_veto_is_printed():
    chosen, lines = run(VETO, POLYCONV_VERBOSE="1")
    backend, source = chosen.split()
    assert not polyconv._registry.backend_named(backend).dot_product, "the veto has no effect"
    first, second = lines.splitlines()
    assert re.search(r": \w+ \(veto\), N ms$", first)
    assert not re.search(rf": {backend} \(", first)
    assert second.endswith(f": {backend} ({source}), N ms")


def test_a_call_pays_nothing_for_what_is_unset():
    # The functions themselves, not wrappers of them.
    assert not hasattr(_api.conv, "__wrapped__")
    assert not hasattr(_plan.Plan.__call__, "__wrapped__")


NAMED = """
import numpy as np, polyconv
x, w = np.ones((1, 1, 9), np.float32), np.ones((1, 1, 3), np.float32)
print(polyconv.choose(x, w).backend, polyconv.explain(x, w).why)
with polyconv.set_backend("auto"):
    print(polyconv.choose(x, w).source)
print(polyconv.choose(x, w, backend="naive").backend)
"""


@pytest.mark.slow
def test_auto_means_what_the_environment_names():
    out, err = run(NAMED, POLYCONV_BACKEND="cython")
    assert err == ""
    assert out.splitlines() == ["cython named by POLYCONV_BACKEND", "model", "naive"]


@pytest.mark.slow
def test_an_unknown_name_is_reported_by_the_variable():
    _, err = run(NAMED, POLYCONV_BACKEND="fast")
    last = err.splitlines()[-1]
    assert last.startswith("ValueError: POLYCONV_BACKEND='fast'; allowed: 'auto', 'direct'")
    assert run(NAMED, POLYCONV_BACKEND="")[1] == ""


@pytest.mark.slow
def test_a_backend_of_the_environment_never_falls_back():
    code = NAMED.replace("np.float32", "np.int32")
    _, err = run(code, POLYCONV_BACKEND="im2col")
    assert "UnsupportedProblem: im2col: dtype" in err


def test_the_default_is_auto():
    assert _select._OF_ENVIRONMENT[1] == ()
