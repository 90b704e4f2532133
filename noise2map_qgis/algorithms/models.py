# SPDX-License-Identifier: GPL-2.0-or-later
"""Which installed models serve a task, and what the forms say about them."""

from __future__ import annotations

from html import escape

from .. import paths
from ..engine.bundle import Bundle, find_bundles
from ..translation import tr


def models_for(task: str) -> dict[str, Bundle]:
    """Return the usable models for `task` ("change" or "segment") by name, the plugin's own first."""
    bundles, _problems = find_bundles(paths.model_dirs())
    return {bundle.name: bundle for bundle in bundles if task in bundle.tasks}


def unusable_models() -> list[str]:
    """Return a sentence for each model on this computer that cannot be used."""
    return find_bundles(paths.model_dirs())[1]


def describe(bundle: Bundle, task: str) -> str:
    """Return as HTML what `bundle` knows, what it may be used for and where it fails."""
    card = bundle.tasks[task]
    lines = [
        f"<b>{escape(bundle.title)}</b> (<code>{escape(bundle.name)}</code>). {escape(bundle.description)}",
        tr("Made for pixels of {low:g}–{high:g} m; bands: {bands}; threshold {threshold:g}.").format(
            low=card.gsd[0], high=card.gsd[1], bands=escape(", ".join(card.bands)), threshold=card.threshold
        ),
        tr("Licence: {terms}").format(
            terms=escape(" – ".join(part for part in (bundle.licence.name, bundle.licence.note) if part))
        ),
    ]
    if card.views > 1:
        lines.append(tr("Averages over {views} turned views, unless you choose otherwise.").format(views=card.views))
    text = "<p>" + "<br>".join(lines) + "</p>"
    if bundle.known_failures:
        failures = "".join(f"<li>{escape(failure)}</li>" for failure in bundle.known_failures)
        text += f"<p>{tr('Known to fail:')}</p><ul>{failures}</ul>"
    return text
