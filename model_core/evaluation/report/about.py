# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report says was evaluated: which model on which data, how it was run, and what to know before believing it."""

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
class Asked:
    """What the user asked for beside the evaluation itself: the split if any, which settings were given, the command."""

    split: str | None
    threshold: bool
    timestep: bool
    views: bool
    command: str


def about_model(evaluation: Evaluation, bundle: Bundle, asked: Asked) -> About:
    """What is told of a model on a folder of tiles."""
    card, data = bundle.tasks[evaluation.task], Path(evaluation.data)
    low, high = card.gsd
    split = f" ({asked.split})" if asked.split else ""
    tiles, scenes = len(evaluation.scored), len(evaluation.scenes)
    counted = f"{_count(tiles, 'tile')} of {_count(scenes, 'scene')}" if tiles > 1 else "one tile"
    scale = f"the files' own; without one, {(low * high) ** 0.5:.2f} m a pixel is assumed"
    if evaluation.gsd is not None:
        scale = f"{evaluation.gsd:g} m a pixel, as given, where files carry none"
    offered = ", ".join(map(str, card.timesteps))
    facts = (
        ("Model", f"{bundle.name}: {bundle.title}. {bundle.description}"),
        ("Bundle", f"{bundle.folder}, made {bundle.card['properties']['datetime']}"),
        ("Licence", f"{bundle.licence.name}. {bundle.licence.note}"),
        ("Data", f"{data}{split}: {counted}"),
        ("Ground sample distance", f"{scale}; the model works at {low:g} to {high:g} m"),
        ("Timestep", f"{evaluation.timestep} ({'given' if asked.timestep else 'the default'}; offered: {offered})"),
        ("Views averaged", f"{evaluation.views} ({'given' if asked.views else 'the default'})"),
        *_counts(evaluation, "given on the command line" if asked.threshold else "the card's", asked),
        ("Trained on", "; ".join(f"{source['name']} ({source['use']})" for source in bundle.training)),
        ("Known to fail", " ".join(bundle.known_failures) or "nothing listed"),
        ("Cite", bundle.citation),
    )
    return About(
        f"{bundle.name} on {data.resolve().name}{split}",
        f"{bundle.title}; task {evaluation.task}; {counted}; threshold {evaluation.threshold:g}, timestep "
        f"{evaluation.timestep}.",
        facts,
        tuple(_cautions(bundle, data, asked)),
    )


def about_map(evaluation: Evaluation, path: Path, truth: Path, asked: Asked) -> About:
    """What is told of a map that was there already."""
    chosen = "given on the command line" if asked.threshold else "the default for a map"
    facts = (("Map", str(path)), ("Reference", str(truth)), *_counts(evaluation, chosen, asked))
    return About(
        f"{path.name} against {truth.name}",
        f"A {evaluation.model_precision} beside a reference; task {evaluation.task}; threshold {evaluation.threshold:g}.",
        facts,
    )


def _counts(evaluation: Evaluation, chosen: str, asked: Asked) -> tuple[tuple[str, str], ...]:
    pixels = evaluation.pooled
    share = (pixels.true_positive + pixels.false_negative) / max(pixels.total, 1)
    return (
        ("Pixels counted", f"{pixels.total:,}; of these {share:.2%} are what is looked for"),
        ("Threshold", f"{evaluation.threshold:g} ({chosen})"),
        (
            "Surest pixel of an object",
            f"{evaluation.high_threshold:g} at least" if evaluation.high_threshold else "any",
        ),
        ("Device and precision", f"{evaluation.device}, {evaluation.model_precision}"),
        ("Made", datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z")),
        ("Command", asked.command),
    )


def _cautions(bundle: Bundle, data: Path, asked: Asked) -> list[str]:
    found = []
    folders = {part.lower() for part in data.resolve().parts}

    def here(listed: Iterable[dict[str, Any]]) -> list[str]:
        return [source["name"] for source in listed if source["name"].lower() in folders]

    seen = here(bundle.training)
    chose = [name for name in here(bundle.card["properties"].get("noise2map:validation", ())) if name not in seen]
    if seen:
        found.append(
            f"The card lists {', '.join(seen)} among the data this model was trained on. Tiles it was trained on say "
            "nothing about new places; tiles it was validated on chose its threshold and timestep, so their figures "
            "flatter it a little."
        )
    if chose:
        found.append(
            f"The card lists {', '.join(chose)} among the data that chose this model's threshold and timestep; it was "
            "not trained on them, but figures on the tiles that chose flatter it a little."
        )
    if asked.threshold:
        found.append("The threshold was given by hand. If it was chosen on these data, the figures flatter the model.")
    return found


def _count(number: int, what: str) -> str:
    return f"one {what}" if number == 1 else f"{number} {what}s"
