"""The table of named problems."""
