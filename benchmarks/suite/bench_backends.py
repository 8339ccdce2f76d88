"""asv: the time and memory of every backend on the selected workloads, with one worker."""

from benchmarks.selection import BACKENDS, SELECTED, case


class Backends:
    """Time of preparing weights, of a call with prepared weights, and of both in one call."""

    params = (BACKENDS, SELECTED)
    param_names = ("backend", "workload")
    timeout = 120
    # 3 to 20 repeats, or a tenth of a second.
    repeat = (3, 20, 0.1)
    rounds = 2

    def setup(self, backend: str, workload: str) -> None:
        """Make the arrays, the plan and the buffer; skip pairs that cannot be computed."""
        self.case = case(backend, workload)
        self.planned = self.case.prepare()
        self.out = self.planned(self.case.x)

    def time_planned(self, backend: str, workload: str) -> None:
        """Time a call with prepared weights into a given buffer."""
        self.planned(self.case.x, out=self.out)

    def time_plain(self, backend: str, workload: str) -> None:
        """Time `polyconv.conv`, which prepares the weights in each call."""
        self.case.plain(out=self.out)

    def time_prepare(self, backend: str, workload: str) -> None:
        """Time `polyconv.plan`: choose a backend and pack the weights."""
        self.case.prepare()


class Memory:
    """Peak memory of a process that makes one call; of `peakmem_reference`, which makes none."""

    params = (
        tuple(name for name in BACKENDS if name != "naive"),
        ("resnet50/conv2_3x3", "audio1d/fir_1001", "filter/63x63_1mpx"),
    )
    param_names = ("backend", "workload")

    def setup(self, backend: str, workload: str) -> None:
        """Make the arrays; skip pairs that cannot be computed."""
        self.case = case(backend, workload)

    def peakmem_reference(self, backend: str, workload: str) -> None:
        """Interpreter, libraries and arrays; the rest of `peakmem_plain` belongs to the call."""

    def peakmem_plain(self, backend: str, workload: str) -> None:
        """Call `polyconv.conv` once."""
        self.case.plain()
