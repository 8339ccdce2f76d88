"""The tables of a report as rows of text, which terminal and Markdown show alike."""

from collections.abc import Iterable, Sequence
from typing import Any

from .libraries import PEER_LIBRARIES
from .summary import TARGETS, Machine, Summary, TimedVariant, geometric_mean

__all__ = [
    "CLASS_HEADS",
    "LOSS_HEADS",
    "PEER_HEADS",
    "by_class",
    "class_rows",
    "factor",
    "facts_lines",
    "loss_rows",
    "microseconds",
    "peer_name",
    "peer_rows",
    "rate",
    "shown_libraries",
]

LOSS_HEADS = ("workload", "class", "ratio", "either layout", "best peer", "backend", "roofline")
CLASS_HEADS = ("class", "mean ratio", "either layout", "best backend", "worst", "target", "reached")
PEER_HEADS = ("peer", "workloads", "mean ratio", "its layout", "worst", "ahead on", "best peer on")

# Ratios below this are losses.
_EVEN = 1.0


def facts_lines(facts: dict[str, Any]) -> list[str]:
    """Return lines with machine, peaks and versions."""
    machine, peak = facts["machine"], facts["peak"]
    copies = ", ".join(f"{rate / 1e9:.0f}" for rate in peak["copy"].values())
    versions = ", ".join(f"{name} {version}" for name, version in facts["versions"].items())
    blas = ", ".join(facts["blas"])
    workers = f"{facts['workers']} worker" + "s" * (facts["workers"] > 1)
    cpus = ", ".join(map(str, facts["cpus"]))
    single, double, gemm = (peak[name] / 1e9 for name in ("float32", "float64", "gemm"))
    where = f"{machine['cpu']}, {machine['isa']}; {workers} on CPU {cpus}; {facts['date']}"
    if facts["clock"] == "cpu":
        where += "; CPU time"
    caches = ", ".join(
        f"{level.upper()} {size >> 10} KiB" for level, size in machine["caches"].items()
    )
    rates = (
        f"{caches}; peak {single:.0f} GFLOP/s float32, {double:.0f} float64; gemm {gemm:.0f}; "
        f"copies {copies} GB/s from L2, L3, memory"
    )
    return [where, rates, f"{versions}; {blas}"]


def by_class(summaries: Iterable[Summary]) -> dict[str, list[Summary]]:
    """Return the summaries of each class, in the order of measurement."""
    classes: dict[str, list[Summary]] = {}
    for summary in summaries:
        classes.setdefault(summary.problem_class, []).append(summary)
    return classes


def shown_libraries(summaries: Sequence[Summary]) -> list[str]:
    """Return the peers that computed any of these workloads."""
    return [
        library
        for library in PEER_LIBRARIES
        if any(summary.fastest_of(library) is not None for summary in summaries)
    ]


def loss_rows(summaries: Iterable[Summary], machine: Machine) -> list[list[str]]:
    """Return the workloads on which a peer is faster, the greatest loss first."""
    lost = [
        (ratio, summary)
        for summary in summaries
        if (ratio := summary.auto_ratio) is not None and ratio < _EVEN
    ]
    rows = []
    for ratio, summary in sorted(lost, key=lambda pair: pair[0]):
        auto, share = summary.ours("auto"), machine.share(summary)
        rows.append(
            [
                summary.workload.name,
                summary.problem_class,
                factor(ratio),
                factor(summary.either_ratio),
                peer_name(summary),
                auto.note if auto else "-",
                "-" if share is None else f"{100 * share:.0f} %",
            ]
        )
    return rows


def class_rows(summaries: Iterable[Summary]) -> list[list[str]]:
    """Return means and targets of each class, and at the end the mean of all workloads."""
    classes = by_class(summaries)
    rows = []
    for problem_class, members in classes.items():
        counted = [summary for summary in members if summary.reached is not None]
        reached = f"{sum(bool(s.reached) for s in counted)} of {len(counted)}" if counted else ""
        target = str(TARGETS.get(problem_class, ""))
        rows.append([problem_class, *_means(members), target, reached])
    if len(classes) > 1:
        rows.append(["all", *_means([s for members in classes.values() for s in members]), "", ""])
    return rows


def _means(members: Sequence[Summary]) -> list[str]:
    ratios = [ratio for summary in members if (ratio := summary.auto_ratio) is not None]
    return [
        factor(geometric_mean(ratios)),
        factor(geometric_mean(summary.either_ratio for summary in members)),
        factor(geometric_mean(summary.backend_ratio for summary in members)),
        factor(min(ratios, default=None)),
    ]


def peer_rows(summaries: Sequence[Summary]) -> list[list[str]]:
    """Return one row for each peer: ratios to its fastest variant of each workload."""
    rows = []
    for library in shown_libraries(summaries):
        pairs = [(summary, summary.fastest_of(library)) for summary in summaries]
        timed = [(summary, peer) for summary, peer in pairs if peer is not None]
        ratios = [ratio for s, peer in timed if (ratio := s.ratio_to(peer)) is not None]
        best = [s for s in summaries if s.best_peer is not None and s.best_peer.library == library]
        rows.append(
            [
                library,
                str(len(ratios)),
                factor(geometric_mean(ratios)),
                factor(geometric_mean(s.same_layout_ratio_to(peer) for s, peer in timed)),
                factor(min(ratios, default=None)),
                str(sum(ratio < _EVEN for ratio in ratios)),
                str(len(best)),
            ]
        )
    return rows


def peer_name(summary: Summary) -> str:
    """Return the best peer, with its layout where that is not the workload's."""
    peer = summary.best_peer
    if peer is None:
        return "-"
    other = "" if peer.layout == summary.workload.data_format else f", {peer.layout}"
    return f"{peer.library} {peer.name}{other}"


def microseconds(summary: Summary) -> list[str]:
    """Return microseconds of a call: planned, planned with ``out=``, plain, and of each peer."""
    variants = [
        *map(summary.ours, ("auto", "auto out", "call")),
        *map(summary.fastest_of, PEER_LIBRARIES),
    ]
    return ["-" if variant is None else f"{1e6 * variant.best:.1f}" for variant in variants]


def rate(summary: Summary, variant: TimedVariant | None) -> str:
    """Return GFLOP/s of the definition."""
    flops = summary.rate(variant)
    if flops is None:
        return "-"
    flops /= 1e9
    return f"{flops:.0f}" if flops >= 99.5 else f"{flops:.1f}" if flops >= 0.95 else f"{flops:.2g}"


def factor(ratio: float | None) -> str:
    """Return a ratio with two decimals."""
    return "-" if ratio is None else f"{ratio:.2f}"
