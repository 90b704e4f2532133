# SPDX-License-Identifier: GPL-2.0-or-later
"""Which installed models serve a task, and what the help says about them."""

from __future__ import annotations

from html import escape

from ..engine.model.bundle import Bundle
from ..installed import installed_models
from ..translation import tr


def models_for(task: str) -> dict[str, Bundle]:
    """Return the usable models for `task` ("change" or "segment") by name, the default one first."""
    bundles, _problems = installed_models()
    return {bundle.name: bundle for bundle in bundles if task in bundle.tasks}


def unusable_models() -> list[str]:
    """Return a sentence for each model on this computer that cannot be used."""
    return installed_models()[1]


def licence_in_words(bundle: Bundle) -> str:
    """Return the licence of a model's weights in a few words, and whether it is an open one."""
    words = tr("{name} (open)") if bundle.licence.open else tr("{name} (not open)")
    return words.format(name=bundle.licence.name)


def choice_html(bundles: list[Bundle], task: str) -> str:
    """Return as HTML what there is to choose from: name, title, licence and test scores; the first is the default."""
    rows = []
    for bundle in bundles:
        row = tr("<b>{name}</b>{default}: {title}. Licence: {licence}.").format(
            name=escape(bundle.name),
            default=tr(" (default)") if bundle is bundles[0] else "",
            title=escape(bundle.title),
            licence=escape(licence_in_words(bundle)),
        )
        scores = [
            f"{escape(metric['data'])} {metric['f1']:.2f}"
            for metric in bundle.tasks[task].metrics
            if metric["split"] == "test" and "f1" in metric
        ]
        if scores:
            row += " " + tr("F1 on test data: {scores}.").format(scores=", ".join(scores))
        rows.append(f"<li>{row}</li>")
    return f"<ul>{''.join(rows)}</ul>"


def describe(bundle: Bundle, task: str) -> str:
    """Return as HTML what `bundle` knows, what it may be used for and where it fails."""
    card = bundle.tasks[task]
    lines = [
        f"<b>{escape(bundle.title)}</b> ({escape(bundle.name)}). {escape(bundle.description)}",
        tr("Made for pixels of {low:g}–{high:g} m; bands: {bands}; threshold {threshold:g}.").format(
            low=card.gsd[0], high=card.gsd[1], bands=escape(", ".join(card.bands)), threshold=card.threshold
        ),
        tr("Licence: {terms}").format(
            terms=escape(" – ".join(part for part in (licence_in_words(bundle), bundle.licence.note) if part))
        ),
    ]
    if card.views > 1:
        lines.append(
            tr("Test-time augmentation with {views} views, unless you choose otherwise.").format(views=card.views)
        )
    text = "<p>" + "<br>".join(lines) + "</p>"
    if bundle.known_failures:
        failures = "".join(f"<li>{escape(failure)}</li>" for failure in bundle.known_failures)
        text += f"<p>{tr('Known to fail:')}</p><ul>{failures}</ul>"
    return text
