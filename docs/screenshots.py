"""Photograph the built site: ``python docs/screenshots.py build/site build/shots [PATTERN...]``.

Writes `PAGE.WIDTH.MODE.jpg` into the second folder for each page, at the width of a desktop and of
a phone, light and dark; a PATTERN such as ``start/*`` selects pages. It needs selenium, Chromium
and chromedriver. The exit status is 1 if a page is wider than the screen, so that readers would
have to scroll sideways; such pages are named.
"""

import base64
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from shutil import which
from typing import Any

from check_site import browser

__all__ = ["main", "photograph"]

# Widths in pixels of CSS, and the height of the window.
_WIDTHS = {"desktop": 1280, "phone": 390}
_HEIGHT = 900
_MODES = ("light", "dark")
# Height of a picture at most: what is further down a page looks alike.
_MAX_HEIGHT = 6000
_FORMAT = {"format": "jpeg", "quality": 80}


@contextmanager
def _browser() -> Iterator[Any]:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = browser() or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    # By its path, or selenium looks for one in the network first.
    service = webdriver.ChromeService(which("chromedriver"))
    driver = webdriver.Chrome(options, service)
    try:
        yield driver
    finally:
        driver.quit()


def photograph(site: Path, folder: Path, patterns: Sequence[str] = ()) -> list[str]:
    """Write pictures of the pages of `site`; return a line for each page that is too wide.

    Raises
    ------
    ValueError
        If no page matches the patterns.
    """
    pages = [
        page
        for page in sorted(site.rglob("*.html"))
        if "_static" not in page.parts
        and any(fnmatch(str(page.relative_to(site)), pattern) for pattern in patterns or ["*"])
    ]
    if not pages:
        raise ValueError(f"{site} has no page like {' or '.join(patterns) or '*.html'}")
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    with _browser() as driver:
        for page in pages:
            name = str(page.relative_to(site))
            driver.get(page.as_uri())
            for width, pixels in _WIDTHS.items():
                stem = f"{name.removesuffix('.html').replace('/', '.')}.{width}"
                wide = _shots(driver, pixels, folder / stem)
                if wide > pixels:
                    found.append(f"{name} is {wide} pixels wide on a screen of {pixels}")
    return found


def _shots(driver: Any, pixels: int, stem: Path) -> int:
    """Write the page that is loaded, in both modes; return its width in pixels."""
    screen = {"width": pixels, "height": _HEIGHT, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    wide = 0
    for mode in _MODES:
        feature = {"name": "prefers-color-scheme", "value": mode}
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
        wide, high = driver.execute_script(
            "const e = document.documentElement; return [e.scrollWidth, e.scrollHeight]"
        )
        clip = {"x": 0, "y": 0, "width": pixels, "height": min(high, _MAX_HEIGHT), "scale": 1}
        shot = driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True, **_FORMAT}
        )
        Path(f"{stem}.{mode}.jpg").write_bytes(base64.b64decode(shot["data"]))
    return int(wide)


def main() -> int:
    """Photograph the site that is named; return the exit status."""
    if len(sys.argv) < 3:
        print(__doc__)
        return 2
    found = photograph(Path(sys.argv[1]).resolve(), Path(sys.argv[2]), sys.argv[3:])
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
