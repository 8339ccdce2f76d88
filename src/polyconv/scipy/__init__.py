"""Doors for users of SciPy: `polyconv.scipy.ndimage` and `polyconv.scipy.signal`.

Each has the names and signatures of SciPy's module. It is imported when it is first used.
"""
