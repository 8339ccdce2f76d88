from typing import Any

from numpy.typing import NDArray

def integer_products(w: NDArray[Any]) -> NDArray[Any] | None: ...
