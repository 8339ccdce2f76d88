"""asv: the time and memory of every backend on the selected workloads, with one worker."""

from benchmarks.gate.selection import BACKENDS, SELECTED, case


class Backends:
    """The three parts of a caller's time: once per filter, per call, and both at once."""

    params = (BACKENDS, SELECTED)
    param_names = ("backend", "workload")
    timeout = 120
    # A slow pair is timed a few times, a fast one for a tenth of a second.
    repeat = (3, 20, 0.1)
    rounds = 2

    def setup(self, backend: str, workload: str) -> None:
        """Make the arrays, the plan and the buffer; skip what the backend cannot do."""
        self.case = case(backend, workload)
        self.planned = self.case.prepare()
        self.out = self.planned(self.case.x)

    def time_planned(self, backend: str, workload: str) -> None:
        """A call with prepared weights into a given buffer."""
        self.planned(self.case.x, out=self.out)

    def time_plain(self, backend: str, workload: str) -> None:
        """`polyconv.conv`, which prepares the weights each time."""
        self.case.plain(out=self.out)

    def time_prepare(self, backend: str, workload: str) -> None:
        """`polyconv.plan`: the choice, and the weights packed."""
        self.case.prepare()


class Memory:
    """Peak memory of a process that makes one call; `peakmem_reference` makes none."""

    params = (
        tuple(name for name in BACKENDS if name != "naive"),
        ("resnet50/conv2_3x3", "audio1d/fir_1001", "filter/63x63_1mpx"),
    )
    param_names = ("backend", "workload")

    def setup(self, backend: str, workload: str) -> None:
        """Make the arrays; skip what the backend cannot do."""
        self.case = case(backend, workload)

    def peakmem_reference(self, backend: str, workload: str) -> None:
        """Interpreter, libraries and arrays: what `peakmem_plain` has beyond this is its own."""

    def peakmem_plain(self, backend: str, workload: str) -> None:
        """`polyconv.conv`."""
        self.case.plain()
