"""Doors for users of SciPy: `polyconv.scipy.ndimage`, with the names of `scipy.ndimage`."""
