"""asv: the time that an import takes, each in a process of its own."""


class Import:
    """``import polyconv`` beside the import of what it stands on."""

    number = 1
    repeat = (3, 10, 5.0)
    rounds = 1

    def timeraw_polyconv(self) -> str:
        """All of polyconv."""
        return "import polyconv"

    def timeraw_reference(self) -> str:
        """NumPy and the parts of SciPy that compute for polyconv."""
        return "import numpy, scipy.fft, scipy.linalg.cython_blas, threadpoolctl"
