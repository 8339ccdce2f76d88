"""Pages of the API reference that follow from the package: one for each public module.

The groups of `polyconv`'s own names stand in `docs/reference/index.md`; a test sees that none is
missing. Every other public module, the doors to other libraries among them, gets a page with
all names of its ``__all__``.
"""

import ast
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import polyconv

__all__ = ["GUIDES", "missing", "modules", "see_also", "write"]

# Public by name, but no interface for readers: they are reached by commands, by functions of
# `polyconv`, or by authors of backends in CONTRIBUTING.md.
_NOT_SHOWN = {"backends", "cli", "transposed", "workloads"}

# Pages that show how to use each module. The first one is about it, and links back to it.
GUIDES = {
    "polyconv.astropy": ("nanconv", "coming_from/astropy"),
    "polyconv.autograd": ("autodiff", "transposed_and_gradients"),
    "polyconv.blocks": ("large_data", "howto/volumes"),
    "polyconv.dask": ("dask", "large_data"),
    "polyconv.grad": ("transposed_and_gradients", "autodiff"),
    "polyconv.jax": ("autodiff", "coming_from/jax_keras"),
    "polyconv.onnx": ("onnx", "howto/cnn_layers"),
    "polyconv.scipy.ndimage": ("scipy", "howto/images", "howto/volumes"),
    "polyconv.scipy.signal": ("signal", "howto/signals"),
    "polyconv.torch": ("autodiff", "coming_from/torch"),
    "polyconv.wisdom": ("wisdom", "backends/measure"),
}


def missing(names: Iterable[str]) -> list[str]:
    """Return those of the optional packages that are not installed; autodoc imitates them."""
    return [name for name in names if find_spec(name) is None]


def modules() -> dict[str, list[str]]:
    """Return ``{module: names of its __all__}`` for all public modules below `polyconv`."""
    return {name: names for name, source in _modules() if (names := _public_names(source))}


def _modules() -> Iterable[tuple[str, Path]]:
    """Yield names and sources of public modules, without importing what they need."""
    folder = Path(polyconv.__file__).parent
    for source in sorted(_sources(folder)):
        yield _module_name(source, folder), source


def _sources(folder: Path) -> Iterable[Path]:
    for entry in folder.iterdir():
        if entry.name.startswith("_") or entry.stem in _NOT_SHOWN:
            continue
        if entry.suffix == ".py":
            yield entry
        elif (entry / "__init__.py").is_file():
            yield entry / "__init__.py"
            yield from _sources(entry)


def _module_name(source: Path, folder: Path) -> str:
    parts = source.relative_to(folder).with_suffix("").parts
    return ".".join(("polyconv", *(part for part in parts if part != "__init__")))


def _public_names(source: Path) -> list[str]:
    """Return the names of ``__all__``."""
    for node in ast.parse(source.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets
        ):
            return list(ast.literal_eval(node.value))
    return []


def see_also(module: str) -> str:
    """Return the directive that links to the guides of a module."""
    return f".. seealso:: {', '.join(f':doc:`/{page}`' for page in GUIDES[module])}"


def write(folder: Path) -> None:
    """Write a page for each module into `folder`/reference."""
    place = folder / "reference"
    place.mkdir(parents=True, exist_ok=True)
    pages = {
        f"{name}.rst": _page(name, source, names)
        for name, source in _modules()
        if (names := _public_names(source))
    }
    for old in place.glob("*.rst"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        if not (place / name).exists() or (place / name).read_text(encoding="utf-8") != text:
            (place / name).write_text(text, encoding="utf-8")


def _page(module: str, source: Path, names: list[str]) -> str:
    """Return a page with the first paragraph of the module's docstring and a table of its names."""
    docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    opening, _, _ = docstring.partition("\n\n")
    rows = "\n".join(f"   {name}" for name in sorted(names, key=str.lower))
    return (
        f"{module}\n{'=' * len(module)}\n\n.. module:: {module}\n\n{opening}\n\n"
        f"{see_also(module)}\n\n"
        f".. autosummary::\n   :toctree: api\n   :nosignatures:\n\n{rows}\n"
    )
