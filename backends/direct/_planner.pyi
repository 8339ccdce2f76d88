from polyconv._problem import Problem

from ._tiles import DirectTiling

def plan_tiles(
    problem: Problem, all_candidates: bool = False, sums_in_result: bool = True
) -> tuple[DirectTiling, float]: ...
