"""Random transposed convolutions: both layouts, strides up to 8, groups and dilation.

`support.compact` runs the same check at every instruction-set level.
"""

import numpy as np
import pytest

from support import transposed_problems


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_results_are_those_of_the_definition(seed):
    transposed_problems.run(seed, 12)


def test_the_problems_are_of_all_kinds():
    found = list(transposed_problems.problems(1, 60))
    assert {options["data_format"] for *_, options in found} == {"channels_first", "channels_last"}
    assert {max(options["stride"]) for *_, options in found} >= {1, 2, 4, 8}
    assert sum(options["groups"] > 1 for *_, options in found) > 20
    assert sum(max(options["dilation"]) > 1 for *_, options in found) > 20
    assert {x.dtype for x, *_ in found} >= {np.dtype(t) for t in ("float32", "float64", "int16")}
