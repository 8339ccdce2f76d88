"""Peers that are wrong, lazy, or compute nothing are refused; honest ones are not."""

import importlib
import importlib.util
import os
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

import polyconv
from polyconv import workloads
from polyconv.workloads import Workload, by_name

ROOT = Path(__file__).parents[2]


@pytest.fixture
def room(monkeypatch):
    """Import a module of ``benchmarks.peers``."""
    monkeypatch.syspath_prepend(str(ROOT))
    return lambda name: importlib.import_module(f"benchmarks.peers.{name}")


def honest(room, task):
    return room("task").Variant(lambda: polyconv.conv(task.x, task.w, **task.options))


def honest_with_own_memory(room, task):
    """Hold input and result as LiteRT does: channels last, the same memory in each call."""
    x = task.to_last(task.x).copy()
    w = np.moveaxis(task.w_channels_first, (0, 1), (-1, -2)).copy()
    options = {**task.options, "data_format": "channels_last"}
    y = polyconv.conv(x, w, **options)

    def feed(source):
        x[...] = task.to_last(source)

    return room("task").Variant(
        lambda: polyconv.conv(x, w, out=y, **options),
        task.from_last,
        "channels_last",
        reuses_output=True,
        feed=feed,
    )


def without_one_product(room, task):
    w = task.w.copy()
    w.flat[0] = 0
    return room("task").Variant(lambda: polyconv.conv(task.x, w, **task.options))


def lazy(room, task):
    """Compute when the result is read."""
    return room("task").Variant(lambda: task.x, lambda x: polyconv.conv(x, task.w, **task.options))


def old_result(room, task):
    """Compute once, and return that result ever after."""
    y = polyconv.conv(task.x, task.w, **task.options)
    return room("task").Variant(y.copy)


def nothing(room, task):
    """Leave the memory of the result as it is, as MNN does after a failure to set up."""
    y = polyconv.conv(task.x, task.w, **task.options)
    return room("task").Variant(lambda: y, reuses_output=True)


def overwritten_input(room, task):
    """Convolve the last result instead of the input from the second call on."""
    x, y = task.x.copy(), np.empty(task.x.shape, task.x.dtype)

    def call():
        polyconv.conv(x, task.w, out=y, **task.options)
        x[...] = y
        return y

    return room("task").Variant(call, reuses_output=True, feed=lambda _: None)


FAKES = (without_one_product, lazy, old_result, nothing, overwritten_input)

# A transposed convolution, and gradients of one layer.
ADJOINT_LAYERS = tuple(
    next(row for row in rows if row.name.startswith(name))
    for rows, name in (
        (workloads.ADJOINTS["transposed"], "dcgan/up_8"),
        (workloads.ADJOINTS["input_gradients"], "resnet50/conv4_3x3"),
        (workloads.ADJOINTS["weight_gradients"], "resnet50/conv4_3x3"),
    )
)

SQUARE = Workload("fake/square", (1, 4, 9, 9), (4, 4, 3, 3), padding=1)


def task_of(room, workload):
    return room("task").Task(*workload.arrays(), workload.options)


@pytest.mark.parametrize("build", [honest, honest_with_own_memory])
@pytest.mark.parametrize("dtype", ["float32", "int32", "uint8"])
def test_honest_variants_pass_and_the_workload_is_unchanged(room, build, dtype):
    task = task_of(room, replace(SQUARE, dtype=dtype, result_dtype=dtype))
    x, w = task.x.copy(), task.w.copy()
    wanted = polyconv.conv(task.x, task.w, **task.options)
    _, wrong = room("checking").check(task, build(room, task), wanted)
    assert wrong is None
    np.testing.assert_array_equal(task.x, x)
    np.testing.assert_array_equal(task.w, w)


@pytest.mark.parametrize("build", FAKES)
@pytest.mark.parametrize(("dtype", "text"), [("float32", "error"), ("uint8", "differ")])
def test_others_are_refused(room, build, dtype, text):
    task = task_of(room, replace(SQUARE, dtype=dtype, result_dtype=dtype))
    wanted = polyconv.conv(task.x, task.w, **task.options)
    _, wrong = room("checking").check(task, build(room, task), wanted)
    assert text in wrong
    assert ("second call" in wrong) == (build is not without_one_product)


