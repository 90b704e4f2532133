# SPDX-License-Identifier: GPL-2.0-or-later
"""A model's card as a page to read: what it does, how well, on what it learned, what it may be used for."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from ..algorithms.models import licence_in_words
from ..engine.model.bundle import Bundle, TaskCard
from ..translation import tr


def tasks_in_words(bundle: Bundle) -> str:
    """Return what the model does, for a table cell."""
    words = {"change": tr("change"), "segment": tr("buildings")}
    return ", ".join(words.get(task, task) for task in bundle.tasks)


def card_html(bundle: Bundle) -> str:
    """Return the card of `bundle` as HTML."""
    parts = [
        f"<h3>{escape(bundle.title)} ({escape(bundle.name)})</h3>",
        _paragraph(bundle.description),
        _fact(tr("Licence"), " – ".join(part for part in (licence_in_words(bundle), bundle.licence.note) if part)),
    ]
    parts += [_task(task, card) for task, card in bundle.tasks.items()]
    parts.append(_data(tr("Trained on"), bundle.training))
    chose = bundle.card["properties"].get("noise2map:validation", ())
    parts.append(_data(tr("Timestep and threshold chosen on"), chose))
    parts.append(_fact(tr("Without noise"), str(bundle.card["properties"].get("noise2map:control", ""))))
    if bundle.known_failures:
        rows = "".join(f"<li>{escape(failure)}</li>" for failure in bundle.known_failures)
        parts.append(f"<p><b>{tr('Known to fail')}</b></p><ul>{rows}</ul>")
    parts.append(_fact(tr("Cite as"), bundle.citation))
    parts.append(_fact(tr("Folder"), str(bundle.folder)))
    return "".join(parts)


def _task(task: str, card: TaskCard) -> str:
    title = {"change": tr("Detect change"), "segment": tr("Segment buildings")}.get(task, task)
    facts = tr("pixels of {low:g}–{high:g} m; bands {bands}; threshold {threshold:g}").format(
        low=card.gsd[0], high=card.gsd[1], bands=", ".join(card.bands), threshold=card.threshold
    )
    if card.high_threshold:
        facts += tr("; high threshold {high_threshold:g}").format(high_threshold=card.high_threshold)
    if card.views > 1:
        facts += tr("; test-time augmentation with {views} views").format(views=card.views)
    scored = [metric for metric in card.metrics if {"f1", "iou"} <= set(metric)]
    # Tests first: nothing was chosen on them.
    scored.sort(key=lambda metric: metric["split"] != "test")
    rows = "".join(f"<li>{escape(_score(metric))}</li>" for metric in scored)
    return _fact(title, facts) + (f"<ul>{rows}</ul>" if rows else "")


def _score(metric: dict[str, Any]) -> str:
    text = tr("{data} ({split}): F1 {f1:.2f}, IoU {iou:.2f}").format(**metric)
    if "f1_interval" in metric:
        low, high = metric["f1_interval"]
        text += tr("; 95 % CI of F1 {low:.2f} to {high:.2f}").format(low=low, high=high)
        if "interval_over" in metric:
            text += tr(" (over {over})").format(over=metric["interval_over"])
    return text


def _data(title: str, sets: Iterable[dict[str, Any]]) -> str:
    """Return a list of data sets with the terms of each, or "" if there are none."""
    rows = "".join(
        f"<li>{escape(str(data.get('name', '')))} ({escape(str(data.get('terms', '')))})</li>" for data in sets
    )
    return f"<p><b>{title}</b></p><ul>{rows}</ul>" if rows else ""


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _fact(name: str, value: str) -> str:
    return f"<p><b>{escape(name)}:</b> {escape(value)}</p>" if value else ""
