"""polyconv beside other libraries that convolve on the CPU, on one table.

    python -m benchmarks.peers --workers 1
    python -m benchmarks.peers --workers 2 --classes dense,depthwise --json peers.json
    python -m benchmarks.peers.reports_json A.json B.json --markdown peers.md

    command            parses options, writes tables (tables, report, markdown_report), JSON
      │                (reports_json, which merges runs, too) and a plot (plot)
      └─ runner        takes all libraries through one workload; returns a Summary (summary)
           ├─ libraries      one process per library, in the same environment, on the same CPUs
           │    └─ worker_process    loads, checks and times the variants of one library
           │         ├─ task, adjoint    arrays and options, spelt out for each axis
           │         ├─ checking         refuses variants that compute wrongly or not in each call
           │         └─ with_*           one module per library: its variants of a convolution
           └─ with_machine           one more process: peak FLOP/s and copy bandwidth

The peers are PyTorch, ONNX Runtime, JAX, OpenVINO, ncnn, LiteRT (on XNNPACK) and MNN; for signals
and images also OpenCV, SciPy, ducc0, IPP and SimpleITK. A report names those that are missing.

Beside it stands `ndimage`, a class of its own: calls of polyconv.scipy.ndimage and of SciPy on the
same arrays (``python -m benchmarks.peers.ndimage``).

Rules of the comparison:

- Each peer is timed in every layout that it has, with the arrays already there: channels first,
  channels last, or blocks of channels (ncnn's "packed"). The fastest of them counts, whichever the
  workload's layout is; the tables say which it was. Conversions are timed only in variants that
  take and return the workload's layout and convert within the call, as torch's "channels_last".
- polyconv enters with both layouts, too. `ratio` is the plan's in the workload's layout, which is
  what a user gets who has such arrays; `either layout` is the better of both. A peer's own line
  also has the ratio in that peer's layout (to blocks: the better of both).
- OpenVINO, ncnn, LiteRT, MNN, ducc0 and onnxruntime's "bound" write each result into the same
  memory. They are compared with the faster of the plan's call with ``out=`` and without, which does
  no less; peers that allocate their result during the call, with the plan that does.
- Weights are constants. A library that can prepare them does so before timing: polyconv's plan,
  the initialisers of ONNX and OpenVINO, the models of ncnn, LiteRT and MNN, JAX's constant, torch's
  reordered oneDNN weights ("packed", the call that torch.compile makes), ducc0's spectra.
- float32 means float32. Libraries that choose less where the processor has it are told not to
  (OpenVINO's hint of precision, ncnn's options, MNN's "high"). Whatever they were told, a result
  whose error exceeds that of float32 by Winograd's or Fourier's transforms is not counted; tests
  show that rounding to 8 or 11 bits exceeds it. MNN's largest Winograd tiles do on some layers.
- Every variant is checked before it is timed: the first result; a second one on other input, into
  memory that was poisoned, read after that input was overwritten; and once more after its first
  timed calls. So what returns old results, computes when it is asked, or computes nothing is out.
  Results are compared with those of polyconv's backend `direct`, sums of products.
- Of the classes "separable" and "separable_volumes", libraries are told what the filters are: a
  Gaussian, a box, or the vectors of each axis. polyconv finds out. A library's own Gaussian of the
  same width counts, too, although its weights differ; its result is compared with SciPy's for them.
- Each library has its own process, pinned to the same CPUs, with the same number of threads, and
  sleeps while another is timed. Rounds visit the variants in turn, forwards and backwards, so that
  drift affects all alike. Reported is the fastest call; medians are in the JSON.
- On a shared machine, ``--clock cpu`` with one worker counts only the time in which the process
  ran; the wall time of a call longer than a time slice includes other programs' work.
- The environment favours the peers: variables that select OpenBLAS kernels for another processor
  are removed, and malloc keeps freed memory and uses huge pages. (With malloc's defaults torch
  spends nine tenths of a first layer on page faults: 10 instead of 120 GFLOP/s.)
- ``--isa v3`` holds polyconv and its peers to AVX2 by switches of their own (`HELD_TO_AVX2`), and
  leaves out those that have none, by name.
- Operations are those of the definition, whatever the algorithm; a transform can exceed the peak.
"""
