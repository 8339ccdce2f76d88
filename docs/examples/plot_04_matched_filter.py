"""
Detect a pulse in noise
=======================

A matched filter correlates a signal with the pulse that is looked for. In white noise no linear
filter finds it more reliably.
"""

import matplotlib.pyplot as plt
import numpy as np

from polyconv import conv1d

rng = np.random.default_rng(0)
time = np.arange(400) / 400
chirp = np.sin(2 * np.pi * (10 * time + 40 * time**2)) * np.hanning(400)
places = [1500, 4200, 7100]
signal = rng.normal(0, 1.0, 10_000)
for place in places:
    signal[place : place + 400] += chirp

# %%
# ``conv1d`` correlates: no flip, no delay. The output at ``i`` belongs to the window from ``i`` on.

response = conv1d(signal[None], chirp[None, None])[0] / np.linalg.norm(chirp)
peaks = [
    int(i)
    for i in np.flatnonzero(response > 6)
    if response[i] == response[max(i - 200, 0) : i + 200].max()
]
print("hidden at", places, "found at", peaks)

figure, axes = plt.subplots(2, 1, figsize=(8, 4), sharex=True, layout="constrained")
axes[0].plot(signal, linewidth=0.5, color="#5c6470")
axes[0].set_title("three chirps in noise")
axes[1].plot(response, linewidth=0.8, color="#1858a8")
axes[1].plot(peaks, response[peaks], "o", color="#b84a00")
axes[1].axhline(6, color="#b84a00", linewidth=1, linestyle="--")
axes[1].set(title="matched filter, in deviations of the noise", xlabel="sample")
plt.show()
