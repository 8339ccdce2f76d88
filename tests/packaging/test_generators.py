"""docs/generators: tables of measurements, drawings with results, pages of the reference."""

import importlib
from pathlib import Path
from xml.etree import ElementTree

import pytest

import polyconv

DOCS = Path(__file__).parents[2] / "docs"

FIGURES = {"problems": 8, "within_10_percent": 0.875, "geometric_mean": 1.0123, "worst": 1.5}
RUN = {
    "machine": {"cpu": "a processor", "isa": "v4"},
    "workers": 2,
    "command": "regret --workers 2",
    "cold": FIGURES,
    "cold, plain calls": FIGURES | {"problems": 9},
    "warm": {},
    "again": [
        {
            "problem": "x (1x2) w (1x1)",
            "calls": "plain",
            "chosen": "fft",
            "best": "direct",
            "first": 1.5,
            "again": 1.01,
        }
    ],
    "overheads": {"choose": 1.5e-6},
}


def test_regret(generator):
    table = generator("performance").regret_table([RUN], "2026-01-02")
    assert table.startswith("a processor; 2026-01-02; `regret --workers 2`\n")
    assert "| all of these | 2 | planned | 8 | 87.5 % | 1.012 | 1.50 |" in table
    assert "| all of these | 2 | plain | 9 | 87.5 % | 1.012 | 1.50 |" in table
    assert "| `x (1x2) w (1x1)` | 2 | plain | `fft` | `direct` | 1.50 | 1.01 |" in table
    assert "after `find`" not in table  # it was not measured
    assert "| choose | 1.50 |" in table
    assert "measured again" not in generator("performance").regret_table(
        [RUN | {"again": []}], "2026-01-02"
    )


def test_cliffs(generator):
    cases = [
        {"case": "small", "ratio": 4.0, "best": "numpy"},
        {"case": "large", "ratio": 0.25, "best": "scipy"},
        {"case": "failed", "ratio": None, "best": None},
    ]
    families = [{"name": "long_axes", "cases": cases}, {"name": "none", "cases": []}]
    run = {"machine": {"cpu": "a processor", "isa": "v4"}, "date": "2026", "families": families}
    table = generator("performance").cliffs_table(run)
    assert "| long axes | 2 | 1.00 | 0.25 | large | scipy |" in table
    assert "none" not in table
    cases[1]["ratio"] = 0.00047
    assert "| 0.04 | 0.0005 | large |" in generator("performance").cliffs_table(run)


def test_drawings_are_svg_that_say_what_they_show(generator, tmp_path):
    drawings = generator("drawings")
    drawings.write(tmp_path)
    for drawing in drawings.DRAWINGS:
        path = tmp_path / "drawings" / f"{drawing.__name__}.svg"
        root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
        title = root.find("{http://www.w3.org/2000/svg}title")
        assert title is not None
        assert title.text


def test_drawings_show_results(generator):
    assert ">19</text>" in generator("drawings").window().svg()


def test_the_reference_has_a_page_for_each_public_module(generator, tmp_path):
    reference = generator("reference")
    stale = tmp_path / "reference" / "polyconv.gone.rst"
    stale.parent.mkdir()
    stale.write_text("of a module that is no more")
    reference.write(tmp_path)
    assert not stale.exists()
    for module in ("polyconv.wisdom", "polyconv.grad", "polyconv.scipy.ndimage"):
        page = (tmp_path / "reference" / f"{module}.rst").read_text(encoding="utf-8")
        for name in importlib.import_module(module).__all__:
            assert f"   {name}\n" in page
    assert not any("._" in module for module in reference.modules())


def test_each_module_of_the_reference_and_its_guide_link_to_each_other(generator, tmp_path):
    reference = generator("reference")
    assert reference.GUIDES.keys() == reference.modules().keys()
    reference.write(tmp_path)
    for module, pages in reference.GUIDES.items():
        listed = (tmp_path / "reference" / f"{module}.rst").read_text(encoding="utf-8")
        for page in pages:
            assert (DOCS / f"{page}.md").is_file()
            assert f":doc:`/{page}`" in listed
        assert f"](#{module})" in (DOCS / f"{pages[0]}.md").read_text(encoding="utf-8")


def test_only_what_stands_between_two_comments_is_replaced(generator):
    replaced = generator("marked").replaced
    assert replaced("a [old] b [c]", "[", "]", "new") == "a [\nnew\n] b [c]"


@pytest.mark.parametrize("page", ["", "old]", "[old", "]old["])
def test_a_page_without_both_comments_in_order_is_refused(generator, page):
    with pytest.raises(ValueError, match=r"lacks the line '\[', or '\]' after it"):
        generator("marked").replaced(page, "[", "]", "new")


def test_modules_that_are_missing(generator):
    missing = generator("reference").missing
    assert missing(["numpy", "no_such_package"]) == ["no_such_package"]


def test_an_output_is_headed_by_its_command_and_the_machine(generator):
    heading = generator("outputs").heading
    wanted = "`python docs/generators/outputs.py race`, 2026-01-02, a processor, "
    assert heading("race", "2026-01-02", "a processor", 1) == f"{wanted}1 CPU:"
    assert heading("race", "2026-01-02", "a processor", 2) == f"{wanted}2 CPUs:"


def test_outputs_find_where_transforms_win(generator, monkeypatch):
    outputs = generator("outputs")
    chosen = []

    def choose(x, w, **options):
        chosen.append(w)
        backend = "fft" if w[-1] >= 7 else "direct"
        return polyconv.Choice(backend, "model", None)

    monkeypatch.setattr(outputs, "choose", choose)
    _, table = outputs.OUTPUTS["crossovers"]()
    assert table.count("7x7x7") == 1
    assert max(w[-1] for w in chosen) == 7
