from polyconv._problem import Problem

class Setting:
    scattered: bool
    zips: bool
    set_conflicts: bool
    accumulates_in_out: bool
    lanes: int
    max_oc_vectors: int
    filters: int
    def __init__(self, p: Problem) -> None: ...
