"""polyconv beside its rivals: torch, onnxruntime, JAX, OpenCV and SciPy, on one table of workloads.

    python -m benchmarks.peers --workers 1
    python -m benchmarks.peers --workers 2 --classes dense,depthwise --json peers.json

What is compared, so that no ratio flatters anybody:

- Every library gets NumPy arrays in the workload's own layout and delivers its result there, as an
  array that it allocates in the call. Views that copy nothing (`torch.from_numpy`, JAX' view of an
  aligned array) are made beforehand and cost nobody anything; every other conversion is timed.
- Weights are constants. Whoever can prepare them has done so before the clock starts: polyconv's
  plan, onnxruntime's initialiser, JAX' constant, torch's reordered oneDNN weights ("packed", the
  call that torch.compile makes). torch's eager calls, contiguous and channels_last, stand beside.
- "torch native" is torch's channels_last convolution with the conversion of input and output *not*
  counted. It is shown, but is no rival on a workload whose layout it does not keep: a workload
  that is channels_last gives torch its layout for nothing, and there it counts.
- A library's figure is that of its fastest variant which delivers the workload's result. Results
  are compared with polyconv's `direct`: whoever is off by more than rounding explains is out.
- Each library has a process of its own, pinned to the same CPUs, with the same number of threads,
  and waits idle while another is timed. Rounds go through the libraries in turn, forth and back,
  so that drift strikes all alike. Figures are of the fastest run; medians are in the JSON.
- On a machine that others use too, ``--clock cpu`` with one worker counts only the time in which
  the process ran; the wall clock of a call longer than a time slice holds other programs' work.
- The environment is the one that suits the rivals: variables that make OpenBLAS compute for another
  processor are removed, and malloc keeps its memory and takes huge pages. (With malloc's defaults,
  torch spends nine tenths of a first layer on page faults: 10 GFLOP/s instead of 120.)
- Operations are those of the definition, however a library computes it; a transform may therefore
  exceed the peak.

The work is done in ``rivals/``, which is not a package to those who look for benchmarks here, asv
above all, so that nothing is imported but for this command.
"""
