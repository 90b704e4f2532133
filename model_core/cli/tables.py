# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of `noise2map info` and `noise2map evaluate`: models, cards and scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from model_core.cli.terminal import terminal
from noise2map_qgis.engine.model.bundle import Bundle, TaskCard
from noise2map_qgis.engine.model.session import present_devices

if TYPE_CHECKING:  # imports GDAL, which `info` does not need
    from model_core.evaluation.report.summary import Figure, Summary


def listing(bundles: list[Bundle], problems: list[str]) -> dict[str, Any]:
    """Return models, devices, and the faults of models that cannot be used, as one JSON object."""
    return {
        "models": [
            {
                "name": b.name,
                "title": b.title,
                "tasks": list(b.tasks),
                "licence": b.licence.name,
                "open": b.licence.open,
                "folder": str(b.folder),
            }
            for b in bundles
        ],
        "devices": list(present_devices()),
        "problems": problems,
    }


def show_listing(bundles: list[Bundle], problems: list[str]) -> None:
    """Print models, devices and faults as a table."""
    console = terminal()
    table = Table("Model", "Tasks", "Ground sample distance", "Licence", "Folder", box=None, pad_edge=False)
    # Users copy names and folders, so none is truncated.
    table.columns[0].no_wrap = True
    table.columns[-1].overflow = "fold"
    for bundle in bundles:
        scales = {_metres(card.gsd) for card in bundle.tasks.values()}
        table.add_row(
            bundle.name, ", ".join(bundle.tasks), "; ".join(sorted(scales)), _licence(bundle), str(bundle.folder)
        )
    console.print(table if bundles else "No model is installed.")
    devices = present_devices()
    console.print(f"Devices: {', '.join(devices)}" if devices else "Devices: none; ONNX Runtime is not installed.")
    for problem in problems:
        console.print(problem, style="yellow")


def show_card(bundle: Bundle) -> None:
    """Print the card of a model."""
    console = terminal()
    console.print(bundle.title, style="bold")
    console.print(bundle.description)
    facts = Table(show_header=False, box=None, pad_edge=False)
    facts.add_row("Name", bundle.name)
    facts.add_row("Folder", str(bundle.folder))
    facts.add_row("Licence", f"{_licence(bundle)}. {bundle.licence.note}")
    facts.add_row("Cite", bundle.citation)
    for name, card in bundle.tasks.items():
        facts.add_row(f"Task {name}", _task(card))
        for score in card.metrics:
            facts.add_row("", _score(score))
    for seen in bundle.training:
        facts.add_row("Trained on", f"{seen['name']} ({seen['images']} images, {seen['use']}; {seen['terms']})")
    for chose in bundle.card["properties"].get("noise2map:validation", ()):
        facts.add_row("Threshold chosen on", f"{chose['name']} ({chose['use']}; {chose['terms']})")
    for failure in bundle.known_failures:
        facts.add_row("Known failure", failure)
    console.print(facts)


def show_scores(summary: Summary) -> None:
    """Print an evaluation: the scores with their intervals, and the scenes in ascending order of F1."""
    console, evaluation = terminal(), summary.evaluation
    pooled = Table("Pooled", "F1", "IoU", "Precision", "Recall", box=None, pad_edge=False)
    pooled.columns[0].no_wrap = True
    for name, of in zip((*summary.classes, "mean of both"), ("positive", "negative", "mean")):
        pooled.add_row(name, *map(_figure, summary.row(of)))
    f1, precision, recall = map(_figure, summary.row("objects", ("f1", "precision", "recall")))
    pooled.add_row("objects", f1, "", precision, recall)
    pooled.add_row("overall accuracy", _figure(summary.figures["accuracy"]))
    scenes = summary.worst_first()
    if len(scenes) > 1:
        table = Table("Scene, lowest F1 first", "Tiles", "F1", "IoU", "Precision", "Recall", box=None, pad_edge=False)
        for scene in scenes:
            p = scene.pixels
            scores = (f"{score:.3f}" for score in (p.f1, p.iou, p.precision, p.recall))
            table.add_row(scene.name, str(scene.tiles), *scores)
        console.print(table)
        console.print()
    console.print(pooled)
    lines = [summary.units.note]
    if summary.reliability is not None:
        error, gap = summary.reliability.expected_error, summary.reliability.mean_gap
        lines.append(f"Expected calibration error {error:.4f}, average calibration error {gap:.3f}.")
    threshold = f"threshold {evaluation.threshold:g}{_high_threshold(evaluation.high_threshold)}"
    lines.append(
        f"{evaluation.model}, {evaluation.task}, {threshold}; {evaluation.device}, "
        f"{evaluation.model_precision}{_views(evaluation.views)}"
    )
    for line in lines:
        console.print(line)


def _figure(figure: Figure) -> Text:
    """Return a score, and below it the ends of its interval."""
    text = Text(f"{figure.value:.3f}")
    if figure.low is not None and figure.high is not None:
        text.append(f"\n{figure.low:.3f}–{figure.high:.3f}", "dim")
    return text


def _licence(bundle: Bundle) -> str:
    return f"{bundle.licence.name} ({'open' if bundle.licence.open else 'not open'})"


def _high_threshold(high_threshold: float) -> str:
    """Return the high threshold as an addition to the threshold; "" if there is none."""
    return f", high threshold {high_threshold:g}" if high_threshold else ""


def _views(views: int | None) -> str:
    """Return the number of views as an addition to a line of settings; "" for one view."""
    return f", {views} views averaged" if views is not None and views > 1 else ""


def _metres(gsd: tuple[float, float]) -> str:
    return f"{gsd[0]:g} to {gsd[1]:g} m"


def _task(card: TaskCard) -> str:
    steps = ", ".join(map(str, card.timesteps))
    return (
        f"{card.images} image{'s'[: card.images - 1]} of {', '.join(card.bands)}, {_metres(card.gsd)} a pixel; "
        f"threshold {card.threshold:g}{_high_threshold(card.high_threshold)}; timestep "
        f"{card.default_timestep} of {steps}{_views(card.views)}; "
        f"{', '.join(sorted({file.precision for file in card.files}))}"
    )


def _score(score: dict[str, Any]) -> str:
    figures = "  ".join(f"{key} {score[key]:.3f}" for key in ("f1", "iou", "precision", "recall") if key in score)
    return f"{score['data']} {score['split']}: {figures}"
