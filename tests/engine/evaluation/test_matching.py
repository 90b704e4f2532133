# SPDX-License-Identifier: GPL-2.0-or-later
"""Objects matched one to one, as SpaceNet counts them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from noise2map_qgis.engine.evaluation.matching import ObjectCounts, match_objects


def mask(*boxes: tuple[int, int, int, int]) -> np.ndarray:
    """A mask of 40 x 60 pixels with rectangles (row, col, rows, cols)."""
    drawn = np.zeros((40, 60), bool)
    for row, col, rows, cols in boxes:
        drawn[row : row + rows, col : col + cols] = True
    return drawn


def counts(found: np.ndarray, true: np.ndarray, **terms: float) -> tuple[int, int, int]:
    result = match_objects(found, true, **terms).counts
    return result.matched, result.false, result.missed


def test_an_object_is_found_from_half_overlap_on():
    true = mask((10, 10, 10, 10))
    assert counts(mask((10, 10, 10, 10)), true) == (1, 0, 0)
    assert counts(mask((10, 10, 10, 5)), true) == (1, 0, 0)  # 50 of 100: exactly one half
    assert counts(mask((10, 10, 10, 4)), true) == (0, 1, 1)
    assert counts(mask((10, 10, 10, 4)), true, iou=0.25) == (1, 0, 0)
    assert counts(mask(), true) == (0, 0, 1)
    assert counts(true, mask()) == (0, 1, 0)


def test_two_houses_marked_as_one_are_not_two_hits():
    houses = mask((10, 10, 8, 8), (10, 20, 8, 8))
    assert counts(mask((10, 10, 8, 18)), houses) == (0, 1, 2)
    # A labelled object is found at most once, by the closest.
    halves = mask((10, 10, 8, 4)) | mask((10, 15, 8, 3))
    assert counts(halves, mask((10, 10, 8, 8)), iou=0.3) == (1, 1, 0)


def test_patches_that_touch_at_a_corner_are_two():
    corners = mask((5, 5, 4, 4), (9, 9, 4, 4))
    assert counts(corners, corners) == (2, 0, 0)


def test_small_objects_are_neither_asked_for_nor_an_error():
    true = mask((5, 5, 10, 10), (30, 30, 2, 2))
    assert counts(mask((5, 5, 10, 10)), true, least=10) == (1, 0, 0)
    # A speck that was found is dropped; a patch of 12 pixels on a labelled one of 9 is neither right nor wrong.
    assert counts(mask((5, 5, 10, 10), (1, 50, 1, 3)), true, least=10) == (1, 0, 0)
    assert counts(mask((30, 30, 3, 4)), mask((30, 30, 3, 3)), least=10) == (0, 0, 0)
    assert counts(mask((30, 30, 3, 4)), mask(), least=10) == (0, 1, 0)


def test_scores_of_objects():
    found = ObjectCounts(6, 2, 4) + ObjectCounts(0, 0, 0)
    assert (found.precision, found.recall) == (0.75, 0.6)
    assert found.f1 == pytest.approx(2 / 3)
    assert ObjectCounts(0, 0, 0).as_dict()["f1"] == 1


@settings(max_examples=60)
@given(arrays.arrays(bool, (12, 14)), arrays.arrays(bool, (12, 14)), st.sampled_from([0, 3]))
def test_every_object_is_counted_once(found: np.ndarray, true: np.ndarray, least: int):
    """Whatever is drawn: no labelled object is lost or met twice, and a map is its own perfect match."""
    from scipy.ndimage import label

    matches = match_objects(found, true, least)
    theirs, count = label(true)
    sizes = np.bincount(theirs.ravel(), minlength=count + 1)[1:]
    asked = int((sizes >= max(least, 1)).sum())
    assert matches.counts.matched + matches.counts.missed == asked
    ids = theirs.flat[np.concatenate([matches.matched, matches.missed])]
    assert len(set(ids.tolist())) == asked
    mine, count = label(found)
    large = int((np.bincount(mine.ravel(), minlength=count + 1)[1:] >= max(least, 1)).sum())
    assert matches.counts.matched + matches.counts.false <= large
    assert match_objects(true, true, least).counts == ObjectCounts(asked, 0, 0)
