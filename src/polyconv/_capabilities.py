"""The support table, built by asking each backend about one problem per feature."""

from typing import Any

import numpy as np

from ._backend import Backend
from ._problem import Problem
from ._registry import all_backends
from ._request import make_problem
from ._structure import Structure

__all__ = ["capabilities"]

_F32 = np.dtype(np.float32)
_DTYPES = [
    "float32",
    "float64",
    "float16",
    "complex64",
    "complex128",
    "bool",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
]

# Feature -> shapes of x and w, and options.
_FEATURES: dict[str, tuple[tuple[int, ...], tuple[int, ...], dict[str, Any]]] = {
    "1-D": ((1, 4, 32), (4, 4, 3), {}),
    "2-D": ((1, 4, 16, 16), (4, 4, 3, 3), {}),
    "3-D": ((1, 4, 8, 8, 8), (4, 4, 3, 3, 3), {}),
    "5x5 kernel": ((1, 4, 16, 16), (4, 4, 5, 5), {}),
    "1x1 kernel": ((1, 4, 16, 16), (4, 4, 1, 1), {}),
    "stride": ((1, 4, 16, 16), (4, 4, 3, 3), {"stride": 2}),
    "dilation": ((1, 4, 16, 16), (4, 4, 3, 3), {"dilation": 2}),
    "groups": ((1, 4, 16, 16), (4, 2, 3, 3), {"groups": 2}),
    "depthwise": ((1, 4, 16, 16), (4, 1, 3, 3), {"groups": 4}),
    "zero padding": ((1, 4, 16, 16), (4, 4, 3, 3), {"padding": 1}),
    "other padding modes": (
        (1, 4, 16, 16),
        (4, 4, 3, 3),
        {"padding": 1, "padding_mode": "reflect"},
    ),
    "channels last": ((1, 16, 16, 4), (3, 3, 4, 4), {"data_format": "channels_last"}),
}


def capabilities() -> dict[str, dict[str, str | None]]:
    """List the features that each backend supports.

    Returns
    -------
    dict
        Feature -> backend -> None if it is supported, at least for filters with a structure, else
        the backend's reason.

    Examples
    --------
    >>> from polyconv import capabilities
    >>> capabilities()["int64"]["naive"] is None
    True
    """
    rows = {feature: (x, w, _F32, options) for feature, (x, w, options) in _FEATURES.items()}
    x, w, _ = _FEATURES["2-D"]
    rows |= {name: (x, w, np.dtype(name), {}) for name in _DTYPES}
    table: dict[str, dict[str, str | None]] = {}
    for feature, (x_shape, w_shape, dtype, options) in rows.items():
        problem = make_problem(x_shape, dtype, w_shape, dtype, **options)
        table[feature] = {backend.name: _reason(backend, problem) for backend in all_backends()}
    return table


def _reason(backend: Backend, problem: Problem) -> str | None:
    """Return why a backend refuses dense filters and boxes, which have every structure; or None."""
    if backend.unsupported(problem) is None:
        return None
    return backend.unsupported(problem.with_structure(Structure("box", 1, 0.0)))
