# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a comparison, as Markdown and for the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from model_core.compare.ranks import Rank, critical_difference, rank_intervals
from model_core.compare.statistics import Spread, spread
from model_core.compare.summary import Comparison


@dataclass(frozen=True)
class Rows:
    """A table of text: header, rows and a note."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def markdown(self) -> str:
        lines = [self.header, tuple("---" for _ in self.header), *self.rows]
        text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return f"{text}\n\n{self.note}\n" if self.note else f"{text}\n"

    def show(self, console: Console) -> None:
        """Print the table and its note."""
        table = Table(*self.header, box=None, pad_edge=False)
        for row in self.rows:
            table.add_row(*row)
        console.print(table)
        if self.note:
            console.print(self.note, style="dim", markup=False, highlight=False)


_BRIEF = (
    "Two-sided Wilcoxon test over n scenes; p corrected by Holm for all tests of the plan; better or worse only if all "
    "seeds agree."
)


def score_table(found: Comparison, brief: bool = False) -> Rows:
    """Return the arms by mean rank: F1 and IoU (brief: F1 alone) on every test set, mean ± standard deviation over
    seeds.
    """
    sets = [wanted.name for wanted in found.plan.test]
    measures = ("F1",) if brief else ("F1", "IoU")
    header = ("arm", "seeds", *(f"{name}, {score}" for name in sets for score in measures), "mean F1", "mean rank")
    ordered = sorted(found.summaries, key=lambda s: (s.rank if s.rank is not None else float("inf"), -s.overall.mean))
    rows = []
    for s in ordered:
        seeds = f"{len(s.seeds)}" if len(s.seeds) == s.planned else f"{len(s.seeds)} of {s.planned}"
        scores = [_spread(part[name]) for name in sets for part in (s.f1, s.iou)[: len(measures)]]
        rows.append((s.arm, seeds, *scores, _spread(s.overall), "" if s.rank is None else f"{s.rank:.2f}"))
    note = (
        "Mean ± sample standard deviation over seeds; pixels of a set pooled. Rank: by F1, ties by IoU, mean over sets."
    )
    if found.waiting:
        note += f" Not run yet: {'; '.join(found.waiting)}."
    return Rows(header, tuple(rows), note)


def contrast_table(found: Comparison, brief: bool = False) -> Rows:
    """Return the paired test over scenes of every arm against its reference, and the verdict."""
    if brief:
        short = (
            (c.arm, c.against, f"{c.wins} of {len(c.seeds)}", f"{c.test.scenes}", f"{c.test.median:+.3f}",
             _p(c.test.corrected), c.verdict)
            for c in found.contrasts
        )  # fmt: skip
        return Rows(("arm", "against", "seeds won", "n", "median Δ", "p", "verdict"), tuple(short), _BRIEF)
    sets = [wanted.name for wanted in found.plan.test]
    header = ("arm", "against", "seeds", "seeds won", *(f"Δ {name}" for name in sets))
    header = (*header, "n", "median Δ", "effect r", "p", "p (Holm)", "verdict")
    rows = []
    for c in found.contrasts:
        by_set = (f"{c.by_set[name]:+.3f}" for name in sets)
        test = c.test
        numbers = (f"{test.scenes}", f"{test.median:+.3f}", f"{test.effect:+.2f}", _p(test.p), _p(test.corrected))
        rows.append((c.arm, c.against, f"{len(c.seeds)}", f"{c.wins}", *by_set, *numbers, c.verdict))
    note = (
        "Δ: difference of F1, arm minus reference, on the seeds of both. Two-sided Wilcoxon signed-rank test over the "
        "n scenes with positive pixels, F1 averaged over seeds; r: rank-biserial correlation; Holm's correction is for "
        "all rows. Scenes of one place are not independent, so p is too small; and the test compares the trained "
        "networks, not networks of other seeds: the verdict is better or worse only if all seeds agree."
    )
    return Rows(header, tuple(rows), note)


def choice_table(found: Comparison) -> Rows:
    """Return the choices on validation, parameters and training time of each arm."""
    header = ("arm", "parameters", "minutes per run", "timestep chosen, by seed", "threshold chosen, by seed")
    rows = tuple(
        (
            s.arm,
            f"{s.parameters / 1e6:.2f} M",
            f"{s.minutes:.1f}",
            ", ".join(map(str, s.timesteps)),
            ", ".join(f"{t:.2f}" for t in s.thresholds),
        )
        for s in found.summaries
    )
    chosen = ", ".join(wanted.name for wanted in found.plan.validation)
    return Rows(header, rows, f"Chosen on {chosen} by the mean F1 over these sets.")


def rank_table(found: Comparison) -> Rows:
    """Return the mean rank of each arm with its bootstrap interval, and Nemenyi's critical difference."""
    sets = [wanted.name for wanted in found.plan.test]
    ranks = rank_intervals(found.runs, sets)
    rows = [(arm, f"{r.mean:.2f}", f"{r.low:.2f}–{r.high:.2f}") for arm, r in sorted(ranks.items(), key=_by_rank)]
    note = f"Mean rank over {len(sets)} sets by F1, ties by IoU; 95 % bootstrap intervals over scenes, not over seeds."
    difference = critical_difference(len(ranks), len(sets))
    if difference is not None:
        note += f" Nemenyi's critical difference {difference:.2f}: closer mean ranks do not differ significantly."
    return Rows(("arm", "mean rank", "95 % interval"), tuple(rows), note)


def _by_rank(item: tuple[str, Rank]) -> float:
    return item[1].mean


def public_table(found: Comparison) -> Rows | None:
    """Return F1 on the public test sets of the runs that were scored on them; None if there are none."""
    sets = [wanted.name for wanted in found.plan.public_test]
    scored = [run for run in found.runs if sets and set(sets) <= set(run.public_test)]
    if not scored:
        return None
    rows = []
    for summary in found.summaries:
        runs = [run for run in scored if run.arm == summary.arm]
        if runs:
            cells = [_spread(spread([run.pooled(name).f1 for run in runs])) for name in sets]
            rows.append((summary.arm, f"{len(runs)}", *cells))
    note = "F1 at the timestep and threshold chosen before; nothing was chosen on these sets."
    return Rows(("arm", "seeds", *sets), tuple(rows), note)


def report(found: Comparison) -> str:
    """Return all tables as a Markdown file."""
    plan = found.plan
    parts = [f"# {plan.title}\n", f"{plan.steps} steps per run. Control: {plan.control}.\n"]
    parts += ["## Scores\n", score_table(found).markdown(), "## Tests\n", contrast_table(found).markdown()]
    parts += ["## Ranks\n", rank_table(found).markdown()]
    parts += ["## Choices on validation\n", choice_table(found).markdown()]
    public = public_table(found)
    if public:
        parts += ["## Public test sets\n", public.markdown()]
    return "\n".join(parts)


def _spread(value: Spread) -> str:
    return f"{value.mean:.3f}" + ("" if value.deviation is None else f" ± {value.deviation:.3f}")


def _p(value: float | None) -> str:
    if value is None:
        return "–"
    return "< 0.0001" if value < 0.0001 else f"{value:.4f}" if value < 0.01 else f"{value:.2f}"
