"""Check the built site: ``python docs/check_site.py build/site``.

- Links and pictures lead to files of the site, and fragments to elements.
- Every picture has a text in its place.
- Nothing is loaded from elsewhere, and no page weighs more than 1 MB with all that it loads.
- In a browser, where one is found: the home page, the search and a page of the gallery load all
  that they name, and the search finds a word.
"""

import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

__all__ = ["browser", "browser_faults", "faults", "main"]

# Bytes of a page with its styles, scripts, fonts and pictures, at most; uncompressed.
MAX_BYTES = 1_000_000
# Names of Chromium and its relatives; all of them take the same options.
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Seconds that the browser may take for a page, and milliseconds of a page's own time.
_SECONDS, _PAGE_MILLISECONDS = 60, 8000
# A word that a page defines, and the page.
_SEARCHED, _FOUND = "dilation", "semantics"


@dataclass
class Page:
    """Contents of a page: its ids, links, pictures, loaded files, and hits of a search."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    pictures: list[tuple[str, str | None]] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    hits: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Fills a `Page`."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name in ("id", "name"):
            if given.get(name):
                self.page.ids.add(str(given[name]))
        if tag == "a" and given.get("href"):
            self.page.links.append(str(given["href"]))
            if "data-score" in given:
                self.page.hits.append(str(given["href"]))
        elif tag == "img" and given.get("src"):
            self.page.pictures.append((str(given["src"]), given.get("alt")))
            self.page.loaded.append(str(given["src"]))
        elif tag == "script" and given.get("src"):
            self.page.loaded.append(str(given["src"]))
        elif tag == "link" and given.get("rel") in ("stylesheet", "icon") and given.get("href"):
            self.page.loaded.append(str(given["href"]))


@cache
def _page(path: Path) -> Page:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page


def faults(site: Path) -> list[str]:
    """Return one line for each fault of the files of `site`, an absolute path."""
    _page.cache_clear()
    pages = sorted(path for path in site.rglob("*.html") if "_static" not in path.parts)
    if not pages:
        return [f"{site} has no pages"]
    return [fault for path in pages for fault in _faults_of(path, site)]


def _faults_of(path: Path, site: Path) -> Iterator[str]:
    page, name = _page(path), path.relative_to(site)
    for link in (*page.links, *page.loaded):
        reason = _broken(link, path, site)
        if reason:
            yield f"{name}: {link}: {reason}"
    for source, text in page.pictures:
        # An empty text is right for decoration: a thumbnail stands beside the title of its page.
        if text is None or (not text.strip() and not source.endswith("_thumb.png")):
            yield f"{name}: {source} has no alt text"
    for link in page.loaded:
        if urlsplit(link).netloc:
            yield f"{name}: {link} is loaded from another site"
    weight = path.stat().st_size + sum(_sizes(page.loaded, path))
    if weight > MAX_BYTES:
        yield f"{name} weighs {weight} bytes; allowed: {MAX_BYTES}"


def _target(link: str, path: Path) -> Path:
    return (path.parent / unquote(urlsplit(link).path)).resolve()


def _sizes(links: Iterable[str], path: Path) -> Iterator[int]:
    for target in {_target(link, path) for link in links if not urlsplit(link).netloc}:
        if target.is_file():
            yield target.stat().st_size


def _broken(link: str, path: Path, site: Path) -> str | None:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    target = _target(link, path) if parts.path else path
    if target.is_dir():
        target /= "index.html"
    if not target.is_file() or not target.is_relative_to(site):
        return "no such file"
    fragment = unquote(parts.fragment)
    if fragment and target.suffix == ".html" and fragment not in _page(target).ids:
        return "no such element"
    return None


def browser() -> str | None:
    """Return the path of a browser, or None."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


@contextmanager
def _served(site: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve the site; yields its address and the list of what was asked for in vain."""
    missed: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            if int(getattr(code, "value", code)) >= 400:
                missed.append(self.path)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", missed
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _elements(command: str, address: str) -> Page:
    """Return what a page consists of once its scripts have run."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                command, "--headless", "--no-sandbox", "--disable-gpu",
                f"--user-data-dir={profile}", f"--virtual-time-budget={_PAGE_MILLISECONDS}",
                "--dump-dom", address,
            ],
            capture_output=True, text=True, timeout=_SECONDS, check=True,
        )  # fmt: skip
    reader = _Reader()
    reader.feed(done.stdout)
    return reader.page


def browser_faults(site: Path, command: str) -> list[str]:
    """Return one line for each fault that a browser finds."""
    found: list[str] = []
    with _served(site) as (address, missed):
        home = _elements(command, f"{address}/index.html")
        if not any("quickstart" in link for link in home.links):
            found.append("index.html has no link to the quickstart")
        hits = _elements(command, f"{address}/search.html?q={_SEARCHED}").hits
        if not any(_FOUND in link for link in hits):
            found.append(f"search.html finds no {_FOUND} for {_SEARCHED}")
        examples = sorted((site / "gallery").glob("plot_*.html"))
        if not examples:
            found.append("the gallery has no pages")
        else:
            example = _elements(command, f"{address}/gallery/{examples[0].name}")
            if not any("_images" in source for source, _ in example.pictures):
                found.append(f"{examples[0].name} shows no picture")
    return found + [f"{path} is requested, but missing" for path in dict.fromkeys(missed)]


def main() -> int:
    """Check the site that is named; return the exit status."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    site = Path(sys.argv[1]).resolve()
    found = faults(site)
    if not any(site.rglob("*.html")):
        print(*found, sep="\n")
        return 1
    command = browser()
    if command is None:
        print("no browser was found: pages were not loaded")
    else:
        found += browser_faults(site, command)
    print(*found, sep="\n", end="\n" if found else "")
    heaviest = max(
        (sum(_sizes(_page(path).loaded, path)) + path.stat().st_size, path.name)
        for path in site.rglob("*.html")
    )
    print(f"{len(found)} faults; the heaviest page has {heaviest[0] / 1e3:.0f} kB: {heaviest[1]}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
