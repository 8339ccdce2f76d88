# Nothing for Python: C functions alone, which `_efficiency.pxd` declares.
