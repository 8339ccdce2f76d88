"""asv: the time of an import, in a fresh process each."""


class Import:
    """``import polyconv``, and the imports of its requirements alone."""

    number = 1
    repeat = (3, 10, 5.0)
    rounds = 1

    def timeraw_polyconv(self) -> str:
        """Import polyconv and its requirements."""
        return "import polyconv"

    def timeraw_reference(self) -> str:
        """Import NumPy, the parts of SciPy that polyconv uses, and threadpoolctl."""
        return "import numpy, scipy.fft, scipy.linalg.cython_blas, threadpoolctl"
