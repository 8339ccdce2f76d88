"""The cost model: fit it to this machine, and measure how good the choices are that it makes.

    python -m benchmarks.cost_model fit       time problems, solve for the rates, write their module
    python -m benchmarks.cost_model carry     scale rates towards another machine's unit times
    python -m benchmarks.cost_model regret    compare what auto chooses with what would be fastest
    python -m benchmarks.cost_model measure   time a planner's tuned constant and its alternatives
    python -m benchmarks.cost_model limits    measure the limits that no table holds
    python -m benchmarks.cost_model transposed  regret of transposed convolutions

    problems ──> timings ──> fitting ──> rates_module ──> src/polyconv/_rates_*.py   fit_command
        │           │                          └─> between two machines            carry_command
        │           └── levels: the same with shorter vectors
        │           └─────> regrets ──> scatter                                      regret_command
        │           └─────> backends/*/tuning.py, one constant at a time             measure_command
        │           └─────> limits in the code                                        limits_command
        │           └─────> regrets of transposed problems                        transposed_command
        └── overhead: the time of choosing;  scipy_comparison: scipy.signal on its own problems

`timings` keeps every time in a JSON file, so that an interrupted command continues where it was,
and ``--no-timing`` repeats an analysis without timing anything. The machine should be idle.
"""

# Module, and the line in the help.
COMMANDS = {
    "carry": ("carry_command", "scale rates towards another machine's, by the unit times of both"),
    "fit": ("fit_command", "time problems, solve for the rates, write src/polyconv/_rates_*.py"),
    "limits": ("limits_command", "measure the limits that stand in the code, not in a table"),
    "measure": ("measure_command", "times of a planner's tuned constant and of its alternatives"),
    "regret": ("regret_command", "time of auto's choices relative to the fastest eligible backend"),
    "transposed": ("transposed_command", "the same for transposed convolutions"),
}
