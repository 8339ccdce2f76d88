"""README.md: its examples run, and its generated table matches the backends."""

import doctest
import importlib.util
from pathlib import Path

import pytest

import polyconv
from polyconv.backends import BACKENDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def support_table():
    path = ROOT / "docs" / "support_table.py"
    spec = importlib.util.spec_from_file_location("support_table", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_examples():
    # Examples whose output is a time stand in blocks that no prompt of doctest opens.
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert result.attempted >= 10
    assert result.failed == 0


def test_the_support_table_is_up_to_date():
    assert support_table().updated(README) == README, "run: python docs/support_table.py README.md"


def test_the_support_table_has_every_backend_and_feature():
    table = support_table().support_table()
    for name in (*(backend.name for backend in BACKENDS), *polyconv.capabilities()):
        assert name in table


def test_a_page_without_a_place_for_the_table_is_refused():
    with pytest.raises(ValueError, match="lacks"):
        support_table().updated("# Nothing")


def test_links_lead_to_files():
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for part in page.read_text(encoding="utf-8").split("](")[1:]:
            target = part.partition(")")[0].partition("#")[0]
            if target and "//" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"
