# SPDX-License-Identifier: GPL-2.0-or-later
"""Inserts the tables and plots of a comparison into a Markdown document.

The document marks their places with a pair of comments:

    <!-- compare scores noise -->
    replaced text
    <!-- end compare -->

The first word is the table or plot (scores, ranks, tests, chosen, public, scores-plot, timesteps-plot,
differences-plot), the second the group of arms; by default all arms.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from model_core.compare.output_files import PLOTS
from model_core.compare.summary import Comparison, comparison
from model_core.compare.tables import choice_table, contrast_table, public_table, rank_table, score_table
from model_core.errors import DataError

_BLOCK = re.compile(r"(<!-- compare (\S+)(?: (\S+))? -->\n).*?(<!-- end compare -->)", re.DOTALL)
_IMAGES = "images"


def fill(document: Path, found: Comparison) -> int:
    """Replace every block of a document, write plots to `images/` beside it, and return the number of blocks.

    Raises DataError for a document without blocks, and for a block whose table or plot does not exist.
    """
    try:
        text = document.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"The document '{document}' can't be read: {error.strerror}.") from error

    def filled(block: re.Match[str]) -> str:
        head, kind, group, end = block.groups()
        part = comparison(found.plan.only([group] if group else []), found.runs)
        # p values are corrected for all tests of the plan, also where a block shows some of them.
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
            raise DataError(f"'{document}' has a block '{kind}', but no run has been scored on the public test sets.")
        return rows.markdown()
    name = f"{kind.removesuffix('-plot')}.svg"
    if not kind.endswith("-plot") or name not in PLOTS:
        raise DataError(f"'{document}' has a block '{kind}'. Choose one of {', '.join([*_TABLES, *_PLOT_WORDS])}.")
    drawn = PLOTS[name](found)
    if drawn is None:
        raise DataError(f"'{document}' has a block '{kind}', for which these arms have no data.")
    path = document.parent / _IMAGES / "-".join(filter(None, (found.plan.name, group, name)))
    path.parent.mkdir(exist_ok=True)
    path.write_text(drawn, encoding="utf-8")
    title = drawn.split("<title>")[1].split("</title>")[0]
    return f"![{title}]({_IMAGES}/{path.name})\n"


_TABLES: dict[str, Callable] = {
    "scores": score_table,
    "ranks": rank_table,
    "tests": partial(contrast_table, brief=True),
    "chosen": choice_table,
    "public": public_table,
}
_PLOT_WORDS = [f"{Path(name).stem}-plot" for name in PLOTS]
