"""Settings of Sphinx for the site: ``sphinx-build -W -n docs build/site``.

The build makes everything that is not committed: drawings (`drawings`), pages of the reference
(`reference`), the gallery from `examples/`. It downloads nothing; so links to other projects are
plain links, and names of other projects in docstrings are not resolved.
"""

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

from docutils.nodes import Text, literal_block
from sphinx.ext.autodoc.mock import _MockObject

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS / "generators"))

import drawings  # noqa: E402
import palettes  # noqa: E402
import reference  # noqa: E402

import polyconv  # noqa: E402

project = "polyconv"
author = "polyconv developers"
copyright = "polyconv developers, BSD-3-Clause"
release = version = installed_version("polyconv")

extensions = [
    "myst_parser",
    "numpydoc",
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "sphinx_copybutton",
    "sphinx_gallery.gen_gallery",
]
exclude_patterns = ["examples", "measured", "**sg_execution_times*"]
templates_path = ["_templates"]

# Pages.
myst_enable_extensions = ["colon_fence", "attrs_inline", "attrs_block"]
myst_heading_anchors = 4
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
# Tables of the command line and of shapes are no Python.
highlight_language = "none"

# Docstrings.
default_role = "autolink"
autodoc_typehints = "none"
autodoc_member_order = "bysource"
autodoc_mock_imports = reference.missing(
    ["astropy", "autograd", "dask", "jax", "onnx", "tifffile", "torch", "xarray", "zarr"]
)
# The mock of `torch.Tensor` stands in annotations such as `torch.Tensor | None`.
_MockObject.__or__ = lambda self, other: self
numpydoc_show_class_members = False
numpydoc_xref_param_type = False
# Names of polyconv are checked. Others are words in backticks, such as arguments, and names of
# other projects, whose inventories would have to be downloaded.
nitpick_ignore_regex = [
    ("py:.*", rf"(?!(polyconv|{'|'.join(polyconv.__all__)})(\.|$))[\w.]+"),
    ("py:.*", r"polyconv\._.*"),
    ("py:obj", r"Cost(\.variant)?"),  # in docstrings of modules that are not public
]

# The gallery.
sphinx_gallery_conf = {
    "examples_dirs": "examples",
    "gallery_dirs": "gallery",
    "abort_on_example_error": True,
    "backreferences_dir": "generated/backreferences",
    "doc_module": ("polyconv",),
    "download_all_examples": False,
    "min_reported_time": 1e9,
    "reference_url": {"polyconv": None},
    "remove_config_comments": True,
    "show_signature": False,
    "thumbnail_size": (160, 112),
    "within_subsection_order": "FileNameSortKey",
}

# The theme.
html_theme = "pydata_sphinx_theme"
html_title = "polyconv"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "_static/logo.svg"
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "logo": {
        "image_light": "_static/logo.svg",
        "image_dark": "_static/logo_dark.svg",
        "text": "polyconv",
        "alt_text": "polyconv, home",
    },
    "footer_start": ["copyright"],
    "footer_end": [],
    "header_links_before_dropdown": 7,
    "navbar_persistent": ["search-button"],
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
    "show_nav_level": 1,
    "show_prev_next": True,
    "show_toc_level": 2,
}


def end_code_with_its_last_line(app, doctree):
    """Take away the empty line by which doctest knows where an output ends."""
    for block in doctree.findall(literal_block):
        if block.rawsource == block.astext():  # else it has marks of its own
            block.rawsource = block.rawsource.rstrip()
            block.children = [Text(block.rawsource)]


# Classes whose objects readers make; those of the others are results of functions.
_CONSTRUCTED = {"polyconv.Cost"}


def hide_constructors(app, what, name, obj, options, signature, annotation):
    """Show no arguments of classes whose objects only polyconv makes.

    Extension types tell none, and Sphinx fails if they are hidden nevertheless.
    """
    hidden = what == "class" and signature is not None and name not in _CONSTRUCTED
    return ("", None) if hidden else None


def link_guides(app, what, name, obj, options, lines):
    """End the page of each function of a module with links to the module's guides."""
    module = name.rpartition(".")[0]
    if what == "function" and module in reference.GUIDES:
        lines += ["", reference.see_also(module), ""]


def setup(app):
    """Connect what runs on each page and at the end of a build."""
    app.connect("autodoc-process-signature", hide_constructors)
    # After numpydoc, which reads the sections of the docstring.
    app.connect("autodoc-process-docstring", link_guides, priority=600)
    app.connect("doctree-read", end_code_with_its_last_line)
    app.connect("build-finished", palettes.shrink)


drawings.write(DOCS / "generated")
reference.write(DOCS / "generated")