def rounded(a, bits):
    fraction, exponent = np.frexp(a)
    return np.ldexp(np.round(fraction * 2**bits) / 2**bits, exponent).astype(a.dtype)


@pytest.mark.parametrize("name", ["tiny/rgb", "resnet50/conv5_3x3", "mobilenetv2/dw_14"])
@pytest.mark.parametrize("bits", [8, 11])
def test_arithmetic_of_fewer_bits_is_refused(room, name, bits):
    """Round inputs to the bits of bfloat16 and of float16 or TF32; sums stay exact."""
    task = task_of(room, by_name(name))
    wanted = polyconv.conv(task.x, task.w, **task.options)
    x, w = rounded(task.x, bits), rounded(task.w, bits)
    result = polyconv.conv(x, w, **task.options)
    assert task.compare(result, wanted)[1] is not None


@pytest.mark.parametrize("row", ADJOINT_LAYERS, ids=lambda row: row.name)
@pytest.mark.parametrize("bits", [8, 11])
def test_adjoints_in_arithmetic_of_fewer_bits_are_refused(room, row, bits):
    arrays = row.arrays()
    task = room("adjoint").AdjointTask(*arrays, row.options, row.operation)
    wanted = room("with_polyconv").reference(task)
    if task.g is not None:
        task.g = rounded(task.g, bits)
    task.x, task.w = (rounded(a, bits) for a in arrays)
    result = room("with_polyconv").reference(task)
    assert task.compare(result, wanted)[1] is not None


class Fake(ModuleType):
    """A library whose variants are the functions above."""

    def __init__(self, room, *builds):
        super().__init__("fake")
        self.setup = lambda workers: None
        self.versions = lambda: {"fake": "1"}
        self.builders = lambda task: {
            build.__name__: lambda build=build: build(room, task) for build in builds
        }


class ProcessEnds(BaseException):
    """Raised by a variant where a library would end its process."""


class InProcess:
    """A library in this process, which answers as its worker process would."""

    def __init__(self, room, library):
        self._server = room("worker_process")._Server(library, 1)
        self._crash = room("libraries").Crash

    def ask(self, do, **request):
        try:
            return getattr(self._server, do)(**request)
        except ProcessEnds:
            self._server = None  # whoever asks again instead of starting another fails
            raise self._crash("signal 11") from None

    def stop(self):
        pass


def runner_of(room, monkeypatch, folder, builds):
    """Return a runner of polyconv and of a library with these variants, in this process."""
    monkeypatch.setitem(sys.modules, "benchmarks.peers.with_fake", Fake(room, *builds))
    runner_room = room("runner")
    monkeypatch.setattr(runner_room, "LIBRARIES", ("polyconv", "fake"))
    monkeypatch.setattr(room("summary"), "PEER_LIBRARIES", ("fake",))
    monkeypatch.setattr(runner_room, "LibraryProcess", lambda library, *_: InProcess(room, library))
    return runner_room.Runner(1, (0,), runner_room.Visits(2, 0.001, "wall"), folder)


@pytest.mark.slow
def test_a_run_counts_honest_peers_alone(room, monkeypatch, tmp_path):
    calls = []

    def right_until_timed(room, task):
        """Return garbage from the fiftieth call on."""

        def call():
            calls.append(1)
            y = polyconv.conv(task.x, task.w, **task.options)
            return y if len(calls) < 50 else y + 1

        return room("task").Variant(call)

    builds = (honest, honest_with_own_memory, *FAKES, right_until_timed)
    runner = runner_of(room, monkeypatch, tmp_path, builds)
    assert runner.start()["fake"]["versions"] == {"fake": "1"}
    summary = runner.run("tiny", SQUARE, lambda _: None)
    valid = {v.name for v in summary.variants if v.library == "fake" and v.valid}
    assert valid == {"honest", "honest_with_own_memory"}
    wrong = {v.name: v.wrong for v in summary.wrong_variants}
    assert set(wrong) == {build.__name__ for build in (*FAKES, right_until_timed)}
    assert "after the timed calls" in wrong["right_until_timed"]
    assert summary.best_peer.library == "fake"
    ours = {v.name: v for v in summary.variants if v.library == "polyconv"}
    assert ours["other out"].layout == "channels_last"
    assert ours["auto out"].reuses_output
    assert not ours["auto"].reuses_output


