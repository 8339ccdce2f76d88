r"""Put measurements into pages and README, so that a new measurement touches no prose.

    python -m benchmarks.peers --workers 1 --markdown docs/measured/peers_1.md \
        --plot docs/measured/peers.png
    python -m benchmarks.peers --workers 2 --markdown docs/measured/peers_2.md
    python -m benchmarks.cost_model regret --json build/regret_1.json \
        --plot docs/measured/regret.png
    python -m benchmarks.cost_model regret --workers 2 --json build/regret_2.json
    python -m benchmarks.cliffs --json build/cliffs.json
    python docs/generators/performance.py

The last line reads the JSON files where they are present, writes `docs/measured/regret.md`,
`cliffs.md`, `cliffs.png` and `speed.md`, and brings README's sentence on speed and the table in
`docs/transposed_and_gradients.md` up to date with `peers_1.md`.
"""

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from marked import replaced

__all__ = [
    "ADJOINTS_FIRST",
    "ADJOINTS_LAST",
    "ADJOINTS_PAGE",
    "FIRST",
    "LAST",
    "adjoint_table",
    "cliffs_table",
    "main",
    "regret_table",
    "speed",
    "updated",
]

DOCS = Path(__file__).parents[1]
FIRST = "<!-- speed, made by docs/generators/performance.py -->"
LAST = "<!-- end of speed -->"
ADJOINTS_PAGE = DOCS / "transposed_and_gradients.md"
ADJOINTS_FIRST = "<!-- ratios, made by docs/generators/performance.py -->"
ADJOINTS_LAST = "<!-- end of ratios -->"

# Classes of peers that README's sentence leaves out, because they are no convolutions, and what the
# page on them calls them.
_ADJOINTS = {
    "transposed": "transposed convolutions",
    "input_gradients": "gradients of inputs",
    "weight_gradients": "gradients of weights",
}

# Names of libraries as they write them, where that is not the name of the package.
_NAMES = {
    "torch": "PyTorch",
    "onnxruntime": "ONNX Runtime",
    "jax": "JAX",
    "openvino": "OpenVINO",
    "litert": "LiteRT",
    "mnn": "MNN",
    "opencv": "OpenCV",
    "scipy": "SciPy",
    "ipp": "IPP",
    "simpleitk": "SimpleITK",
}


