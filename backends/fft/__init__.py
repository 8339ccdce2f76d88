"""The backend `fft`: overlap-save through scipy.fft.

::

    backend.py       Fft           decides what it can compute, and prepares
                       |
    segments.py        |-- choose_segments      decides: lengths of segments, and batches of them
    counts.py          |                        operations, bytes and seconds of each candidate
    tuning.py          |                        measured rates that the decision weighs by
    overlap_save.py    |                        (shared) what a segmented axis is, limits of memory
                       |
    filters.py         |-- filter_spectra       packs: conjugate spectra of the weights, once
                       |
    backend.py         `-- FftKernel            computes, for each batch of segments:
                             _windows             overlapping segments of the input, as a view
    transforms.py            forward              scipy.fft along each axis
                             _multiply            products per frequency, summed over channels
                             inverse_...          scipy.fft back, without lines that give no output
                             _write               first places of each segment into the result

`fft_tiled` computes the same with SIMD transforms of its own, one segment at a time.
"""

from .backend import Fft

__all__ = ["Fft"]
