"""A problem to remember, and documents of it, for the tests of wisdom in memory and on disk."""

import math

from polyconv import backends, wisdom
from support.agreement import problem_of, random_values

X = random_values((1, 3, 12, 12), "float32", 1)
W = random_values((4, 3, 3, 3), "float32", 2)
PROBLEM = problem_of(X, W, workers=1)


def document(seconds=None, **changes):
    """What is exported when PROBLEM alone is known, with parts of its context changed.

    By default naive is remembered as the fastest, and all others as hopeless.
    """
    wisdom.forget_wisdom()
    wisdom.record(PROBLEM, seconds or dict.fromkeys(backends(), math.inf) | {"naive": 1e-9})
    exported = wisdom.export_wisdom()
    wisdom.forget_wisdom()
    for part, values in changes.items():
        exported["entries"][0][part] |= values
    return exported
