"""One problem and exported documents of its times, for the tests of wisdom."""

import math

from polyconv import backends, wisdom
from support.agreement import problem_of, random_values

X = random_values((1, 3, 12, 12), "float32", 1)
W = random_values((4, 3, 3, 3), "float32", 2)
PROBLEM = problem_of(X, W, workers=1)


def document(seconds=None, **changes):
    """Return an export that holds PROBLEM only, with parts of its context changed.

    By default naive is recorded as the fastest, and all others as hopeless.
    """
    wisdom.forget_wisdom()
    wisdom.record(PROBLEM, seconds or dict.fromkeys(backends(), math.inf) | {"naive": 1e-9})
    exported = wisdom.export_wisdom()
    wisdom.forget_wisdom()
    for part, values in changes.items():
        exported["entries"][0][part] |= values
    return exported
