"""spin's commands: what is done every day, each in one word. ``spin --help`` lists them.

They act on the environment that spin itself runs in; CONTRIBUTING.md says how to make one.
"""

import sys
import tempfile
from pathlib import Path

import click
from spin import util

_ROOT = Path(__file__).parents[1]


def _python(*arguments: str, **options) -> None:
    util.run([sys.executable, *arguments], **options)


@click.command()
def build() -> None:
    """🔧 Install in place (editable).

    Edits count at the next import, which compiles what has changed.
    """
    _python("-m", "pip", "install", "--quiet", "--no-build-isolation", "--no-deps", "-e", ".")


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("pytest_arguments", nargs=-1, type=click.UNPROCESSED)
def test(pytest_arguments: tuple[str, ...]) -> None:
    """🧪 Run pytest, with its own arguments."""
    _python("-m", "pytest", *pytest_arguments)


@click.command()
@click.option("--fix", is_flag=True, help="Repair what can be repaired.")
def lint(fix: bool) -> None:
    """✨ Run ruff and cython-lint."""
    _python("-m", "ruff", "check", *(["--fix"] if fix else []), ".")
    _python("-m", "ruff", "format", *([] if fix else ["--check"]), ".")
    util.run(["cython-lint", "src", "backends"])


@click.command()
def types() -> None:
    """🔎 Run mypy.

    On a regular install: checkers do not see through an editable one.
    """
    with tempfile.TemporaryDirectory() as folder:
        pip = ("-m", "pip", "install", "--quiet", "--no-build-isolation", "--no-deps")
        _python(*pip, "--target", folder, ".")
        config = str(_ROOT / "pyproject.toml")
        command = ["env", f"MYPYPATH={folder}", sys.executable, "-m", "mypy"]
        util.run([*command, "--config-file", config, "-p", "polyconv"], cwd=folder)


@click.command()
@click.option("-b", "--bench", metavar="REGEX", help="Only benchmarks whose names match.")
@click.option("--compare", metavar="REVISION", help="Time this revision too, and compare.")
@click.option("--quick", is_flag=True, help="Run each benchmark once, to see that it works.")
def bench(bench: str | None, compare: str | None, quick: bool) -> None:
    """🏁 Time HEAD with asv.

    It builds a wheel and installs it in an environment of its own.
    """
    selected = [*(["--quick"] if quick else []), *(["--bench", bench] if bench else [])]
    if compare:
        util.run(["asv", "continuous", "--split", *selected, compare, "HEAD"])
    else:
        util.run(["asv", "run", "--show-stderr", *selected, "HEAD^!"])


@click.command()
def docs() -> None:
    """📚 Build the site and check it.

    It stands in build/site afterwards.
    """
    _python("docs/generators/support_table.py")
    _python("-m", "sphinx", "-W", "-n", "docs", "build/site")
    _python("docs/check_site.py", "build/site")
