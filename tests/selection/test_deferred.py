"""Backends that are not loaded until auto needs them: they are chosen as if they were loaded."""

import json
import subprocess
import sys

import numpy as np
import pytest

from polyconv._registry import Deferred, all_backends
from polyconv.backends import BACKENDS, OWN, load
from support.agreement import problem_of

SCRIPT = """
import json, sys
import numpy as np
import polyconv
if {all_loaded}:
    polyconv.backends()
chosen = []
for x_shape, w_shape, options in json.loads(sys.stdin.read()):
    kind = options.pop("integers", "float32")
    arrays = np.ones(x_shape, kind), np.ones(w_shape, kind)
    arrays[1].flat[::3] = 2
    chosen.append(polyconv.choose(*arrays, prepared=False, **options).backend)
print(json.dumps(chosen))
"""

PROBLEMS = [
    ((1, 1, 9), (1, 1, 3), {}),
    ((1, 1, 1000), (1, 1, 9), {"padding": "same"}),
    ((1, 3, 32, 32), (16, 3, 3, 3), {"padding": "same"}),
    ((1, 1, 5, 6), (1, 1, 3, 3), {"dtype": "float16"}),
    ((1, 1, 20), (1, 1, 400), {"padding": "full"}),
    ((1, 4, 1, 1), (8, 4, 3, 3), {"padding": 1}),
    ((1, 1, 40, 40), (1, 1, 9, 9), {"dtype": "complex64"}),
    ((1, 1, 200), (1, 1, 5), {"dtype": "float64"}),
]


# Problems of integers. Transforms compute another problem for them, so their backends must be
# loaded.
INTEGERS = [
    ((1, 1, 2000), (1, 1, 300), {"integers": "int16"}),
    ((1, 1, 40, 40), (1, 1, 9, 9), {"integers": "int8"}),
    ((1, 1, 30), (1, 1, 2000), {"padding": "full", "integers": "int32"}),
]


def test_the_list_says_what_the_backends_are():
    for entry, backend in zip(OWN, BACKENDS, strict=True):
        assert (entry.name, entry.kind) == (backend.name, type(backend).__name__)
        assert entry.dot_product == backend.dot_product
        assert load(entry) is backend
        assert backend in all_backends()


def test_all_but_the_first_compute_floats_as_they_are_and_pack_weights():
    """Constant costs are then those of the problem itself, and the backend need not be loaded."""
    assert not OWN[0].refuses_dense
    for x_shape, w_shape, options in PROBLEMS:
        p = problem_of(np.ones(x_shape, "float32"), np.ones(w_shape, "float32"), **options)
        for backend in BACKENDS[1:]:
            assert backend.computes_as(p) is p
            assert backend.unpacked_cost(p) is None


@pytest.mark.parametrize("entry", [each for each in OWN if each.refuses_dense])
def test_those_that_refuse_dense_filters_do(entry):
    for x_shape, w_shape, options in PROBLEMS:
        p = problem_of(np.ones(x_shape, "float32"), np.ones(w_shape, "float32"), **options).dense
        assert Deferred(entry).refuses(p)
        assert load(entry).unsupported(p) is not None


def test_choices_are_those_among_all_that_are_loaded():
    results = []
    for all_loaded in (True, False):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT.format(all_loaded=all_loaded)],
            input=json.dumps([*PROBLEMS, *INTEGERS]),
            capture_output=True,
            text=True,
            check=True,
        )
        results.append(json.loads(done.stdout))
    assert results[0] == results[1]
