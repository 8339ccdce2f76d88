"""Weights with a structure, made from any weights: boxes, and sums of outer products.

Backends that refuse dense filters are held to every conformance test by such weights of the same
shape and dtype; `support.agreement.check` makes them.
"""

from typing import Any

import numpy as np

from polyconv import Backend

__all__ = ["KINDS", "refuses_dense", "structured", "suited"]

KINDS = ("box", "rank 1", "rank 2", "rank 3")


def refuses_dense(backend: Backend) -> bool:
    return backend.name == "separable"


def structured(w: np.ndarray, kind: str, **options: Any) -> np.ndarray:
    """Return weights of the shape and dtype of `w`, with values from it and the structure `kind`.

    A vector of an outer product is a line through the filter. Integers have vectors of small
    integers, so that their products are exact in the dtype.
    """
    rank = w.ndim - 2
    last = options.get("data_format") == "channels_last"
    canonical = np.moveaxis(w, (-1, -2), (0, 1)) if last else w
    if 0 in canonical.shape:
        return w
    if kind == "box":
        first = canonical[(..., *(slice(0, 1),) * rank)]
        result = np.broadcast_to(first, canonical.shape)
    else:
        result = sum(_outer_product(canonical, r) for r in range(int(kind.split()[1])))
        result = _no_larger(result, canonical)
    result = np.moveaxis(result, (0, 1), (-1, -2)) if last else result
    with np.errstate(all="ignore"):
        return np.array(result, w.dtype)


def _outer_product(w: np.ndarray, number: int) -> Any:
    """Return the outer product of a line along each axis; `number` tells which lines."""
    rank = w.ndim - 2
    product: Any = 1
    for axis in range(rank):
        place = [number % n if i != axis else slice(None) for i, n in enumerate(w.shape[2:])]
        place = [slice(p, p + 1) if isinstance(p, int) else p for p in place]
        vector = w[(..., *place)]
        if w.dtype.kind in "iu":
            vector = (vector // 3 % 3).astype(np.int64) - (w.dtype.kind == "i")
        elif w.dtype.kind == "b":
            vector = vector if number == 0 else vector & False
        elif w.dtype.itemsize < 4:
            vector = vector.astype(np.float32)
        with np.errstate(all="ignore"):
            product = product * vector
    return product


def _no_larger(products: Any, w: np.ndarray) -> Any:
    """Return floats scaled so that their largest magnitude is at most that of `w`.

    Products of numbers over a wide range would overflow with any input.
    """
    if w.dtype.kind in "biu":
        return products
    with np.errstate(all="ignore"):
        largest, allowed = np.abs(products).max(), np.abs(w).max()
        return products if not largest > allowed else products * (allowed / largest)


def suited(backend: Backend, w: np.ndarray, kind: str = "", **options: Any) -> np.ndarray:
    """Return `w`, or weights of structure `kind` where the backend refuses dense filters.

    By default they are boxes in one dimension, have rank 2 in two, and rank 1 in three, where sums
    of random outer products may not be found.
    """
    kind = kind or {1: "box", 2: "rank 2", 3: "rank 1"}[w.ndim - 2]
    return structured(w, kind, **options) if refuses_dense(backend) else w
