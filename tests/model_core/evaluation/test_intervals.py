# SPDX-License-Identifier: GPL-2.0-or-later
"""Bootstrap intervals: what is drawn, what is said of it, and that they hold the truth as often as they claim."""

from __future__ import annotations

import numpy as np
import pytest

from model_core.evaluation.intervals import Units, draw, intervals, scores_of, units_of
from noise2map_qgis.engine.evaluation.accuracy import Evaluation
from noise2map_qgis.engine.evaluation.confusion import Confusion, Histogram
from noise2map_qgis.engine.evaluation.matching import ObjectCounts
from noise2map_qgis.engine.evaluation.tile_score import Terms, TileScore


def evaluation(*counts: tuple[int, ...], scenes: int | None = None, blocks: int = 1) -> Evaluation:
    """One tile for each of `counts` (seven numbers), dealt to `scenes` in turn."""
    scored = tuple(
        TileScore(
            f"t{k}",
            f"s{k % (scenes or len(counts))}",
            Histogram(np.zeros((2, 255), np.int64)),
            Confusion(*of[:4]),
            ObjectCounts(*of[4:]),
            32,
            np.array([of] * blocks),
        )
        for k, of in enumerate(counts)
    )
    return Evaluation("m", "change", "d", None, 0, "CPU", "float32", Terms(0.5), scored)


def test_scores_of_many_counts_are_those_of_each():
    rng = np.random.default_rng(1)
    counts = np.concatenate([rng.integers(0, 9, (50, 7)), np.zeros((1, 7), int)])
    found = scores_of(counts)
    for k, row in enumerate(counts.tolist()):
        pixels, objects = Confusion(*row[:4]), ObjectCounts(*row[4:])
        for name in ("f1", "iou", "precision", "recall"):
            assert found[f"positive.{name}"][k] == pytest.approx(getattr(pixels, name))
            assert found[f"negative.{name}"][k] == pytest.approx(getattr(pixels.other, name))
            both = (getattr(pixels, name) + getattr(pixels.other, name)) / 2
            assert found[f"mean.{name}"][k] == pytest.approx(both)
        assert found["accuracy"][k] == pytest.approx(pixels.accuracy)
        for name in ("f1", "precision", "recall"):
            assert found[f"objects.{name}"][k] == pytest.approx(getattr(objects, name))


def test_what_is_drawn_is_the_scene_not_the_tile():
    tiles = [(9, 1, 1, 9, 1, 0, 0)] * 6
    assert units_of(evaluation(*tiles)).counts.shape == (6, 7)
    by_scene = units_of(evaluation(*tiles, scenes=2))
    assert (by_scene.kind, by_scene.counts.tolist()) == ("scenes", [[27, 3, 3, 27, 3, 0, 0]] * 2)
    assert "too narrow" in by_scene.note
    assert "too narrow" not in units_of(evaluation(*tiles * 2)).note


def test_one_scene_has_blocks_or_no_interval_at_all():
    tile = (9, 1, 1, 9, 1, 0, 0)
    blocks = units_of(evaluation(tile, blocks=8))
    assert (blocks.kind, len(blocks.counts)) == ("blocks", 8)
    assert "block bootstrap over 8 blocks of 32 x 32 pixels" in blocks.note
    assert "other places" in blocks.note
    none = units_of(evaluation(tile, blocks=7))
    assert none.kind is None
    assert "no intervals" in none.note
    assert intervals(none) == {}


def test_draws_are_seeded_and_with_replacement():
    counts = np.eye(7, dtype=np.int64)
    drawn = draw(counts, seed=3, replicates=400)
    assert (drawn.sum(axis=1) == 7).all()
    assert drawn.max() > 1
    assert np.array_equal(drawn, draw(counts, seed=3, replicates=400))
    assert not np.array_equal(drawn, draw(counts, seed=4, replicates=400))


def test_scenes_that_agree_leave_no_doubt():
    same = intervals(Units("scenes", np.array([[30, 10, 10, 50, 3, 1, 1]] * 12), ""))
    low, high = same["positive.f1"]
    assert low == pytest.approx(high) == pytest.approx(0.75)


def test_an_interval_holds_the_truth_about_as_often_as_it_says():
    """Recall of scenes whose hits are drawn from one law; 95 % in the limit, a little less with 25 scenes."""
    rng = np.random.default_rng(0)
    held = 0
    for trial in range(60):
        hits = rng.binomial(200, rng.beta(8, 4, 25))
        counts = np.stack([hits, *[np.zeros(25, int)] * 6], axis=1)
        counts[:, 2] = 200 - hits
        low, high = intervals(Units("scenes", counts, ""), seed=trial)["positive.recall"]
        held += low <= 8 / 12 <= high
    assert 0.85 <= held / 60 <= 1
