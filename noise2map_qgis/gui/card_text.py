# SPDX-License-Identifier: GPL-2.0-or-later
"""A model's card as a page to read: what it does, how well, on what it learned, what it may be used for."""

from __future__ import annotations

from html import escape
from typing import Any

from ..engine.bundle import Bundle, TaskCard
from ..translation import tr


def tasks_in_words(bundle: Bundle) -> str:
    """Return what the model does, for a table cell."""
    words = {"change": tr("change"), "segment": tr("buildings")}
    return ", ".join(words.get(task, task) for task in bundle.tasks)


def card_html(bundle: Bundle) -> str:
    """Return the card of `bundle` as HTML."""
    parts = [
        f"<h3>{escape(bundle.title)}</h3>",
        _paragraph(bundle.description),
        _fact(tr("Licence"), " – ".join(part for part in (bundle.licence.name, bundle.licence.note) if part)),
    ]
    parts += [_task(task, card) for task, card in bundle.tasks.items()]
    if bundle.training:
        rows = "".join(
            f"<li>{escape(str(data.get('name', '')))} ({escape(str(data.get('terms', '')))})</li>"
            for data in bundle.training
        )
        parts.append(f"<p><b>{tr('Learned from')}</b></p><ul>{rows}</ul>")
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
    if card.views > 1:
        facts += tr("; averages over {views} turned views").format(views=card.views)
    rows = "".join(f"<li>{escape(_score(metric))}</li>" for metric in card.metrics if {"f1", "iou"} <= set(metric))
    return _fact(title, facts) + (f"<ul>{rows}</ul>" if rows else "")


def _score(metric: dict[str, Any]) -> str:
    text = tr("{data} ({split}): F1 {f1:.2f}, IoU {iou:.2f}").format(**metric)
    if "f1_interval" in metric:
        text += tr("; F1 {low:.2f} to {high:.2f} had other scenes been drawn").format(
            low=metric["f1_interval"][0], high=metric["f1_interval"][1]
        )
    return text


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _fact(name: str, value: str) -> str:
    return f"<p><b>{escape(name)}:</b> {escape(value)}</p>" if value else ""
