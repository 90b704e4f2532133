# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts a comparison's tables and plots into a Markdown document, so that no number in it was typed by hand.

The document says where, with a pair of comments:

    <!-- compare scores noise -->
    whatever stands here is replaced
    <!-- end compare -->

The first word is what to show (scores, tests, chosen, public, scores-plot, timesteps-plot, differences-plot), the second the
group of arms; without it all arms are shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from model_core.compare.output_files import PLOTS
from model_core.compare.summary import Comparison, comparison
from model_core.compare.tables import choice_table, contrast_table, public_table, score_table
from model_core.errors import DataError

_BLOCK = re.compile(r"(<!-- compare (\S+)(?: (\S+))? -->\n).*?(<!-- end compare -->)", re.DOTALL)
_IMAGES = "images"


def fill(document: Path, found: Comparison) -> int:
    """Replace every block of a document; plots go to `images/` beside it. Returns how many blocks there were.

    Raises DataError for a document without blocks, and for a block that asks for what there is not.
    """
    try:
        text = document.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"The document '{document}' can't be read: {error.strerror}.") from error

    def filled(block: re.Match[str]) -> str:
        head, kind, group, end = block.groups()
        part = comparison(found.plan.only([group] if group else []), found.runs)
        # A p value is corrected for every test of the plan, however few of them a block shows.
        shown = {arm.name for arm in part.plan.arms}
        part = replace(part, contrasts=tuple(c for c in found.contrasts if c.arm in shown))
        return f"{head}\n{_shown(kind, group, part, document)}\n{end}"

    text, blocks = _BLOCK.subn(filled, text)
    if not blocks:
        raise DataError(f"'{document}' has no block such as '<!-- compare scores -->' and '<!-- end compare -->'.")
    document.write_text(text, encoding="utf-8")
    return blocks


def _shown(kind: str, group: str | None, found: Comparison, document: Path) -> str:
    if kind in _TABLES:
        rows = _TABLES[kind](found)
        if rows is None:
            raise DataError(f"'{document}' asks for '{kind}', but no run has been scored on the plan's tests.")
        return rows.markdown()
    name = f"{kind.removesuffix('-plot')}.svg"
    if not kind.endswith("-plot") or name not in PLOTS:
        raise DataError(f"'{document}' asks for '{kind}'. Choose one of {', '.join([*_TABLES, *_PLOT_WORDS])}.")
    drawn = PLOTS[name](found)
    if drawn is None:
        raise DataError(f"'{document}' asks for '{kind}', but these arms have nothing to draw there.")
    path = document.parent / _IMAGES / "-".join(filter(None, (found.plan.name, group, name)))
    path.parent.mkdir(exist_ok=True)
    path.write_text(drawn, encoding="utf-8")
    title = drawn.split("<title>")[1].split("</title>")[0]
    return f"![{title}]({_IMAGES}/{path.name})\n"


_TABLES: dict[str, Callable] = {
    "scores": score_table,
    "tests": partial(contrast_table, brief=True),
    "chosen": choice_table,
    "public": public_table,
}
_PLOT_WORDS = [f"{Path(name).stem}-plot" for name in PLOTS]
