"""
Resample audio from 44.1 to 48 kHz
==================================

``polyconv.scipy.signal`` has SciPy's ``resample_poly``. It splits the low-pass filter into phases,
so no zero is multiplied and no sample that is dropped is computed.
"""

import matplotlib.pyplot as plt
import numpy as np
from scipy import signal as scipy_signal

from polyconv.scipy import signal

rate, new_rate = 44_100, 48_000
time = np.arange(rate) / rate
sweep = np.sin(2 * np.pi * (200 * time + 0.5 * 19_000 * time**2)).astype(np.float32)
resampled = signal.resample_poly(sweep, 160, 147)

# %%
# The same numbers as SciPy's, within rounding of float32.

difference = np.abs(resampled - scipy_signal.resample_poly(sweep, 160, 147)).max()
print(f"{len(sweep)} samples became {len(resampled)}; SciPy's differ by {difference:.1e} at most")

figure, axes = plt.subplots(1, 2, figsize=(8, 3.4), sharey=True, layout="constrained")
for panel, (title, data, fs) in zip(
    axes, (("44.1 kHz", sweep, rate), ("48 kHz", resampled, new_rate)), strict=True
):
    panel.specgram(data, NFFT=512, Fs=fs, noverlap=256, vmin=-105, cmap="magma", rasterized=True)
    panel.set(title=title, xlabel="seconds")
axes[0].set_ylabel("hertz")
plt.show()
