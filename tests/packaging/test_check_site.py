"""docs/check_site.py finds each kind of fault in a small site, and none where there is none.

docs/screenshots.py photographs it, and names pages that are wider than the screen.
"""

import importlib.util
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


def loaded(name):
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules[name]


@pytest.fixture(scope="module")
def check_site():
    yield from loaded("check_site")


@pytest.fixture(scope="module")
def screenshots(check_site):
    yield from loaded("screenshots")


ICON = '<link rel="icon" href="data:,">'  # without one, browsers ask for favicon.ico
GOOD = (
    ICON + '<h1 id="top">A</h1><a href="b.html#end">b</a><img src="_images/p.png" alt="a picture">'
)


@pytest.fixture
def site(tmp_path):
    (tmp_path / "_images").mkdir()
    (tmp_path / "_images" / "p.png").write_bytes(b"picture")
    (tmp_path / "index.html").write_text(GOOD)
    (tmp_path / "b.html").write_text('<p id="end">B</p><a href="https://example.org/x">x</a>')
    return tmp_path


def test_no_fault(check_site, site):
    assert check_site.faults(site) == []


def test_a_site_without_pages(check_site, tmp_path):
    assert check_site.faults(tmp_path) == [f"{tmp_path} has no pages"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('<a href="c.html">c</a>', "c.html: no such file"),
        ('<a href="../outside.html">c</a>', "no such file"),
        ('<a href="b.html#start">c</a>', "b.html#start: no such element"),
        ('<a href="#bottom">c</a>', "#bottom: no such element"),
        ('<img src="_images/p.png">', "has no alt text"),
        ('<img src="_images/p.png" alt="">', "has no alt text"),
        ('<img src="_images/q.png" alt="q">', "_images/q.png: no such file"),
        ('<script src="https://example.org/s.js"></script>', "loaded from another site"),
        ('<link rel="stylesheet" href="//example.org/s.css">', "loaded from another site"),
    ],
)
def test_each_fault(check_site, site, text, fault):
    (site / "index.html").write_text(GOOD + text)
    (site.parent / "outside.html").write_text("")
    found = check_site.faults(site)
    assert len(found) == 1
    assert fault in found[0]


def test_a_heavy_page(check_site, site):
    (site / "_images" / "p.png").write_bytes(bytes(check_site.MAX_BYTES))
    (found,) = check_site.faults(site)
    assert "weighs" in found


@pytest.mark.slow
def test_a_browser_finds_what_is_missing(check_site, site):
    command = check_site.browser()
    if command is None:
        pytest.skip("no browser")
    (site / "index.html").write_text(GOOD + '<script src="gone.js"></script>')
    (site / "search.html").write_text(ICON + "<p>nothing is found</p>")
    assert check_site.browser_faults(site, command) == [
        "index.html has no link to the quickstart",
        "search.html finds no semantics for dilation",
        "the gallery has no pages",
        "/gone.js is requested, but missing",
    ]


@pytest.mark.slow
def test_screenshots_name_pages_that_are_too_wide(check_site, screenshots, site, tmp_path):
    pytest.importorskip("selenium")
    if check_site.browser() is None:
        pytest.skip("no browser")
    (site / "b.html").write_text('<div style="width: 700px">wider than a phone</div>')
    found = screenshots.photograph(site, tmp_path / "shots")
    assert len(found) == 1
    assert found[0].startswith("b.html is 7")  # 700 pixels and the margin
    assert found[0].endswith(" pixels wide on a screen of 390")
    names = {path.name for path in (tmp_path / "shots").iterdir()}
    assert names == {
        f"{page}.{width}.{mode}.jpg"
        for page in ("index", "b")
        for width in ("desktop", "phone")
        for mode in ("light", "dark")
    }


def test_screenshots_of_no_page_are_refused(screenshots, site):
    with pytest.raises(ValueError, match=r"no page like c\*"):
        screenshots.photograph(site, site / "shots", ["c*"])
