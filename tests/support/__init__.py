"""Modules that several tests share: the oracle, the comparator and helpers to call backends."""