@pytest.mark.slow
def test_a_crash_takes_one_variant_from_a_row(room, monkeypatch, tmp_path):
    steps = []

    def ends_when_built(room, task):
        raise ProcessEnds

    def ends_when_timed(room, task):
        def call():
            if any("round" in step for step in steps):
                raise ProcessEnds
            return polyconv.conv(task.x, task.w, **task.options)

        return room("task").Variant(call)

    builds = (honest, ends_when_built, ends_when_timed, nothing, honest_with_own_memory)
    runner = runner_of(room, monkeypatch, tmp_path, builds)
    runner.start()
    summary = runner.run("tiny", SQUARE, steps.append)
    fakes = {v.name: v for v in summary.variants if v.library == "fake"}
    assert len(fakes) == len(builds)
    assert {name for name, v in fakes.items() if v.valid} == {"honest", "honest_with_own_memory"}
    for name in ("ends_when_built", "ends_when_timed"):
        assert fakes[name].reason == "crashed: signal 11"
    assert fakes["nothing"].wrong
    # A library that ends with every workload leaves one line, and the run goes on.
    sys.modules["benchmarks.peers.with_fake"].builders = lambda task: ends_when_built(room, task)
    summary = runner.run("tiny", SQUARE, steps.append)
    (only,) = [v for v in summary.variants if v.library == "fake"]
    assert (only.name, only.reason) == ("", "crashed: signal 11")


@pytest.mark.slow
def test_a_library_that_is_not_installed_is_named(room, tmp_path, monkeypatch):
    runner_room = room("runner")
    monkeypatch.setattr(runner_room, "LIBRARIES", ("polyconv", "nonexistent"))
    visits = runner_room.Visits(1, 0.001, "wall")
    runner = runner_room.Runner(1, (min(os.sched_getaffinity(0)),), visits, tmp_path)
    try:
        assert "nonexistent" not in runner.start()
    finally:
        runner.stop()
    assert "nonexistent" in runner.absent["nonexistent"]


ADJOINTS = (
    Workload("t/pads", (1, 6, 7, 5), (6, 4, 3, 2), stride=(2, 1), padding=((1, 0), (1, 1)),
             operation="transpose"),
    Workload("t/more", (2, 4, 5), (4, 2, 3), stride=2, padding=1, output_padding=1,
             operation="transpose", groups=2),
    Workload("t/last", (1, 5, 6, 4), (2, 3, 8, 4), stride=2, operation="transpose",
             data_format="channels_last"),
    Workload("g/rest", (1, 4, 10, 9), (6, 4, 3, 3), stride=3, padding=1,
             operation="input_gradient"),
    Workload("g/last", (1, 10, 9, 4), (3, 3, 4, 6), stride=2, padding=1, dilation=2,
             operation="input_gradient", data_format="channels_last"),
)  # fmt: skip


@pytest.mark.parametrize("row", ADJOINTS, ids=lambda row: row.name)
def test_gradients_of_inputs_are_transposed_convolutions(room, row):
    task = room("adjoint").AdjointTask(*row.arrays(), row.options, row.operation)
    wanted = room("with_polyconv").reference(task)
    for problem in (task.as_transposed(), task.as_transposed().as_image()):
        y = polyconv.conv_transpose(
            problem.x,
            problem.w,
            stride=problem.stride,
            padding=problem.pads,
            dilation=problem.dilation,
            groups=problem.groups,
            output_padding=problem.output_padding,
        )
        assert y.shape == problem.result_shape
        y = y.reshape(task.as_transposed().result_shape)
        assert task.compare(task.from_first(y), wanted)[1] is None


def test_gradients_of_weights_are_no_transposed_convolutions(room):
    row = Workload("g/w", (1, 4, 9, 9), (6, 4, 3, 3), operation="weight_gradient")
    task = room("adjoint").AdjointTask(*row.arrays(), row.options, row.operation)
    with pytest.raises(room("task").Unsupported, match="weight_gradient"):
        task.as_transposed()


