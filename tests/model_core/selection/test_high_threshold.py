# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure an object must be: what a high threshold gives, and which one is chosen."""

from __future__ import annotations

import numpy as np
import pytest

from model_core.selection.high_threshold import Mapped, best_high_threshold, scores_at


def mapped(objects: list[tuple[int, int, bool]], source: str = "town", side: int = 64) -> Mapped:
    """Objects of 8 x 8 pixels at level `rest` with one pixel of `top` (0-254), and whether they are labelled."""
    levels, label = np.zeros((side, side), np.uint8), np.zeros((side, side), np.uint8)
    for number, (rest, top, true) in enumerate(objects):
        row, col = divmod(number, side // 16)
        here = slice(row * 16, row * 16 + 8), slice(col * 16, col * 16 + 8)
        levels[here], label[here] = rest, true
        levels[row * 16 + 3, col * 16 + 3] = top
    return Mapped(source, levels, label)


def test_what_a_peak_gives() -> None:
    # Two objects that are there, one of them faint; two that are not, one of them sure.
    one = mapped([(120, 240, True), (120, 130, True), (120, 130, False), (120, 200, False)])
    none, half = scores_at([one], 0.4, 0.0), scores_at([one], 0.4, 0.6)
    assert none.objects == none.pixels == pytest.approx(2 * 2 / (4 + 2))
    assert half.objects == half.pixels == pytest.approx(2 * 1 / (2 + 2))


def test_unknown_pixels_and_sources_of_different_size() -> None:
    one = mapped([(120, 240, True)])
    one.label[20:, 20:] = 255
    one.levels[30:40, 30:40] = 254  # where nobody knows
    other = mapped([(120, 240, False)] * 4, source="village")
    found = scores_at([one, other], 0.4, 0.5)
    assert (found.pixels, found.objects) == (0.5, 0.5)  # 1 in the town, 0 in the village, each counting the same


def test_false_objects_that_are_unsure_everywhere_go() -> None:
    one = mapped([(120, 240, True)] * 4 + [(120, 160, False)] * 4)
    high_threshold, found = best_high_threshold([one], 0.4)
    # 160 is 0.63: the lowest high threshold that leaves all of them out.
    assert high_threshold == 0.65
    assert [scores.high_threshold for scores in found][:2] == [0.0, 0.45]
    assert next(s for s in found if s.high_threshold == 0.65).objects == 1.0


def test_nothing_is_left_out_where_that_gains_nothing() -> None:
    assert best_high_threshold([mapped([(120, 130, True)] * 4)], 0.4)[0] == 0.0


def test_a_little_gain_is_not_worth_a_higher_peak() -> None:
    sure = [(120, 250, True)] * 40 + [(120, 110, False)] * 10
    one = mapped([*sure, (120, 200, False)], side=128)
    # Without the ten F1 is 0.988; a high threshold of 0.8 would leave out one more.
    assert best_high_threshold([one], 0.4)[0] == 0.5


def test_pixels_are_not_paid_for_objects() -> None:
    # Eleven small false objects go with a high_threshold, but so does one that is there and ten times their ground.
    levels, label = np.zeros((128, 128), np.uint8), np.zeros((128, 128), np.uint8)
    levels[80:120, 20:120], label[80:120, 20:120] = 130, 1
    for number in range(11):
        levels[2:5, 10 * number : 10 * number + 3] = 130
    levels[30:50, 20:40], label[30:50, 20:40] = 240, 1
    assert best_high_threshold([Mapped("town", levels, label)], 0.4)[0] < 0.52
