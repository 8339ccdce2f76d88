"""Numbers with units, for tables and lines that people read."""

__all__ = ["si"]


def si(value: float, unit: str, digits: int = 3) -> str:
    """Format `value` in two or three digits with an SI prefix."""
    prefixes = {1e12: "T", 1e9: "G", 1e6: "M", 1e3: "k", 1.0: "", 1e-3: "m", 1e-6: "u"}
    factor = next((f for f in prefixes if value >= 0.9995 * f), 1e-6)
    scaled = value / factor
    before = 1 if scaled < 9.995 else 2 if scaled < 99.95 else 3
    rounded = f"{float(f'{scaled:.{digits}g}'):.{max(digits - before, 0)}f}"
    return f"{rounded} {prefixes[factor]}{unit}"
