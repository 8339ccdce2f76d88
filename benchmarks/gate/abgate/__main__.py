"""``python -m abgate``."""

from .app import main

main()
