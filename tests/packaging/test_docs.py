"""The examples in the documentation and in the docstrings of the installed package run."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path
from types import ModuleType

import pytest

import polyconv
from polyconv.backends import BACKENDS
from support.agreement import slow_but

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
# Pages that a build of the site makes are none of the sources.
GENERATED = {"generated", "gallery"}
PAGES = sorted(
    page for page in DOCS.rglob("*.md") if not GENERATED & set(page.relative_to(DOCS).parts)
)
# The page with a network of several layers takes half as long as all other pages together.
QUICK_PAGES = [page for page in PAGES if page.stem != "cnn_layers"]
FLAGS = doctest.ELLIPSIS
# Libraries with doors that the extra `test` lacks.
LIBRARIES = ("astropy", "autograd", "dask", "jax", "onnx", "torch")


def modules():
    """Return the names of polyconv's modules, without the command line, which has its own tests."""
    names = [m.name for m in pkgutil.walk_packages(polyconv.__path__, "polyconv.")]
    return [
        "polyconv",
        *(n for n in names if not n.startswith(("polyconv.cli", "polyconv.__main"))),
    ]


def name_of(page):
    return str(page.relative_to(DOCS))


@pytest.mark.parametrize("page", slow_but(PAGES, *QUICK_PAGES), ids=name_of)
def test_pages(page):
    text = page.read_text(encoding="utf-8")
    if "polyconv" not in text:
        pytest.skip("not about calling polyconv")
    # Pages about other libraries compare with them.
    for library in re.findall(r"^>>> (?:import|from) (\w+)", text, re.MULTILINE):
        if library != "polyconv":
            pytest.importorskip(library)
    result = doctest.testfile(str(page), module_relative=False, optionflags=FLAGS)
    assert result.failed == 0


@pytest.mark.parametrize("name", modules())
def test_docstrings(name):
    # A door to another library is named after it.
    library = name.split(".")[1] if "." in name else ""
    if library in LIBRARIES:
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


def test_the_reference_has_every_public_name():
    page = (DOCS / "reference" / "index.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^   (\w+)$", page, re.MULTILINE))
    # Modules have pages of their own, made by docs/generators/reference.py.
    modules = {n for n in polyconv.__all__ if isinstance(getattr(polyconv, n), ModuleType)}
    assert {"grad", "wisdom"} <= modules
    assert listed == set(polyconv.__all__) - modules


def test_links_lead_to_files():
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *PAGES):
        for part in page.read_text(encoding="utf-8").split("](")[1:]:
            target = part.partition(")")[0].partition("#")[0]
            # Links into the gallery are checked in the built site.
            if target and "//" not in target and not target.endswith("gallery/index.rst"):
                base = ROOT if page.parent.name == "measured" else page.parent
                assert (base / target).exists(), f"{page.name} links to {target}"


def test_files_and_names_in_them_that_contributing_gives_exist():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = set(re.findall(r"`((?:src|backends|benchmarks|tests|docs)/[\w./-]+)`", text))
    assert len(paths) > 40
    for path in paths:
        assert "NAME" in path or (ROOT / path).exists(), path
    named = re.findall(r"`(\w+)` in `([\w/]+\.\w+)`", text)
    assert len(named) >= 5
    for name, path in named:
        assert name in (ROOT / path).read_text(encoding="utf-8"), f"{path} has no {name}"


def test_the_support_table_is_up_to_date(generator):
    table = generator("support_table")
    page = table.PAGE.read_text(encoding="utf-8")
    assert table.updated(page) == page, "run: python docs/generators/support_table.py"


def test_the_support_table_has_every_backend_and_feature(generator):
    table = generator("support_table").support_table()
    for name in (*(backend.name for backend in BACKENDS), *polyconv.capabilities()):
        assert name in table


def test_a_page_without_a_place_for_the_table_is_refused(generator):
    with pytest.raises(ValueError, match="lacks"):
        generator("support_table").updated("# Nothing")


def test_there_are_at_least_twelve_examples_in_the_gallery():
    examples = sorted((DOCS / "examples").glob("plot_*.py"))
    assert len(examples) >= 12
    for path in examples:
        assert "plt.show()" in path.read_text(encoding="utf-8"), f"{path.name} has no picture"
