"""
Errors and bounds
=================

Every backend publishes a bound on its error, in units of ``max|x| * sum|w|``. Here are the largest
errors of float32 on a layer of random numbers, beside the bounds.
"""

import matplotlib.pyplot as plt
import numpy as np

from polyconv import conv, explain

rng = np.random.default_rng(0)
x = rng.standard_normal((32, 24, 24))
w = rng.standard_normal((32, 32, 3, 3))
x32, w32 = x.astype(np.float32), w.astype(np.float32)
exact = conv(x32.astype(float), w32.astype(float), backend="direct")
unit = np.abs(x32).max() * np.abs(w32).sum(axis=(1, 2, 3))[:, None, None]

# %%
# ``explain`` has the bounds; a backend that may not answer has a reason instead, as ``separable``
# has for weights without a structure.

skipped = {"naive", "torch", "jax"}  # slow, or another library's
bounds = {
    each.backend: each.error_bound
    for each in explain(x32, w32).candidates
    if each.reason is None and each.backend not in skipped
}
errors = {
    name: float((np.abs(conv(x32, w32, backend=name) - exact) / unit).max()) for name in bounds
}

figure, axes = plt.subplots(figsize=(7, 3.2), layout="constrained")
places = np.arange(len(errors))
axes.barh(places, list(errors.values()), color="#1858a8", label="largest error")
axes.plot([bounds[name] for name in errors], places, "D", color="#b84a00", label="bound")
axes.axvline(1.5e-5, color="#1b1f24", linestyle="--", linewidth=1, label="default rtol")
axes.set_yticks(places, labels=list(errors))
axes.set(xscale="log", xlabel="in units of max|x| * sum|w|")
axes.invert_yaxis()
axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
plt.show()
