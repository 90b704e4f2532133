# SPDX-License-Identifier: GPL-2.0-or-later
"""The HTML page of the report: without scripts and external files, for screens, phones and print."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from pathlib import Path

from model_core.evaluation.report.about import About
from model_core.evaluation.report.charts import bar, precision_recall_plot, reliability_diagram
from model_core.evaluation.report.gallery import Gallery, Specimen
from model_core.evaluation.report.pictures import LARGE, SMALL, panels
from model_core.evaluation.report.summary import METRICS, Figure, Summary
from noise2map_qgis.engine.encoding import LEVELS
from noise2map_qgis.engine.errors import OutputError
from noise2map_qgis.engine.evaluation.accuracy import SceneScore

# Number of scenes shown; the others unfold.
_SHOWN = 40
_HEADS = {"f1": "F1", "iou": "IoU", "precision": "Precision", "recall": "Recall"}
_DATES = {1: ("image",), 2: ("before", "after")}


def write_report(path: Path, summary: Summary, about: About, gallery: Gallery) -> None:
    """Write the report; raises OutputError if the file cannot be written."""
    page = report_page(summary, about, gallery)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"The report {path} cannot be written ({error.strerror}); choose another folder.") from error


def report_page(summary: Summary, about: About, gallery: Gallery) -> str:
    """Return the HTML text."""
    style = files("model_core.evaluation.report").joinpath("style.css").read_text(encoding="utf-8")
    sections = (
        _cards(summary),
        _figures(summary, about),
        _charts(summary),
        _maps(summary, gallery),
        _scenes(summary),
        _facts(about),
        _notes(summary),
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(about.title)}</title><style>{style}</style></head>\n<body>"
        f'<header><div><p class="over">Noise2Map evaluation</p><h1>{escape(about.title)}</h1>'
        f"<p>{escape(about.line)}</p></div></header>\n<main>{''.join(sections)}</main></body></html>\n"
    )


def _cards(summary: Summary) -> str:
    positive = escape(summary.classes[0])
    precision, recall = summary.figures["positive.precision"], summary.figures["positive.recall"]
    counts = summary.evaluation.objects
    objects = summary.figures["objects.f1"]
    found, there = counts.matched + counts.false, counts.matched + counts.missed
    return (
        '<div class="cards">'
        + _card(f"F1 of {positive}", summary.figures["positive.f1"], "All pixels pooled; 1 is perfect.", " first")
        + _card(
            "Precision", precision, f"{precision.value * 100:.0f} of 100 pixels found as {positive} are true positives."
        )
        + _card("Recall", recall, f"{recall.value * 100:.0f} of 100 pixels of {positive} are found.")
        + _card(
            "F1 of objects",
            objects,
            f"{counts.matched:,} of {there:,} found; {counts.false:,} of {found:,} are false positives.",
        )
        + "</div>"
    )


def _card(name: str, figure: Figure, text: str, kind: str = "") -> str:
    return (
        f'<div class="card{kind}"><h2>{name}</h2><div class="big">{figure.value:.3f}</div>'
        f'<div class="range">{_range(figure) or "&nbsp;"}</div><p>{text}</p></div>'
    )


def _figures(summary: Summary, about: About) -> str:
    positive, negative = map(escape, summary.classes)
    heads = "".join(f"<th>{_HEADS[metric]}</th>" for metric in METRICS)
    rows = [
        _row(positive, summary.row("positive"), "main"),
        _row(negative, summary.row("negative")),
        _row("mean of both", summary.row("mean")),
    ]
    if summary.macro and len(summary.evaluation.scenes) > 1:
        rows.append(_row(f"{positive}, mean over scenes", [Figure(summary.macro[metric]) for metric in METRICS]))
    f1, precision, recall = summary.row("objects", ("f1", "precision", "recall"))
    accuracy = summary.figures["accuracy"]
    rows.append(_row("objects", [f1, None, precision, recall], "apart"))
    rows.append(_row("overall accuracy", [accuracy, None, None, None]))
    terms = summary.evaluation.terms
    objects = f"Objects: patches of {terms.min_area:g} m² or more, matched one to one from an IoU of {terms.iou:g}."
    cautions = "".join(f'<p class="note">{escape(caution)}</p>' for caution in about.cautions)
    return (
        f'<section><h2>Scores</h2><p class="lead">{escape(summary.units.note)}</p><table class="figures">'
        f"<thead><tr><th></th>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        f'<p class="small">{objects} Overall accuracy is the share of correct pixels of both classes; where '
        f"{positive} is rare it is high for any map.</p>{cautions}</section>"
    )


def _row(name: str, figures: Iterable[Figure | None], kind: str = "") -> str:
    cells = "".join("<td></td>" if figure is None else f"<td>{_cell(figure)}</td>" for figure in figures)
    return f'<tr class="{kind}"><th scope="row">{name}</th>{cells}</tr>'


def _cell(figure: Figure) -> str:
    return f'<span class="value">{figure.value:.3f}</span><span class="range">{_range(figure)}</span>'


def _range(figure: Figure) -> str:
    return "" if figure.low is None or figure.high is None else f"{figure.low:.3f} – {figure.high:.3f}"


def _charts(summary: Summary) -> str:
    if summary.reliability is None or summary.curve is None:
        return (
            '<section><h2>Probabilities</h2><p class="lead">A mask has no probabilities: '
            "there is no reliability diagram and no curve of thresholds. Evaluate a probability raster to get "
            "both.</p></section>"
        )
    positive = escape(summary.classes[0])
    pixels, curve, threshold = summary.evaluation.pooled, summary.curve, summary.evaluation.threshold
    prevalence = (pixels.true_positive + pixels.false_negative) / max(pixels.total, 1)
    best = int(curve.f1.argmax())
    curve_text = (
        f"<b>Precision against recall.</b> Dot: the threshold in use, {threshold:.2f} (F1 {pixels.f1:.3f}). Ring: the "
        f"threshold with the highest F1 on these data, {best / LEVELS:.2f} (F1 {curve.f1[best]:.3f}); choose it on "
        f"validation data, not on a test set. Small dots: thresholds 0.1 to 0.9. Dotted: a random classifier. "
        f"Average precision {curve.average_precision:.3f}."
    )
    reliability_text = (
        f"<b>Reliability.</b> The share of positive pixels among those with a predicted probability. Calibrated "
        f"probabilities are on the dashed line. Expected calibration error "
        f"{summary.reliability.expected_error:.4f} (weighted by pixels, most of which are background); average "
        f"calibration error over the bins {summary.reliability.mean_gap:.3f}."
    )
    return (
        '<section><h2>Threshold and probabilities</h2><p class="lead">The effect of the threshold, and the '
        f'calibration of the probabilities.</p><div class="charts">'
        f"<figure>{precision_recall_plot(curve, threshold, prevalence)}"
        f"<figcaption>{curve_text}</figcaption></figure><figure>{reliability_diagram(summary.reliability, positive)}"
        f"<figcaption>{reliability_text}</figcaption></figure></div></section>"
    )


def _maps(summary: Summary, gallery: Gallery) -> str:
    worst, best = gallery.worst, gallery.best
    if not worst and not best:
        return (
            '<section><h2>True and false positives</h2><p class="lead">No pixel is labelled as '
            f"{escape(summary.classes[0])} and none is found: there is nothing to show.</p></section>"
        )
    legend = (
        '<ul class="legend"><li><span class="swatch hit"></span>true positive</li>'
        '<li><span class="swatch miss"></span>false negative (miss), hatched</li>'
        '<li><span class="swatch false"></span>false positive</li>'
        '<li><span class="swatch dark"></span>dark: not counted</li></ul>'
    )
    if len(worst) + len(best) == 1:
        groups = _specimen((worst + best)[0], large=True)
    else:
        groups = _group("<h3>The worst</h3>", worst) + _group("<h3>The best</h3>", best)
    lead = (
        "Over the later image in grey. Ranked by the share of false, or true positive, pixels among labelled or found "
        "pixels; maps with few such pixels have a lower rank."
    )
    return f'<section><h2>True and false positives</h2><p class="lead">{lead}</p>{legend}{groups}</section>'


def _group(head: str, specimens: list[Specimen]) -> str:
    return head + "".join(map(_specimen, specimens)) if specimens else ""


def _specimen(specimen: Specimen, large: bool = False) -> str:
    pictures = panels(specimen, LARGE if large else SMALL)
    captions = [*_DATES.get(len(pictures) - 1, ()), "true positives, misses, false positives"]
    pixels = specimen.pixels
    told = f"F1 {pixels.f1:.3f}, precision {pixels.precision:.3f}, recall {pixels.recall:.3f}"
    shown = "".join(
        f'<figure><img src="{uri}" alt="{caption}: {escape(specimen.name)}"><figcaption>{caption}</figcaption></figure>'
        for uri, caption in zip(pictures, captions)
    )
    kind = " large" if large and len(pictures) > 2 else {1: " one", 2: " two"}.get(len(pictures), "")
    x_m, _ = specimen.found.grid.gsd
    across = f"{specimen.window.cols * x_m:,.0f} m across"
    return (
        f'<div class="specimen"><h4>{escape(specimen.name)} <span>{told}</span> <span>{across}</span></h4>'
        f'<div class="panels{kind}">{shown}</div></div>'
    )


def _scenes(summary: Summary) -> str:
    scenes = summary.worst_first()
    if len(scenes) == 1:
        return ""
    several = any(scene.tiles > 1 for scene in scenes)
    heads = ["Scene", "F1", "", "IoU", "Precision", "Recall", "Objects found", "False objects"]
    kinds = ["", "n", "track", "n wide", "n", "n", "n wide", "n wide"]
    if several:
        heads.insert(1, "Tiles")
        kinds.insert(1, "n wide")
    head = "".join(f'<th class="{kind}">{name}</th>' for name, kind in zip(heads, kinds))

    def table(part: list[SceneScore]) -> str:
        rows = "".join(_scene(scene, several) for scene in part)
        return f'<table class="scenes"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'

    rest = scenes[_SHOWN:]
    more = f"<details><summary>{len(rest)} more scenes</summary>{table(rest)}</details>" if rest else ""
    return (
        '<section><h2>Scene by scene</h2><p class="lead">In ascending order of F1. A scene without labelled and found '
        f"pixels has an F1 of 1.</p>{table(scenes[:_SHOWN])}{more}</section>"
    )


def _scene(scene: SceneScore, several: bool) -> str:
    pixels, objects = scene.pixels, scene.objects
    tiles = f'<td class="n wide">{scene.tiles}</td>' if several else ""
    return (
        f'<tr><th scope="row">{escape(scene.name)}</th>{tiles}<td class="n"><b>{pixels.f1:.3f}</b></td>'
        f'<td class="track">{bar(pixels.f1)}</td><td class="n wide">{pixels.iou:.3f}</td>'
        f'<td class="n">{pixels.precision:.3f}</td><td class="n">{pixels.recall:.3f}</td>'
        f'<td class="n wide">{objects.matched} of {objects.matched + objects.missed}</td>'
        f'<td class="n wide">{objects.false}</td></tr>'
    )


def _facts(about: About) -> str:
    rows = "".join(f'<tr><th scope="row">{escape(name)}</th><td>{escape(text)}</td></tr>' for name, text in about.facts)
    return f'<section><h2>Evaluation</h2><table class="facts"><tbody>{rows}</tbody></table></section>'


def _notes(summary: Summary) -> str:
    terms = summary.evaluation.terms
    notes = (
        ("Pooled", _pooling(summary)),
        ("Precision, recall, F1, IoU", "TP / (TP + FP); TP / (TP + FN); their harmonic mean; TP / (TP + FP + FN), in "
        "pixels. "
         "The scores of the negative class are those of the pixels that are not found."),
        ("Intervals", f"{summary.units.note} Percentiles of 2,000 bootstrap samples, seed {summary.seed} (Efron and "
        f"Tibshirani 1993)."),
        ("Objects", "Patches of pixels connected by their sides, cut at the border of a tile. A found and a labelled "
        "patch "
         f"match if their intersection over union is {terms.iou:g} or more, each used once (the SpaceNet metric, Van "
         f"Etten et al. 2018). Patches of less than {terms.min_area:g} m² are ignored."),
        ("Not counted", "Pixels without data in an image, and pixels that are unknown in the label."),
    )  # fmt: skip
    items = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in notes)
    return f"<section><h2>Definitions</h2><dl>{items}</dl></section>"


def _pooling(summary: Summary) -> str:
    if len(summary.evaluation.scenes) == 1:
        return "There is one scene; all its pixels have equal weight."
    return (
        "The pixels of all scenes are counted together, so a large scene has more weight than a small one. The mean "
        "over scenes is the mean of the scores of the "
        f"{summary.macro_scenes} scenes with labelled pixels."
    )
