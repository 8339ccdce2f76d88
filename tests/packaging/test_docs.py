"""The examples in the documentation and in the docstrings of the installed package run."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import polyconv

PAGES = sorted((Path(__file__).parents[2] / "docs").glob("*.md"))
FLAGS = doctest.ELLIPSIS
# Libraries of extras that the extra `test` lacks, for pages and for modules and those within.
NEEDED = {
    "dask.md": ("dask", "zarr", "xarray"),
    "polyconv.astropy": ("astropy",),
    "polyconv.dask": ("dask",),
}


def modules():
    """Return the names of polyconv's modules, without the command line, which has its own tests."""
    names = [m.name for m in pkgutil.walk_packages(polyconv.__path__, "polyconv.")]
    return [
        "polyconv",
        *(n for n in names if not n.startswith(("polyconv.cli", "polyconv.__main"))),
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages(page):
    if "polyconv" not in page.read_text(encoding="utf-8"):
        pytest.skip("not about calling polyconv")
    for library in NEEDED.get(page.name, ()):
        pytest.importorskip(library)
    result = doctest.testfile(str(page), module_relative=False, optionflags=FLAGS)
    assert result.failed == 0


@pytest.mark.parametrize("name", modules())
def test_docstrings(name):
    for library in NEEDED.get(".".join(name.split(".")[:2]), ()):
        pytest.importorskip(library)
    result = doctest.testmod(importlib.import_module(name), optionflags=FLAGS)
    assert result.failed == 0


def test_the_page_on_semantics_has_its_examples():
    page = next(page for page in PAGES if page.name == "semantics.md")
    examples = doctest.DocTestParser().get_examples(page.read_text(encoding="utf-8"))
    assert len(examples) >= 40


def test_every_public_function_has_an_example():
    finder = doctest.DocTestFinder(recurse=False)
    functions = [n for n in polyconv.__all__ if n.islower() and callable(getattr(polyconv, n))]
    assert len(functions) > 10
    for name in functions:
        tests = finder.find(getattr(polyconv, name), name)
        assert any(test.examples for test in tests), f"{name} has no example"
