# SPDX-License-Identifier: GPL-2.0-or-later
"""The description of an evaluation in the report: model, data, settings and cautions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from noise2map_qgis.engine.evaluation.accuracy import Evaluation
from noise2map_qgis.engine.model.bundle import Bundle


@dataclass(frozen=True)
class About:
    """A title, one line below it, facts as (name, text), and cautions, each a sentence."""

    title: str
    line: str
    facts: tuple[tuple[str, str], ...]
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Given:
    """What the command line gave: the split, whether threshold, timestep and views were given, and the command
    itself.
    """

    split: str | None
    threshold: bool
    timestep: bool
    views: bool
    command: str


def about_model(evaluation: Evaluation, bundle: Bundle, given: Given) -> About:
    """Return the description of a model on a folder of tiles."""
    card, data = bundle.tasks[evaluation.task], Path(evaluation.data)
    low, high = card.gsd
    split = f" ({given.split})" if given.split else ""
    tiles, scenes = len(evaluation.scored), len(evaluation.scenes)
    counted = f"{_count(tiles, 'tile')} of {_count(scenes, 'scene')}" if tiles > 1 else "one tile"
    scale = f"the files'; for files without one, {(low * high) ** 0.5:.2f} m is assumed"
    if evaluation.gsd is not None:
        scale = f"{evaluation.gsd:g} m, as given, for files without one"
    offered = ", ".join(map(str, card.timesteps))
    facts = (
        ("Model", f"{bundle.name}: {bundle.title}. {bundle.description}"),
        ("Bundle", f"{bundle.folder}, made {bundle.card['properties']['datetime']}"),
        ("Licence", f"{bundle.licence.name}. {bundle.licence.note}"),
        ("Data", f"{data}{split}: {counted}"),
        ("Ground sample distance", f"{scale}; the model works at {low:g} to {high:g} m"),
        ("Timestep", f"{evaluation.timestep} ({'given' if given.timestep else 'the default'}; offered: {offered})"),
        ("Views averaged", f"{evaluation.views} ({'given' if given.views else 'the default'})"),
        *_counts(evaluation, "given on the command line" if given.threshold else "the card's", given),
        ("Trained on", "; ".join(f"{source['name']} ({source['use']})" for source in bundle.training)),
        ("Known failures", " ".join(bundle.known_failures) or "none listed"),
        ("Cite", bundle.citation),
    )
    return About(
        f"{bundle.name} on {data.resolve().name}{split}",
        f"{bundle.title}; task {evaluation.task}; {counted}; threshold {evaluation.threshold:g}, timestep "
        f"{evaluation.timestep}.",
        facts,
        tuple(_cautions(bundle, data, given)),
    )


def about_map(evaluation: Evaluation, path: Path, truth: Path, given: Given) -> About:
    """Return the description of an existing map against a reference."""
    chosen = "given on the command line" if given.threshold else "the default for a map"
    facts = (("Map", str(path)), ("Reference", str(truth)), *_counts(evaluation, chosen, given))
    return About(
        f"{path.name} against {truth.name}",
        f"A {evaluation.model_precision} against a reference; task {evaluation.task}; threshold "
        f"{evaluation.threshold:g}.",
        facts,
    )


def _counts(evaluation: Evaluation, chosen: str, given: Given) -> tuple[tuple[str, str], ...]:
    pixels = evaluation.pooled
    share = (pixels.true_positive + pixels.false_negative) / max(pixels.total, 1)
    return (
        ("Pixels counted", f"{pixels.total:,}; {share:.2%} of them are positive in the reference"),
        ("Threshold", f"{evaluation.threshold:g} ({chosen})"),
        (
            "High threshold (seed of a patch)",
            f"{evaluation.high_threshold:g}" if evaluation.high_threshold else "none",
        ),
        ("Device and precision", f"{evaluation.device}, {evaluation.model_precision}"),
        ("Made", datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z")),
        ("Command", given.command),
    )


def _cautions(bundle: Bundle, data: Path, given: Given) -> list[str]:
    found = []
    folders = {part.lower() for part in data.resolve().parts}

    def here(listed: Iterable[dict[str, Any]]) -> list[str]:
        return [source["name"] for source in listed if source["name"].lower() in folders]

    seen = here(bundle.training)
    chose = [name for name in here(bundle.card["properties"].get("noise2map:validation", ())) if name not in seen]
    if seen:
        found.append(
            f"The card lists {', '.join(seen)} among the training data of this model. Scores on training tiles do not "
            "apply to new places; scores on validation tiles, which chose threshold and timestep, are slightly "
            "optimistic."
        )
    if chose:
        found.append(
            f"The card lists {', '.join(chose)} among the validation data of this model, which chose threshold and "
            "timestep; scores on those tiles are slightly optimistic."
        )
    if given.threshold:
        found.append(
            "The threshold was given on the command line. If it was chosen on these data, the scores are optimistic."
        )
    return found


def _count(number: int, what: str) -> str:
    return f"one {what}" if number == 1 else f"{number} {what}s"