# Small problems of every kind, for the libraries that are installed.
PROBLEMS = (
    Workload("p/dense", (2, 32, 20, 22), (48, 32, 3, 3), padding=1),
    Workload("p/stride", (1, 3, 33, 40), (16, 3, 3, 3), stride=2, padding=1),
    Workload("p/dilation", (1, 16, 24, 24), (16, 16, 3, 3), dilation=2, padding=2),
    Workload("p/uneven", (1, 16, 9, 8), (16, 16, 4, 3), padding=((1, 2), (0, 1))),
    Workload("p/last", (1, 14, 13, 32), (3, 3, 32, 16), padding=1, data_format="channels_last"),
    Workload("p/pointwise", (1, 64, 14, 14), (32, 64, 1, 1)),
    Workload("p/depthwise", (1, 32, 28, 28), (32, 1, 5, 5), padding=2, groups=32),
    Workload("p/groups", (1, 32, 28, 28), (32, 4, 3, 3), padding=1, groups=8),
    Workload("p/volume", (1, 8, 12, 14, 16), (8, 8, 3, 3, 3), padding=1),
    Workload("p/signal", (1, 16, 500), (24, 16, 3), stride=2),
    Workload("p/causal", (1, 16, 500), (24, 16, 2), padding="causal", dilation=7),
    Workload("p/fir", (1, 1, 2000), (1, 1, 101), padding="same"),
    Workload("p/image", (1, 1, 100, 120), (1, 1, 15, 15), padding="same"),
    Workload("p/float64", (1, 1, 60, 70), (1, 1, 7, 7), padding="same", dtype="float64"),
    *ADJOINTS,
    Workload("p/weights", (1, 4, 9, 9), (6, 4, 3, 3), operation="weight_gradient"),
)

# The module of each library, and the fewest of these problems that it computes.
MODULES = {
    "torch": ("torch", 17),
    "onnxruntime": ("onnxruntime", 17),
    "jax": ("jax", 18),
    "openvino": ("openvino", 15),
    "ncnn": ("ncnn", 15),
    "litert": ("ai_edge_litert", 12),
    "mnn": ("MNN", 15),
    "ducc0": ("ducc0", 4),
    "opencv": ("cv2", 3),
    "scipy": ("scipy", 3),
}


@pytest.mark.slow
@pytest.mark.parametrize("library", MODULES)
def test_installed_libraries_compute_the_workloads(room, library, tmp_path):
    module, fewest = MODULES[library]
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{module} is not installed")
    cpus = (min(os.sched_getaffinity(0)),)
    process = room("libraries").LibraryProcess(library, 1, cpus)
    computed = set()
    try:
        assert process.ask("facts")["versions"]
        for row in PROBLEMS:
            for name, array in zip(("x", "w"), row.arrays(), strict=True):
                np.save(tmp_path / f"{name}.npy", array)
            tasks = SimpleNamespace(conv=room("task").Task)
            task = (
                tasks.conv(*row.arrays(), row.options)
                if row.operation == "conv"
                else room("adjoint").AdjointTask(*row.arrays(), row.options, row.operation)
            )
            np.save(tmp_path / "reference.npy", room("with_polyconv").reference(task))
            reply = process.ask(
                "load", options=row.options, operation=row.operation, folder=str(tmp_path)
            )
            for name in reply.get("variants", ()):
                variant = process.ask("prepare", variant=name)
                if "reason" not in variant:
                    assert variant["wrong"] is None, (row.name, name)
                    computed.add(row.name)
    finally:
        process.stop()
    assert len(computed) >= fewest, sorted({row.name for row in PROBLEMS} - computed)


@pytest.mark.parametrize("dtype", ["int8", "uint8"])
def test_sums_of_bytes_are_rescaled_without_doubt(room, dtype):
    quantised = room("quantised")
    row = replace(SQUARE, w_shape=(4, 64, 3, 3), x_shape=(1, 64, 9, 9), dtype=dtype)
    task = task_of(room, replace(row, result_dtype="int32"))
    assert quantised.is_quantised(task)
    assert not quantised.is_quantised(task_of(room, SQUARE))
    sums = polyconv.conv(task.x, task.w, dtype="int32", padding=1)
    scale = quantised.output_scale(task)
    assert scale % 2 == 1
    # Nothing is cut off, and both ways to round a middle agree.
    bytes_ = quantised.requantised(scale)(sums)
    assert np.abs(bytes_).max() < 128
    np.testing.assert_array_equal(bytes_, np.floor(sums / scale + 0.5))
    np.testing.assert_array_equal(quantised.requantised(scale)(-sums), -bytes_)
    assert quantised.requantised(1)(np.array([300, -300])).tolist() == [127, -128]
