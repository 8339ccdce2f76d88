"""`conv` for arrays of JAX: under `jit`, `grad` and `vmap`.

::

    conv                 _functions   checks arrays, packs the options
      -> custom_vjp      _gradients   three maps, each with its gradient in terms of them
      -> pure_callback   _callbacks   calls polyconv on NumPy's views; folds axes of `vmap`

It runs on the host: arrays on other devices are copied there and back. Needs JAX: ``pip install
'polyconv[jax]'``.
"""

from ._functions import conv

__all__ = ["conv"]
