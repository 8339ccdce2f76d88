"""Wisdom on disk: atomic writes, locks, corrupt files, and several processes at once."""

import json
import os
import subprocess
import sys
import threading
import time
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from polyconv import choose, conv, find, wisdom
from polyconv.wisdom import _file
from support.agreement import problem_of, remember
from support.remembered import PROBLEM, W, X, document


@pytest.fixture
def path(tmp_path):
    return tmp_path / "wisdom.json"


@pytest.fixture
def named(path, monkeypatch):
    """Return a path that the environment names, in a process that has not loaded wisdom yet."""
    monkeypatch.setenv("POLYCONV_WISDOM", str(path))
    monkeypatch.setattr(wisdom, "_opened", False)
    return path


def test_save_and_load(path):
    find(X, W, workers=1, budget=0.01)
    known = wisdom.recall(PROBLEM)
    assert wisdom.save(path) == path
    wisdom.forget_wisdom()
    assert wisdom.load(str(path)) == wisdom.Imported(taken=1)
    assert wisdom.recall(PROBLEM) == known
    assert json.loads(path.read_text())["schema"] == 2


def test_saving_adds_to_the_file(path):
    wisdom.record(PROBLEM, {"naive": 1.0, "direct": 2.0})
    wisdom.save(path)
    wisdom.forget_wisdom()
    wisdom.record(PROBLEM, {"naive": 2.0, "direct": 1.0})
    wisdom.record(replace(PROBLEM, batch=7), {"naive": 7.0})
    wisdom.save(path)
    # Saving merges into the file only: the choices of the process stay as they were.
    assert wisdom.recall(PROBLEM) == {"naive": 2.0, "direct": 1.0}
    wisdom.forget_wisdom()
    wisdom.load(path)
    assert wisdom.recall(PROBLEM) == {"naive": 1.0, "direct": 1.0}
    assert wisdom.recall(replace(PROBLEM, batch=7)) == {"naive": 7.0}


def test_saving_leaves_one_file_and_its_lock(path):
    for _ in range(3):
        wisdom.save(path)
    assert {p.name for p in path.parent.iterdir()} == {"wisdom.json", "wisdom.json.lock"}


def test_folders_are_made(tmp_path):
    assert wisdom.save(tmp_path / "a" / "b" / "wisdom.json").exists()


@pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")
def test_a_link_stays_a_link_and_a_mode_a_mode(path, tmp_path):
    wisdom.save(path)
    path.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    wisdom.record(PROBLEM, {"naive": 1.0})
    wisdom.save(link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    wisdom.forget_wisdom()
    assert wisdom.load(path).taken == 1


@pytest.mark.parametrize("use", [wisdom.save, wisdom.load])
def test_what_is_no_file_is_refused(tmp_path, use):
    with pytest.raises(OSError, match="not a regular file"):
        use(tmp_path)
    if os.path.exists("/dev/null"):
        with pytest.raises(OSError, match="'/dev/null' is not a regular file"):
            use("/dev/null")


def test_loading_a_file_that_is_not_there(path):
    with pytest.raises(FileNotFoundError, match=r"wisdom\.json"):
        wisdom.load(path)


def test_the_default_path(monkeypatch, tmp_path):
    monkeypatch.delenv("POLYCONV_WISDOM", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert wisdom.default_path().parts[-2:] == ("polyconv", "wisdom.json")
    monkeypatch.setenv("POLYCONV_WISDOM", str(tmp_path / "mine.json"))
    assert wisdom.default_path() == tmp_path / "mine.json"
    assert wisdom.load() == wisdom.Imported()  # there is none yet
    wisdom.record(PROBLEM, {"naive": 1.0})
    wisdom.save()
    wisdom.forget_wisdom()
    assert wisdom.load().taken == 1


def test_without_platformdirs_the_error_says_what_to_do(monkeypatch):
    monkeypatch.delenv("POLYCONV_WISDOM", raising=False)
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    for use in (wisdom.save, wisdom.load):
        with pytest.raises(ModuleNotFoundError, match=r"polyconv\[wisdom\]"):
            use()


BROKEN_FILES = {
    "empty": (b"", "is damaged"),
    "torn": (b'{"format": "polyconv wisdom", "schema": 1, "entries": [{"mach', "is damaged"),
    "binary": (bytes(range(256)), "is damaged"),
    "foreign": (b'{"name": "something else"}', "is not polyconv's"),
    "future": (b'{"format": "polyconv wisdom", "schema": 3, "news": []}', "of a later version"),
    "zeros": (b"\0" * 4096, "is damaged"),
}


@pytest.mark.parametrize("name", BROKEN_FILES)
def test_a_broken_file_is_reported_and_kept(path, name):
    content, reason = BROKEN_FILES[name]
    path.write_bytes(content)
    wisdom.record(PROBLEM, {"naive": 1.0})
    with pytest.warns(RuntimeWarning, match=reason) as caught:
        assert wisdom.load(path).taken == 0
    assert str(path) in str(caught[0].message)
    assert path.read_bytes() == content, "reading changed it"
    with pytest.warns(RuntimeWarning, match=reason) as caught:
        wisdom.save(path)
    (aside,) = path.parent.glob("wisdom.json.aside-*")
    assert aside.read_bytes() == content
    assert str(aside) in str(caught[0].message)
    assert str(path) in str(caught[0].message)
    wisdom.forget_wisdom()
    assert wisdom.load(path).taken == 1


def test_entries_that_are_not_understood_are_kept_aside(path):
    mixed = document()
    mixed["entries"][0]["problems"].append({"problem": "later"})
    path.write_text(json.dumps(mixed))
    with pytest.warns(RuntimeWarning, match=r"1 entries .* has no problem with the fields"):
        wisdom.save(path)
    (aside,) = path.parent.glob("wisdom.json.aside-*")
    assert json.loads(aside.read_text()) == mixed
    assert wisdom.load(path) == wisdom.Imported(taken=1)


def test_two_broken_files_are_both_kept(path):
    for content in (b"one", b"two", b"one"):
        path.write_bytes(content)
        with pytest.warns(RuntimeWarning, match="damaged"):
            wisdom.save(path)
    assert {p.read_bytes() for p in path.parent.glob("*.aside-*")} == {b"one", b"two"}


def test_a_write_that_fails_leaves_the_old_file(path, monkeypatch):
    wisdom.record(PROBLEM, {"naive": 1.0})
    wisdom.save(path)
    before = path.read_bytes()

    def fail(*arguments, **keywords):
        raise OSError("disk full")

    wisdom.record(PROBLEM, {"naive": 0.5})
    monkeypatch.setattr(_file.os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        wisdom.save(path)
    assert path.read_bytes() == before
    assert {p.name for p in path.parent.iterdir()} == {"wisdom.json", "wisdom.json.lock"}


def test_forgetting_a_file(path):
    wisdom.record(PROBLEM, {"naive": 1.0})
    wisdom.save(path)
    wisdom.forget_wisdom()
    assert wisdom.load(path).taken == 1, "forgetting touches no file that was not named"
    wisdom.forget_wisdom(path)
    assert wisdom.load(path) == wisdom.Imported()


# The environment.


def test_what_is_measured_goes_to_the_file_of_the_environment(named):
    find(X, W, workers=1, budget=0.01)
    assert json.loads(named.read_text()) == wisdom.export_wisdom()


def test_the_file_of_the_environment_is_read_when_it_is_needed(named):
    named.write_text(json.dumps(document()))
    named.with_name("wisdom.json.lock").unlink()  # making the document wrote,
    wisdom._opened = False  # and read
    assert choose(X, W, workers=1).source == "wisdom"
    assert wisdom.info()["path"] == str(named)
    conv(X, W, workers=1)
    assert not named.with_name("wisdom.json.lock").exists(), "a choice wrote"


@pytest.mark.parametrize("name", BROKEN_FILES)
def test_a_broken_file_in_the_environment_costs_no_result(named, name):
    named.write_bytes(BROKEN_FILES[name][0])
    with pytest.warns(RuntimeWarning, match=BROKEN_FILES[name][1]):
        assert conv(X, W, workers=1).shape == (1, 4, 10, 10)
    with pytest.warns(RuntimeWarning, match="keeps it"):
        find(X, W, workers=1, budget=0.01)
    assert json.loads(named.read_text()) == wisdom.export_wisdom()


def test_a_place_that_cannot_be_written_costs_no_result(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("POLYCONV_WISDOM", str(tmp_path / "file" / "wisdom.json"))
    with pytest.warns(RuntimeWarning, match="cannot be written"):
        assert find(X, W, workers=1, budget=0.01)[0].status == "measured"
    assert choose(X, W, workers=1).source == "wisdom"


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="modes do not keep this user from writing"
)
def test_a_folder_that_cannot_be_written(path):
    wisdom.record(PROBLEM, {"naive": 1.0})
    wisdom.save(path)
    path.parent.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            wisdom.save(path)
        assert wisdom.load(path).merged == 1
    finally:
        path.parent.chmod(0o700)


@pytest.fixture
def system(tmp_path, monkeypatch):
    path = tmp_path / "system.json"
    path.write_text(json.dumps(document()))
    monkeypatch.setenv("POLYCONV_WISDOM_SYSTEM", str(path))
    monkeypatch.setattr(wisdom, "_opened", False)
    return path


def test_the_system_file_decides_for_problems_that_the_user_did_not_measure(system):
    assert choose(X, W, workers=1).backend == "naive"
    assert wisdom.info()["system"] == 1
    assert wisdom.info()["problems"] == 0
    assert wisdom.export_wisdom()["entries"] == []
    slower = {"naive": 2.0, "direct": 1.0}
    wisdom.record(PROBLEM, slower)
    assert wisdom.recall(PROBLEM) == slower, "the two files were mixed"
    remember(PROBLEM, slower)
    assert choose(X, W, workers=1).backend == "direct"


def test_the_system_file_is_never_written(system, tmp_path):
    before = system.read_bytes()
    system.chmod(0o400)
    find(X, W, workers=1, budget=0.01)
    assert system.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["system.json"]


def test_a_system_file_that_is_missing_or_broken_is_reported(system):
    system.write_text("broken")
    with pytest.warns(RuntimeWarning, match=r"system\.json was not used"):
        assert choose(X, W, workers=1).source == "model"
    system.unlink()
    wisdom._opened = False
    with pytest.warns(RuntimeWarning, match=r"cannot be read from .*system\.json"):
        assert choose(X, W, workers=1).source == "model"


def test_the_system_file_of_another_machine_never_decides(system):
    system.write_text(json.dumps(document(machine={"cpu": "Abacus"})))
    wisdom._opened = False
    assert choose(X, W, workers=1).source == "model"
    assert wisdom.info()["system"] == 0


def test_saving_keeps_what_other_machines_measured(path):
    strange = document({"naive": 2.0}, machine={"cpu": "Abacus"})
    path.write_text(json.dumps(strange))
    wisdom.record(PROBLEM, {"naive": 1.0})
    wisdom.save(path)
    contexts = json.loads(path.read_text())["entries"]
    assert len(contexts) == 2
    assert strange["entries"][0] in contexts


# Many at once.

WRITER = """
import sys
from polyconv import wisdom
from polyconv._request import make_problem
import numpy as np

path, number = sys.argv[1], int(sys.argv[2])
f32 = np.dtype("float32")
for size in range(10):
    wisdom.forget_wisdom()
    problem = make_problem((1 + number, 1, 10 + size), f32, (1, 1, 3), f32, workers=1)
    wisdom.record(problem, {"naive": 1.0 + number})
    shared = make_problem((1, 1, 1000), f32, (1, 1, 3), f32, workers=1)
    wisdom.record(shared, {f"b{number}": 1.0, "naive": 1.0 + number + size})
    wisdom.save(path)
"""


def start_writer(path, number):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("POLYCONV_WISDOM")}
    command = [sys.executable, "-W", "error", "-c", WRITER, str(path), str(number)]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_eight_processes_writing_at_once_lose_nothing(path):
    writers = [start_writer(path, number) for number in range(8)]
    whole = 0
    while any(writer.poll() is None for writer in writers):
        if path.exists():
            json.loads(path.read_bytes())  # a reader never sees half a file
            whole += 1
        time.sleep(0.002)
    for writer in writers:
        assert writer.returncode == 0, writer.communicate()[1]
        writer.stderr.close()
    assert whole > 0
    assert wisdom.load(path) == wisdom.Imported(taken=8 * 10 + 1)
    shared = problem_of(np.ones((1, 1, 1000), "f4"), np.ones((1, 1, 3), "f4"), workers=1)
    assert wisdom.recall(shared) == {f"b{n}": 1.0 for n in range(8)} | {"naive": 1.0}
    assert {p.name for p in path.parent.iterdir()} == {"wisdom.json", "wisdom.json.lock"}


@pytest.mark.slow
def test_a_writer_that_is_killed_leaves_a_file_and_no_lock(path):
    wisdom.record(PROBLEM, {"naive": 1.0})
    wisdom.save(path)
    for _ in range(3):
        writer = start_writer(path, 0)
        start, before = time.monotonic(), path.stat().st_mtime_ns
        while path.stat().st_mtime_ns == before and time.monotonic() < start + 60:
            time.sleep(0.001)
        writer.kill()
        writer.communicate()
        json.loads(path.read_bytes())
        assert wisdom.save(path) == path


HOLDER = """
import sys, time
from pathlib import Path
from polyconv.wisdom import _file
with _file._locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.mark.slow
def test_a_lock_is_waited_for_and_dies_with_its_holder(path, monkeypatch):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout.readline() == "held\n"
        monkeypatch.setattr(_file, "_LOCK_TIMEOUT", 0.05)
        with pytest.raises(TimeoutError, match=r"wisdom\.json\.lock has been locked"):
            wisdom.save(path)
        monkeypatch.setattr(_file, "_LOCK_TIMEOUT", 30.0)
    finally:
        holder.kill()
        holder.communicate()
    assert wisdom.save(path) == path


def test_threads_share_memory_and_file(named):
    def run(number):
        for size in range(5):
            wisdom.record(replace(PROBLEM, batch=number, spatial=(size, 9)), {"naive": 1.0})

    threads = [threading.Thread(target=run, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wisdom.info()["problems"] == 40
    wisdom.forget_wisdom()
    assert wisdom.load(named).taken == 40


IMPORT = """
import os, sys
import polyconv
assert not any(name in sys.modules for name in ("torch", "jax", "onnx", "platformdirs", "rich"))
assert polyconv.wisdom._opened is False
assert not os.path.exists(os.environ["POLYCONV_WISDOM"])
"""


def test_importing_reads_and_writes_nothing(path):
    command = [sys.executable, "-W", "error", "-c", IMPORT]
    broken = path.with_name("broken.json")
    broken.write_text("broken")
    environment = os.environ | {
        "POLYCONV_WISDOM": str(path),
        "POLYCONV_WISDOM_SYSTEM": str(broken),
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [p.name for p in path.parent.iterdir()] == ["broken.json"]


DETERMINED = """
import hashlib
import numpy as np
from polyconv import choose, conv
x = np.random.default_rng(0).standard_normal((1, 8, 40, 40), dtype=np.float32)
w = np.random.default_rng(1).standard_normal((8, 8, 9, 9), dtype=np.float32)
print(choose(x, w, workers=1), hashlib.sha256(conv(x, w, workers=1)).hexdigest())
"""


@pytest.mark.slow
def test_the_same_wisdom_gives_the_same_bits_in_every_process(path):
    x, w = np.ones((1, 8, 40, 40), "f4"), np.ones((8, 8, 9, 9), "f4")
    seen = {}
    for favourite in ("fft", "im2col"):
        wisdom.forget_wisdom()
        remember(problem_of(x, w, workers=1), {favourite: 1e-3})
        wisdom.forget_wisdom(path)
        remember(problem_of(x, w, workers=1), {favourite: 1e-3})
        wisdom.save(path)
        runs = {
            subprocess.run(
                [sys.executable, "-c", DETERMINED],
                env=os.environ | {"POLYCONV_WISDOM": str(path)},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for _ in range(2)
        }
        assert len(runs) == 1
        seen[favourite] = runs.pop()
    assert seen["fft"].startswith("fft (wisdom")
    assert seen["im2col"].startswith("im2col (wisdom")


def test_no_warning_where_nothing_is_wrong(named):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        find(X, W, workers=1, budget=0.01)
        wisdom.load()
    assert Path(wisdom.info()["path"]) == named
