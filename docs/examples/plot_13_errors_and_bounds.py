"""
Errors and bounds
=================

Every backend publishes a bound on its error, in units of ``max|x| * sum|w|``. Here are the largest
errors of float32 on a layer of random numbers, beside the bounds.
"""

import matplotlib.pyplot as plt
import numpy as np

from polyconv import UnsupportedProblem, backends, conv, explain

rng = np.random.default_rng(0)
x = rng.standard_normal((32, 24, 24))
w = rng.standard_normal((32, 32, 3, 3))
x32, w32 = x.astype(np.float32), w.astype(np.float32)
exact = conv(x32.astype(float), w32.astype(float), backend="direct")
unit = np.abs(x32).max() * np.abs(w32).sum(axis=(1, 2, 3))[:, None, None]

# %%
# A backend that cannot compute a problem raises ``UnsupportedProblem``, and is left out here.

bounds = {each.backend: each.error_bound for each in explain(x32, w32).candidates}
errors = {}
for name in backends():
    if name in ("naive", "torch", "jax"):  # slow, or another library's
        continue
    try:
        errors[name] = float((np.abs(conv(x32, w32, backend=name) - exact) / unit).max())
    except UnsupportedProblem as reason:
        print(f"{name}: {reason}")

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
