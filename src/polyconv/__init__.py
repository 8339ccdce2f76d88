"""N-dimensional convolution for NumPy arrays.

The steps of a call::

    conv(x, w, ...)                     _api       checks arrays
      -> Problem                        _request   checks options, by the rules in _problem
      -> structure of the filters       _structure tests weights where that may pay
      -> Choice                         _select    which backend may answer, and which is fastest
      -> backend.prepare(problem, w)    backends   packs the weights
      -> kernel(x, bias, out, workers)  backends   writes the result

`transposed` turns a transposed convolution into such calls, and `grad` gradients with respect to
inputs; those with respect to weights have kernels of their own, in `grad`.
A `Plan` holds the results of the first five steps. Where arrays are plain and in C order, `_calls`
runs its kernel without Python. Repeated plain calls of `conv` skip the first four steps:
`_decided_calls` takes them once, `_known_calls` looks up the result, `_calls` runs it.
`_problem_cache` keeps checked problems. `_registry` lists the backends, those of other packages
included; `wisdom` holds measured times. Importing polyconv runs none of these steps and loads no
backend; each loads what it needs of SciPy when it is first used.
"""

from typing import TYPE_CHECKING, Any

from . import wisdom
from ._api import conv, conv1d, conv2d, conv3d, plan
from ._backend import Backend, Cost, Kernel, UnsupportedProblem
from ._calls import Plan
from ._machine import set_workers
from ._problem import Problem
from ._registry import backends
from ._request import output_shape
from ._select import Choice, set_backend

__all__ = [
    "Backend",
    "Candidate",
    "Choice",
    "Cost",
    "Explanation",
    "Kernel",
    "Plan",
    "Problem",
    "Timing",
    "TransposedPlan",
    "TransposedProblem",
    "UnsupportedProblem",
    "backends",
    "capabilities",
    "choose",
    "conv",
    "conv1d",
    "conv2d",
    "conv3d",
    "conv_transpose",
    "conv_transpose1d",
    "conv_transpose2d",
    "conv_transpose3d",
    "explain",
    "factor",
    "find",
    "grad",
    "nanconv",
    "output_shape",
    "plan",
    "set_backend",
    "set_workers",
    "wisdom",
]

if TYPE_CHECKING:
    from . import grad
    from ._capabilities import capabilities
    from ._choose import choose, explain
    from ._explain import Candidate, Explanation
    from ._factor import factor
    from ._find import Timing, find
    from ._nanconv import nanconv
    from .transposed import (
        TransposedPlan,
        TransposedProblem,
        conv_transpose,
        conv_transpose1d,
        conv_transpose2d,
        conv_transpose3d,
    )

    __version__: str
else:
    _LATE = {
        "Candidate": "._explain",
        "Explanation": "._explain",
        "Timing": "._find",
        "capabilities": "._capabilities",
        "choose": "._choose",
        "explain": "._choose",
        "factor": "._factor",
        "find": "._find",
        "nanconv": "._nanconv",
    }

    def __getattr__(name: str) -> Any:
        """Load a name of a submodule, or `__version__`, at its first use.

        The version is in the installed package's metadata. Importing `importlib.metadata` takes as
        long as the rest of this package.
        """
        from importlib import import_module

        if name == "__version__":
            found = import_module("importlib.metadata").version(__name__)
        elif name == "grad":
            found = import_module(".grad", __name__)
        elif name in _LATE:
            found = getattr(import_module(_LATE[name], __name__), name)
        elif "ranspose" in name and name in __all__:
            found = getattr(import_module(".transposed", __name__), name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found
        return found