def _classes(table: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Yield each class of the peers' tables, and its workloads that have a ratio, by column."""
    for heading, part in re.findall(r"^### (\w+)\n(.*?)(?=^### |\Z)", table, re.M | re.S):
        lines = [
            [cell.strip() for cell in line.strip("| ").split("|")]
            for line in part.strip().partition("\n\n")[0].splitlines()  # the first table
            if line.startswith("| ")
        ]
        rows = [dict(zip(lines[0], cells, strict=False)) for cells in lines[2:]]
        yield heading, [row for row in rows if re.fullmatch(r"\d+\.\d+", row.get("ratio", ""))]


def _libraries(row: dict[str, str]) -> list[str]:
    names = list(row)
    return names[names.index("polyconv") + 1 : names.index("ratio")]


def _geometric_mean(values: Sequence[float]) -> float:
    return math.exp(sum(map(math.log, values)) / len(values))


@dataclass(frozen=True)
class Speed:
    """Figures of one run of the peers.

    Attributes
    ----------
    workloads : int
        Workloads that another library computed, too.
    mean, worst : float
        Geometric mean and least of the ratios of polyconv's speed to the fastest other library's.
    slower : int
        Workloads with a ratio below 1.
    libraries : tuple of str
        The others.
    machine : str
        Processor, workers and date.
    """

    workloads: int
    mean: float
    worst: float
    slower: int
    libraries: tuple[str, ...]
    machine: str


def speed(table: str) -> Speed:
    """Return the figures of the tables that ``python -m benchmarks.peers --markdown`` writes.

    Raises
    ------
    ValueError
        If there is no table of workloads.
    """
    ratios: list[float] = []
    libraries: dict[str, None] = {}
    for heading, rows in _classes(table):
        if heading not in _ADJOINTS:
            ratios += [float(row["ratio"]) for row in rows]
            libraries.update(dict.fromkeys(name for row in rows for name in _libraries(row)))
    if not ratios:
        raise ValueError("the peers' file has no table with workloads and ratios")
    return Speed(
        len(ratios),
        _geometric_mean(ratios),
        min(ratios),
        sum(ratio < 1 for ratio in ratios),
        tuple(libraries),
        table.partition("\n")[0].strip(),
    )


def _sentence(figures: Speed) -> str:
    processor, workers, when = (part.strip() for part in figures.machine.split(";")[:3])
    cores = workers.partition(" on ")[0]
    names = [_NAMES.get(name, name) for name in figures.libraries]
    libraries = ", ".join(names[:-1]) + f" and {names[-1]}"
    return (
        f"On {figures.workloads} workloads polyconv is {figures.mean:.2f} times as fast as the "
        f"fastest of {libraries}\nin the geometric mean, {figures.worst:.2f} times at worst, and "
        f"slower on {figures.slower} of them ({processor.partition(',')[0]}, {cores}, {when[:10]})."
    )


def adjoint_table(table: str) -> str:
    """Return the table of transposed convolutions and gradients, from the peers' `table`.

    Raises
    ------
    ValueError
        If the peers' tables lack one of these classes.
    """
    classes = dict(_classes(table))
    missing = [name for name in _ADJOINTS if not classes.get(name)]
    if missing:
        raise ValueError(f"the peers' file has no workloads of the class {missing[0]}")
    lines = [
        f"Ratios to the fastest library for each workload; {table.partition(chr(10))[0].strip()}:",
        "",
        "| | workloads | geometric mean | at least 0.95 | worst | ratio to torch |",
        "| --- | ---: | ---: | ---: | --- | ---: |",
    ]
    for name, title in _ADJOINTS.items():
        rows = classes[name]
        ratios = [float(row["ratio"]) for row in rows]
        worst = min(rows, key=lambda row: float(row["ratio"]))
        workload = worst["workload"].partition(":")[0]
        to_torch = [_speed(row["polyconv"]) / _speed(row["torch"]) for row in rows]
        lines.append(
            f"| {title} | {len(rows)} | {_geometric_mean(ratios):.2f} | "
            f"{sum(ratio >= 0.95 for ratio in ratios)} | {worst['ratio']}, `{workload}` "
            f"({worst['best peer'].partition(' ')[0]}) | {_geometric_mean(to_torch):.2f} |"
        )
    return "\n".join(lines)


def _speed(cell: str) -> float:
    """Return the number of a cell such as ``129 (direct)`` or ``**148**``."""
    return float(cell.strip("*").partition(" ")[0])


def updated(page: str, table: str) -> str:
    """Return `page` with its sentence on speed made anew from the peers' `table`."""
    return replaced(page, FIRST, LAST, _sentence(speed(table)))


# Groups of the regret command, and their names in the table.
_GROUPS = {
    "cold, random": "random problems",
    "cold, corners": "random problems in corners of the range",
    "cold, structured": "random Gaussians and boxes",
    "cold, named": "named workloads, to which the model was fitted",
    "cold": "all of these",
    "warm": "random and named, after `find`",
    "cold, scipy": "problems of `scipy.signal`",
}


def regret_table(runs: Sequence[dict[str, Any]], when: str) -> str:
    """Return the page's tables for the JSON of ``regret``, one for each number of workers."""
    machine = runs[0]["machine"]
    processor = machine.get("cpu", machine) if isinstance(machine, dict) else machine
    commands = " and ".join(f"`{run['command']}`" for run in runs)
    lines = [
        f"{processor}; {when}; {commands}",
        "",
        "| problems | workers | calls | number | within 10 % | geometric mean | worst |",
        "| --- | ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    for run in runs:
        for calls, suffix in (("planned", ""), ("plain", ", plain calls")):
            for group, text in _GROUPS.items():
                figures = run.get(group + suffix)
                if figures:
                    lines.append(
                        f"| {text} | {run['workers']} | {calls} | {figures['problems']} | "
                        f"{100 * figures['within_10_percent']:.1f} % | "
                        f"{figures['geometric_mean']:.3f} | {figures['worst']:.2f} |"
                    )
    lines += _worst_again(runs)
    beside = runs[0].get("scipy")
    if beside:
        lines += ["", _beside_scipy(beside)]
    overheads = runs[0].get("overheads")
    if overheads:
        lines += ["", "| time of choosing | microseconds |", "| --- | ---: |"]
        lines += [f"| {name} | {1e6 * seconds:.2f} |" for name, seconds in overheads.items()]
    return "\n".join(lines) + "\n"


def _worst_again(runs: Sequence[dict[str, Any]]) -> list[str]:
    """Return the lines on the largest regrets, as measured first and again."""
    found = [(run["workers"], one) for run in runs for one in run.get("again", ())]
    if not found:
        return []
    return [
        "",
        "The largest regrets, measured again for longer:",
        "",
        "| problem | workers | calls | chosen | best | first | again |",
        "| --- | ---: | --- | --- | --- | ---: | ---: |",
        *(
            f"| `{one['problem']}` | {workers} | {one['calls']} | `{one['chosen']}` | "
            f"`{one['best']}` | {one['first']:.2f} | {one['again']:.2f} |"
            for workers, one in found
        ),
    ]


def _beside_scipy(figures: dict[str, Any]) -> str:
    return (
        f"SciPy's `choose_conv_method`, between its two methods on {figures['problems']} problems: "
        f"geometric mean {figures['scipy_regret']:.3f}, worst {figures['scipy_worst']:.2f}. Plain "
        f"calls of `conv` are faster than both `scipy.signal.convolve` and `oaconvolve` on "
        f"{100 * figures['faster_than_both']:.0f} %, {figures['speedup']:.2f} times as fast as the "
        "faster of both in the geometric mean."
    )


def _ratio(value: float) -> str:
    """Format a ratio in two decimals, or in one significant digit where these would be 0.0x."""
    return f"{value:.2f}" if value >= 0.1 else f"{value:.1g}"


def cliffs_table(run: dict[str, Any]) -> str:
    """Return the page's table for the JSON of ``python -m benchmarks.cliffs``."""
    machine = run["machine"]
    command = "`python -m benchmarks.cliffs`"
    lines = [
        f"{machine['cpu']}, {machine['isa']}; one core; {run['date']}; {command}",
        "",
        "| family | cases | geometric mean | worst | worst case | fastest there |",
        "| --- | ---: | ---: | ---: | --- | --- |",
    ]
    for family in run["families"]:
        rated = [case for case in family["cases"] if case["ratio"]]
        if not rated:
            continue
        worst = min(rated, key=lambda case: case["ratio"])
        mean = _geometric_mean([case["ratio"] for case in rated])
        lines.append(
            f"| {family['name'].replace('_', ' ')} | {len(rated)} | {_ratio(mean)} | "
            f"{_ratio(worst['ratio'])} | {worst['case'].replace('|', '/')} | {worst['best']} |"
        )
    return "\n".join(lines) + "\n"


def cliffs_plot(run: dict[str, Any], path: Path) -> None:
    """Draw every case as a dot, one row for each family."""
    from matplotlib.figure import Figure

    families = [f for f in run["families"] if any(case["ratio"] for case in f["cases"])]
    figure = Figure(figsize=(8, 0.3 * len(families) + 1.2), layout="constrained", dpi=110)
    axes = figure.add_subplot()
    for row, family in enumerate(families):
        ratios = [case["ratio"] for case in family["cases"] if case["ratio"]]
        colours = ["#b84a00" if ratio < 1 else "#1858a8" for ratio in ratios]
        axes.scatter(ratios, [row] * len(ratios), c=colours, s=14, alpha=0.7)
    names = [family["name"].replace("_", " ") for family in families]
    axes.set_yticks(range(len(families)), labels=names)
    axes.set_ylim(len(families) - 0.5, -0.5)
    axes.set_xscale("log")
    axes.axvline(1, color="#1b1f24", linewidth=1)
    axes.grid(axis="x", alpha=0.3)
    axes.set_xlabel("time of the best alternative / time of polyconv; above 1 polyconv is faster")
    figure.savefig(path)


def main() -> None:
    """Write the pages' tables and README's sentence."""
    build, measured = DOCS.parent / "build", DOCS / "measured"
    found = sorted(build.glob("regret_[12].json"))
    if found:
        runs = [json.loads(path.read_text(encoding="utf-8")) for path in found]
        when = date.fromtimestamp(found[0].stat().st_mtime).isoformat()
        (measured / "regret.md").write_text(regret_table(runs, when), encoding="utf-8")
    cliffs = build / "cliffs.json"
    if cliffs.exists():
        run = json.loads(cliffs.read_text(encoding="utf-8"))
        (measured / "cliffs.md").write_text(cliffs_table(run), encoding="utf-8")
        cliffs_plot(run, measured / "cliffs.png")
    readme, table = DOCS.parent / "README.md", (measured / "peers_1.md").read_text("utf-8")
    (measured / "speed.md").write_text(_sentence(speed(table)) + "\n", encoding="utf-8")
    readme.write_text(updated(readme.read_text("utf-8"), table), encoding="utf-8")
    page = ADJOINTS_PAGE.read_text("utf-8")
    page = replaced(page, ADJOINTS_FIRST, ADJOINTS_LAST, adjoint_table(table))
    ADJOINTS_PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
