from polyconv._problem import Problem

from ._tiles import Tiling

def plan_tiles(
    problem: Problem, all_candidates: bool = False, sums_in_result: bool = True
) -> tuple[Tiling, float]: ...
