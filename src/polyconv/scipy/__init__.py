"""Doors for users of SciPy: modules with the signatures of SciPy's, computed by polyconv."""
