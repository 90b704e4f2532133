# SPDX-License-Identifier: GPL-2.0-or-later
"""Views: what each shows, that it can be undone, and what their answers average to."""

from __future__ import annotations

import weakref

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noise2map_qgis.engine.errors import EngineError
from noise2map_qgis.engine.model.augmentation import ORDER, VIEWS, average, check_views


def tile(rows: int = 64, cols: int = 96, count: int = 2, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 255, (count, 6, rows, cols)).astype(np.uint8)


def difference(batch: np.ndarray) -> np.ndarray:
    """A network that asks no pixel but the one it answers for."""
    return np.abs(batch[:, 3:].astype(np.float32) - batch[:, :3]).mean(axis=1) / 255


def leftmost(batch: np.ndarray) -> np.ndarray:
    """A network that knows its way: 1 in the first column of what it is shown, in steps of 1/254."""
    answer = np.zeros((len(batch), *batch.shape[2:]), np.uint8)
    answer[:, :, 0] = 254
    return answer


@given(rows=st.integers(1, 9), cols=st.integers(1, 9), number=st.integers(0, 7))
def test_a_view_turned_back_is_the_tile(rows: int, cols: int, number: int) -> None:
    images = tile(rows, cols)
    view = ORDER[number]
    np.testing.assert_array_equal(view.turn_back(view.turn(images)), images)
    assert view.turn(images).flags.c_contiguous


def test_the_order_of_views() -> None:
    image = np.arange(6).reshape(2, 3)
    upright = [image, np.rot90(image, 2), np.fliplr(image), np.flipud(image)]
    on_its_side = [image.T, np.rot90(image.T, 2), np.fliplr(image.T), np.flipud(image.T)]
    for view, expected in zip(ORDER, [*upright, *on_its_side]):
        np.testing.assert_array_equal(view.turn(image), expected)
    assert len({view.turn(image).tobytes() + bytes(view.turn(image).shape) for view in ORDER}) == 8


@pytest.mark.parametrize("views", VIEWS)
def test_views_together_are_closed(views: int) -> None:
    """Any two of them, one after the other, are a third one: so an average does not depend on how a tile lies."""
    square = np.arange(9).reshape(3, 3)
    shown = {view.turn(square).tobytes() for view in ORDER[:views]}
    for one in ORDER[:views]:
        assert {other.turn(one.turn(square)).tobytes() for other in ORDER[:views]} == shown


@pytest.mark.parametrize("views", VIEWS)
def test_a_network_that_turns_along_keeps_its_answer(views: int) -> None:
    batch = tile()
    np.testing.assert_allclose(average(difference, batch, views), difference(batch), atol=1e-6)


@pytest.mark.parametrize("views", VIEWS[1:])
def test_what_is_averaged_turns_with_the_tile(views: int) -> None:
    batch = tile(64, 64)
    whole = average(leftmost, batch, views)
    for view in ORDER[:views]:
        np.testing.assert_allclose(average(leftmost, view.turn(batch), views), view.turn(whole), atol=1e-6)


def test_a_network_that_does_not_gets_the_mean() -> None:
    """The first column of each view: left, right, right, left of the tile upright; above, below, below, above of it on
    its side.
    """
    batch = tile(64, 96)
    left, right, above, below = np.zeros((4, 64, 96))
    left[:, 0] = right[:, -1] = above[0] = below[-1] = 1
    for views, expected in (
        (2, (left + right) / 2),
        (4, (2 * left + 2 * right) / 4),
        (8, (2 * left + 2 * right + 2 * above + 2 * below) / 8),
    ):
        found = average(leftmost, batch, views)
        assert (found.shape, found.dtype) == ((2, 64, 96), np.float32)
        np.testing.assert_allclose(found, [expected, expected], atol=1e-6)


def test_bytes_and_floats_average_alike() -> None:
    batch = tile()
    in_floats = average(lambda shown: (leftmost(shown) / 254).astype(np.float32), batch, 8)
    np.testing.assert_allclose(average(leftmost, batch, 8), in_floats, atol=1e-6)


def test_one_view_is_the_answer_untouched() -> None:
    answer = leftmost(tile())
    assert average(lambda batch: answer, tile(), 1) is answer


def test_no_two_answers_are_held() -> None:
    earlier: list[weakref.ref[np.ndarray]] = []

    def watched(batch: np.ndarray) -> np.ndarray:
        assert all(answer() is None for answer in earlier)
        answer = leftmost(batch)
        earlier.append(weakref.ref(answer))
        return answer

    average(watched, tile(), 8)
    assert len(earlier) == 8


@pytest.mark.parametrize("views", [0, 3, 16, -2])
def test_other_numbers_are_refused(views: int) -> None:
    with pytest.raises(EngineError, match=f"one of 1, 2, 4, 8, not {views}"):
        check_views(views)
