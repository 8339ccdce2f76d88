"""
Denoise a volume
================

The filters of ``polyconv.scipy.ndimage`` take arrays of any rank. A Gaussian is filtered along one
axis after the other.
"""

import matplotlib.pyplot as plt
import numpy as np

import polyconv.scipy.ndimage as ndi

rng = np.random.default_rng(0)
z, y, x = np.mgrid[-1:1:48j, -1:1:80j, -1:1:80j].astype(np.float32)
shell = np.abs(np.sqrt(x**2 + y**2 + z**2) - 0.7) < 0.12
core = (x - 0.2) ** 2 + y**2 + z**2 < 0.08
phantom = (shell + 0.6 * core).astype(np.float32)
noisy = phantom + rng.normal(0, 0.6, phantom.shape).astype(np.float32)

# %%
# Voxels are twice as high as wide, so sigma is half as long on the first axis.

smooth = ndi.gaussian_filter(noisy, sigma=(0.8, 1.6, 1.6))
for name, volume in {"noisy": noisy, "smooth": smooth}.items():
    print(f"{name}: root mean square error {np.sqrt(np.mean((volume - phantom) ** 2)):.2f}")

figure, axes = plt.subplots(1, 3, figsize=(9, 3.3), layout="constrained")
for panel, (title, volume) in zip(
    axes, {"phantom": phantom, "with noise": noisy, "smoothed in 3-D": smooth}.items(), strict=True
):
    panel.imshow(volume[24], cmap="gray", vmin=-0.5, vmax=1.5)
    panel.set(title=title, xticks=[], yticks=[])
plt.show()
