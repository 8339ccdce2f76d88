"""Faults during a run: a clear error, complete blocks, and no thread left behind."""

import errno
import os
import signal
import threading

import numpy as np
import pytest

from polyconv import conv
from polyconv.blocks import conv_blocks
from support.agreement import poisoned
from support.stored import Stored

X = np.random.default_rng(0).integers(0, 99, (1, 80, 30))
W = np.random.default_rng(1).integers(0, 99, (2, 1, 3, 3))
WHOLE = conv(X, W, padding=1)
ROWS = 8


class Failing(Stored):
    """An array of which one read, or one write, raises what `fail` raises."""

    def __init__(self, values, at, fail):
        super().__init__(values)
        self._at, self._fail = at, fail

    def note(self, index, calls):
        super().note(index, calls)
        if len(calls) == self._at:
            self._fail()


def disk_full():
    raise OSError(errno.ENOSPC, "No space left on device")


def broken():
    raise RuntimeError("chunk 7 cannot be decoded")


def interrupt():
    signal.raise_signal(signal.SIGINT)


def run(source, target, **options):
    """Return the count of the last block that was reported."""
    reported = [0]
    try:
        conv_blocks(
            source,
            W,
            out=target,
            padding=1,
            block=(ROWS, 30),
            progress=lambda done, total: reported.append(done),
            **options,
        )
    finally:
        assert not [t.name for t in threading.enumerate() if t.name.startswith("polyconv")]
        assert reported == list(range(len(reported)))
        values = target.values if isinstance(target, Stored) else target
        rows = reported[-1] * ROWS
        assert np.array_equal(values[:, :rows], WHOLE[:, :rows])
    return reported[-1]


@pytest.mark.parametrize("at", [1, 2, 5, 10])
@pytest.mark.parametrize(
    ("fail", "error", "text"),
    [(disk_full, OSError, "No space left"), (broken, RuntimeError, "chunk 7")],
)
def test_errors_of_arrays_are_raised_with_a_note_of_the_block(at, fail, error, text):
    with pytest.raises(error, match=text) as raised:
        run(Stored(X.copy()), Failing(poisoned(WHOLE.shape, int), at, fail))
    begin = (at - 1) * ROWS
    note = f"polyconv.blocks: writing the target for the outputs (({begin}, {begin + ROWS})"
    assert raised.value.__notes__[0].startswith(note)
    source = Failing(X.copy(), at, fail)
    with pytest.raises(error, match=text) as raised:
        run(source, Stored(poisoned(WHOLE.shape, int)))
    assert "reading the source" in raised.value.__notes__[0]
    assert np.array_equal(source.values, X)
    with pytest.raises(error, match=text):
        run(Failing(X.copy(), at, fail), poisoned(WHOLE.shape, int))


@pytest.mark.parametrize("at", [1, 2, 6])
def test_an_interrupt_ends_the_run_after_whole_blocks(at):
    for source, target in (
        (Failing(X.copy(), at, interrupt), Stored(poisoned(WHOLE.shape, int))),
        (Stored(X.copy()), Failing(poisoned(WHOLE.shape, int), at, interrupt)),
    ):
        with pytest.raises(KeyboardInterrupt):
            run(source, target)
        assert np.array_equal(source.values, X)
    # Both arrays can be used again after the fault.
    assert run(source, target) == 10


def test_what_progress_raises_ends_the_run():
    class Enough(Exception):
        pass

    def stop(done, total):
        if done == 3:
            raise Enough

    for target in (Stored(poisoned(WHOLE.shape, int)), poisoned(WHOLE.shape, int)):
        with pytest.raises(Enough):
            conv_blocks(Stored(X), W, out=target, padding=1, block=(ROWS, 30), progress=stop)
        values = target.values if isinstance(target, Stored) else target
        assert np.array_equal(values[:, : 3 * ROWS], WHOLE[:, : 3 * ROWS])
        assert not [t.name for t in threading.enumerate() if t.name.startswith("polyconv")]


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="this system cannot reserve room")
def test_a_full_disk_under_a_memory_map_is_an_error(tmp_path, monkeypatch):
    reserved = []

    def fallocate(fd, start, size):
        reserved.append((start, start + size))
        if len(reserved) == 4:
            disk_full()

    target = np.memmap(tmp_path / "target", int, "w+", offset=100, shape=WHOLE.shape)
    source = np.memmap(tmp_path / "source", int, "w+", shape=X.shape)
    source[...] = X
    monkeypatch.setattr(os, "posix_fallocate", fallocate)
    with pytest.raises(OSError, match="No space left") as raised:
        run(source, target)
    assert "writing the target" in raised.value.__notes__[0]
    assert np.array_equal(source, X)
    size = 8 * 30
    for number, (start, stop) in enumerate(reserved):
        begin = 100 + number * ROWS * size  # from a block's first channel to its last one
        assert (start, stop) == (begin, begin + (80 + ROWS) * size)
    assert sorted(os.listdir(tmp_path)) == ["source", "target"]


def test_arrays_that_break_their_promises_are_reported():
    class Short(Stored):
        def __getitem__(self, index):
            return super().__getitem__(index)[..., :-1]

    class Wide(Stored):
        def __getitem__(self, index):
            return super().__getitem__(index).astype(float)

    out = np.empty_like(WHOLE)
    with pytest.raises(ValueError, match="source returned an array of shape"):
        run(Short(X), out)
    with pytest.raises(TypeError, match="source returned dtype float64"):
        run(Wide(X), out)


def test_two_maps_of_one_file_are_refused(tmp_path):
    w = np.ones((1, 1, 1), int)
    first = np.memmap(tmp_path / "both", int, "w+", shape=(1, 64))
    first[...] = 7
    again = np.memmap(tmp_path / "both", int, "r+", shape=(1, 64))
    with pytest.raises(ValueError, match="out overlaps source"):
        conv_blocks(first, w, out=again)
    with pytest.raises(ValueError, match="out overlaps source"):
        conv_blocks(first[:, :33], w, out=again[:, 31:])
    conv_blocks(first[:, :32], w, out=again[:, 32:])
    assert (again == 7).all()


def test_private_maps_keep_what_was_written(tmp_path):
    np.zeros((1, 50_000), int).tofile(tmp_path / "zeros")
    private = np.memmap(tmp_path / "zeros", int, "c", shape=(1, 50_000))
    private[...] = 5
    out = np.empty((1, 50_000), int)
    conv_blocks(private, np.ones((1, 1, 1), int), out=out, block=999)
    assert (out == 5).all()
    target = np.memmap(tmp_path / "zeros", int, "c", shape=(1, 50_000))
    conv_blocks(out, np.ones((1, 1, 1), int), out=target, block=999)
    assert (target == 5).all()
    assert (np.fromfile(tmp_path / "zeros", int) == 0).all()


def test_a_target_whose_file_is_gone_is_written(tmp_path):
    target = np.memmap(tmp_path / "target", int, "w+", shape=WHOLE.shape)
    os.remove(tmp_path / "target")
    assert run(X, target) == 10
    (tmp_path / "target").write_bytes(b"another file")
    assert run(X, target) == 10
    assert (tmp_path / "target").read_bytes() == b"another file"


def test_a_disk_that_cannot_reserve_room_is_written(tmp_path, monkeypatch):
    def refuse(fd, start, size):
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(os, "posix_fallocate", refuse, raising=False)
    target = np.memmap(tmp_path / "target", int, "w+", shape=WHOLE.shape)
    assert run(X, target) == 10
