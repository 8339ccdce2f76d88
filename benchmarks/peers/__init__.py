"""polyconv beside torch, onnxruntime, JAX, OpenCV, SciPy, IPP and SimpleITK, on one table.

    python -m benchmarks.peers --workers 1
    python -m benchmarks.peers --workers 2 --classes dense,depthwise --json peers.json

    command            parses options, writes tables (report), JSON and a plot (plot)
      └─ runner        takes all libraries through one workload; returns a Summary (summary)
           ├─ libraries      one process per library, in the same environment, on the same CPUs
           │    └─ worker_process    loads, checks and times the variants of one library
           │         ├─ task         arrays and options of the workload, spelt out for each axis
           │         └─ with_*       one module per library: its variants of a convolution
           └─ with_machine           one more process: peak FLOP/s and copy bandwidth

Beside it stands `ndimage`, a class of its own: calls of polyconv.scipy.ndimage and of SciPy on the
same arrays (``python -m benchmarks.peers.ndimage``).

Rules of the comparison:

- Every library gets NumPy arrays in the workload's layout and returns its result in that layout, in
  an array that it allocates during the call. Views without a copy (`torch.from_numpy`, JAX's view
  of an aligned array) are made before timing; every other conversion is timed.
- Weights are constants. A library that can prepare them does so before timing: polyconv's plan,
  onnxruntime's initialiser, JAX's constant, torch's reordered oneDNN weights ("packed", the call
  that torch.compile makes). torch's eager calls, contiguous and channels_last, are timed too.
- Of the classes "separable" and "separable_volumes", libraries are told what the filters are: a
  Gaussian, a box, or the vectors of each axis. polyconv finds out. A library's own Gaussian of the
  same width counts, too, although its weights differ; its result is compared with SciPy's for them.
- "torch native" is torch's channels_last convolution *without* the conversion of input and output.
  It is shown, but does not count as a peer where the workload has another layout. A channels_last
  workload is already in torch's layout; there the eager channels_last call counts.
- A library's time is that of its fastest variant that returns the workload's result. Results are
  compared with polyconv's `direct`; a variant whose error exceeds rounding is excluded.
- Each library has its own process, pinned to the same CPUs, with the same number of threads, and
  sleeps while another is timed. Rounds visit the variants in turn, forwards and backwards, so that
  drift affects all alike. Reported is the fastest call; medians are in the JSON.
- On a shared machine, ``--clock cpu`` with one worker counts only the time in which the process
  ran; the wall time of a call longer than a time slice includes other programs' work.
- The environment favours the peers: variables that select OpenBLAS kernels for another processor
  are removed, and malloc keeps freed memory and uses huge pages. (With malloc's defaults torch
  spends nine tenths of a first layer on page faults: 10 instead of 120 GFLOP/s.)
- Operations are those of the definition, whatever the algorithm; a transform can exceed the peak.
"""
