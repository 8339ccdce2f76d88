"""Runs other libraries' own tests with polyconv's functions in the place of theirs.

``python tests/doors/peers.py`` runs all suites whose libraries are installed; names select some:
``python tests/doors/peers.py ndimage skimage``. Arguments after ``--`` go to pytest. The libraries
are those of ``pip install '.[doors]'``. Suites that a wheel does not ship are read from the sdist.
"""

import argparse
import os
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Suite:
    """Tests of a library, and the door whose functions they are to test.

    Attributes
    ----------
    distribution : str
        Name of the library to pip.
    door : str
        The module whose `installed` replaces functions.
    library : str
        The module whose functions it replaces.
    tests : tuple of str
        Modules, or paths in the sdist if `from_sdist`.
    options : tuple of str
        pytest's options that select among the tests.
    """

    distribution: str
    door: str
    library: str
    tests: tuple[str, ...]
    options: tuple[str, ...] = ()
    from_sdist: bool = False


NDIMAGE = "polyconv.scipy.ndimage", "scipy.ndimage"
SIGNAL = "polyconv.scipy.signal", "scipy.signal"
ASTROPY = "polyconv.astropy", "astropy.convolution"
AUTOGRAD = "polyconv.autograd", "autograd.scipy.signal"
DASK = "polyconv.dask", "dask_image.ndfilters"
NDFILTERS = "tests/test_dask_image/test_ndfilters"
SUITES = {
    "ndimage": Suite("scipy", *NDIMAGE, ("scipy.ndimage.tests.test_filters",)),
    "skimage": Suite(
        "scikit-image",
        *NDIMAGE,
        ("skimage.filters.tests.test_gaussian", "skimage.filters.tests.test_edges"),
    ),
    "dask-image": Suite("dask-image", *NDIMAGE, (NDFILTERS,), from_sdist=True),
    "dask": Suite("dask-image", *DASK, (NDFILTERS,), from_sdist=True),
    "signal": Suite(
        "scipy",
        *SIGNAL,
        (
            "scipy.signal.tests.test_signaltools",
            "scipy.signal.tests.test_upfirdn",
            "scipy.signal.tests.test_savitzky_golay",
        ),
    ),
    "astropy": Suite(
        "astropy",
        *ASTROPY,
        tuple(
            f"astropy.convolution.tests.test_convolve{name}"
            for name in ("", "_fft", "_kernels", "_models", "_nddata")
        ),
    ),
    "autograd": Suite(
        "autograd",
        *AUTOGRAD,
        ("tests/test_scipy.py",),
        options=("-k", "convolve"),
        from_sdist=True,
    ),
}


def run(name: str, suite: Suite, arguments: list[str]) -> int:
    """Run a suite in a process of its own; return pytest's exit status, 0 if all is as expected."""
    with tempfile.TemporaryDirectory() as folder:
        if suite.from_sdist:
            unpacked = unpack(suite.distribution, Path(folder))
            tests = [str(unpacked / path) for path in suite.tests]
        else:
            tests = ["--pyargs", *suite.tests]
        command = [sys.executable, "-m", "pytest", "-c", str(HERE / "peers.ini")]
        command += ["-p", "swapped", "--door", suite.door, "--library", suite.library]
        command += ["--suite", name]
        command += [*suite.options, *arguments, *tests]
        print(f"== {name}: {suite.distribution} {version(suite.distribution)}", flush=True)
        # Modules beside tests from an sdist are imported by their own names.
        beside = {str(Path(test).parent) for test in tests if suite.from_sdist}
        return subprocess.run(
            command, cwd=folder, env=environment(*sorted(beside)), check=False
        ).returncode


def environment(*folders: str) -> dict[str, str]:
    """Return this process's environment, in which Python finds the plugin and these folders."""
    return os.environ | {"PYTHONPATH": os.pathsep.join((str(HERE), *folders))}


def unpack(distribution: str, folder: Path) -> Path:
    """Download the sdist of the installed version of a library, and unpack it into `folder`."""
    wanted = f"{distribution}=={version(distribution)}"
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*command, "--dest", str(folder), wanted], check=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return archive.with_name(archive.name.removesuffix(".tar.gz"))


def is_installed(distribution: str) -> bool:
    """Return True if a library is installed."""
    try:
        version(distribution)
    except PackageNotFoundError:
        return False
    return True


def main() -> int:
    """Run the suites that the command line names; return 0 if all tests did as expected."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suite", nargs="*", help=f"of {', '.join(SUITES)}; all by default")
    arguments, for_pytest = sys.argv[1:], []
    if "--" in arguments:
        at = arguments.index("--")
        arguments, for_pytest = arguments[:at], arguments[at + 1 :]
    names = parser.parse_args(arguments).suite
    if unknown := sorted(set(names) - set(SUITES)):
        parser.error(f"unknown: {', '.join(unknown)}; allowed: {', '.join(SUITES)}")
    failed = []
    for name in names or SUITES:
        suite = SUITES[name]
        if not is_installed(suite.distribution):
            if names:
                parser.error(f"{suite.distribution} is not installed: pip install '.[doors]'")
            print(f"== {name}: {suite.distribution} is not installed")
        elif run(name, suite, for_pytest):
            failed.append(name)
    print("failed: " + ", ".join(failed) if failed else "all suites as expected")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
