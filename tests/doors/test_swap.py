"""`installed`: SciPy's functions are replaced in all modules, for all threads, and put back."""

import inspect
import subprocess
import sys
import threading
from types import ModuleType

import numpy as np
import pytest
from scipy import ndimage

import polyconv.scipy.ndimage as ours
from polyconv.scipy.ndimage import installed

ORIGINAL = ndimage.gaussian_filter
NAMES = sorted(set(ours.__all__) - {"installed"})


@pytest.fixture
def holder(monkeypatch):
    """Return a module that has imported one of SciPy's functions by another name."""
    module = ModuleType("holder_of_filters")
    module.smooth = ndimage.gaussian_filter
    module.own = ours.gaussian_filter
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return module


def is_ours(function):
    return inspect.unwrap(function) is ours.gaussian_filter


def test_all_functions_are_replaced_and_put_back():
    before = [getattr(ndimage, name) for name in NAMES]
    with installed():
        for name, original in zip(NAMES, before, strict=True):
            assert inspect.unwrap(getattr(ndimage, name)) is getattr(ours, name)
            assert getattr(ndimage, name) is not original
            assert getattr(ndimage._filters, name) is getattr(ndimage, name)
    assert [getattr(ndimage, name) for name in NAMES] == before
    assert [getattr(ndimage._filters, name) for name in NAMES] == before


@pytest.mark.slow
def test_importing_replaces_nothing():
    code = (
        "from scipy import ndimage; before = dict(vars(ndimage)); import polyconv.scipy.ndimage;"
        "assert vars(ndimage) == before"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_importing_polyconv_imports_no_door():
    code = "import sys, polyconv; assert not [m for m in sys.modules if 'polyconv.scipy' in m]"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_modules_that_hold_a_function_get_the_replacement(holder):
    with installed():
        assert is_ours(holder.smooth)
    assert holder.smooth is ORIGINAL
    assert holder.own is ours.gaussian_filter


def test_modules_loaded_meanwhile_are_put_back(monkeypatch):
    late = ModuleType("late_holder_of_filters")
    with installed():
        late.smooth = ndimage.gaussian_filter
        late.own = ours.gaussian_filter
        monkeypatch.setitem(sys.modules, late.__name__, late)
    assert late.smooth is ORIGINAL
    assert late.own is ours.gaussian_filter


def test_exceptions_put_back(holder):
    with pytest.raises(KeyError), installed():
        raise KeyError
    assert ndimage.gaussian_filter is ORIGINAL
    assert holder.smooth is ORIGINAL


def test_nested_blocks_put_back_at_the_last():
    with installed():
        with installed():
            assert is_ours(ndimage.gaussian_filter)
        assert is_ours(ndimage.gaussian_filter)
    assert ndimage.gaussian_filter is ORIGINAL


@pytest.mark.slow
def test_blocks_that_overlap_in_threads():
    wrong = []
    barrier = threading.Barrier(4)

    def work():
        barrier.wait()
        for _ in range(30):
            with installed():
                if not is_ours(ndimage.gaussian_filter):
                    wrong.append(ndimage.gaussian_filter)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert ndimage.gaussian_filter is ORIGINAL


def test_what_scipy_itself_computes_is_not_called_in_a_circle():
    x, weights = np.ones((2, 2, 2, 2)), np.ones((2, 2, 2, 2))
    with installed():
        np.testing.assert_array_equal(ndimage.convolve(x, weights), np.full(x.shape, 16))


def test_unmodified_code_gets_these_functions(monkeypatch):
    calls = []
    monkeypatch.setattr(
        "polyconv.scipy.ndimage._gaussians.by_axes",
        lambda *args, **options: calls.append(args) or np.zeros(3),
    )
    with installed():
        ndimage.gaussian_filter(np.ones(3), 1)
    assert len(calls) == 1
