"""Modules that `import polyconv` and a first call load, counted because times are noisy."""

import json
import subprocess
import sys

import pytest

# Modules that importing polyconv may add to NumPy's, own ones excluded: of the standard library.
MAX_OTHERS = 60

CODE = """
import json, sys
import numpy
before = set(sys.modules)
import polyconv
imported = sorted(set(sys.modules) - before)
{code}
print(json.dumps([imported, sorted(set(sys.modules) - before)]))
"""


def modules(code=""):
    """Return the modules that importing polyconv added, and those after `code`."""
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(code=code)], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def of(name, names):
    return [each for each in names if each == name or each.startswith(f"{name}.")]


def test_importing_polyconv_loads_no_backend_and_nothing_of_scipy():
    imported, _ = modules()
    for name in ("scipy", "astropy", "threadpoolctl", "importlib.metadata", "asyncio", "email"):
        assert of(name, imported) == []
    assert of("torch", imported) == []
    assert of("polyconv.backends", imported) == ["polyconv.backends"]
    own = of("polyconv", imported)
    assert len(own) < 40
    assert len(imported) - len(own) <= MAX_OTHERS, imported


def test_a_small_call_loads_nothing_of_scipy():
    _, used = modules("polyconv.conv(numpy.ones((1, 3, 9, 9)), numpy.ones((4, 3, 3, 3)))")
    assert of("scipy", used) == []
    assert "polyconv.backends.direct" in used
    # Backends that cannot be the fastest are not loaded, nor the search for other packages'
    # backends.
    for name in ("winograd", "im2col", "fft", "separable", "naive", "adapters"):
        assert of(f"polyconv.backends.{name}", used) == [], name
    for name in ("importlib.metadata", "email", "zipfile"):
        assert of(name, used) == [], name


def test_a_named_backend_loads_no_other():
    call = "polyconv.conv1d(numpy.ones((1, 99)), numpy.ones((1, 1, 9)), backend='cython')"
    _, used = modules(call)
    loaded = {name.split(".")[2] for name in of("polyconv.backends", used) if name.count(".") > 1}
    assert "cython" in loaded
    assert not loaded & {"direct", "separable", "winograd", "im2col", "fft_tiled", "fft"}


@pytest.mark.slow
@pytest.mark.parametrize(("backend", "module"), [("fft", "scipy.fft"), ("im2col", "scipy.linalg")])
def test_a_backend_loads_what_it_needs_of_scipy(backend, module):
    call = f"polyconv.conv1d(numpy.ones((1, 99)), numpy.ones((1, 1, 9)), backend={backend!r})"
    _, used = modules(call)
    assert module in used


def test_nanconv_loads_nothing_of_scipy():
    call = "polyconv.nanconv(numpy.full((1, 9, 9), numpy.nan), numpy.ones((1, 1, 3, 3)))"
    _, used = modules(call)
    assert of("scipy", used) == of("astropy", used) == []


@pytest.mark.slow
def test_names_stay_what_they_are_after_backends_are_loaded():
    modules("""
from polyconv.backends import BACKENDS
import polyconv.backends.fft
assert callable(polyconv.backends) and polyconv.backends()[0] == BACKENDS[0].name
assert polyconv.backends()[-1] == BACKENDS[-1].name == "naive"
from importlib.metadata import version
assert polyconv.__version__ == version("polyconv")
try:
    polyconv.no_such_name
except AttributeError as error:
    assert "no_such_name" in str(error)
else:
    raise SystemExit("a missing attribute was found")
""")
