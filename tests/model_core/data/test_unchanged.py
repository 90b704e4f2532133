# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs in which ground and season change and, unless one is put there, no building."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from model_core.data import unchanged
from model_core.data.augment import other_bands
from model_core.data.pool import load_pool, without_class
from model_core.data.samples import TrainingSamples


def _ground(value, seed=0):
    noise = np.random.default_rng(seed).integers(-12, 12, (96, 96, 3))
    return np.clip(np.array(value) + noise, 0, 255).astype(np.uint8)


DARK, PALE = _ground((40, 80, 35)), _ground((190, 175, 140), 1)


def test_two_grounds_are_no_change_wholly_or_field_by_field():
    shares = []
    for seed in range(30):
        pair = unchanged.other_ground(np.random.default_rng(seed), DARK, PALE)
        assert not pair.change.any()
        assert not pair.before_buildings.any()
        assert not pair.after_buildings.any()
        assert (pair.before == DARK).all()
        shares.append(float((pair.after.mean(2) > 120).mean()))
    assert shares.count(1.0) > 5
    assert sum(0.02 < share < 0.98 for share in shares) > 5


def test_a_season_changes_colours_and_not_what_stands():
    buildings = np.zeros((96, 96), np.uint8)
    buildings[20:50, 30:60] = 1
    town = DARK.copy()
    town[buildings == 1] = 200
    for seed in range(10):
        pair = unchanged.other_season(np.random.default_rng(seed), town, buildings, PALE)
        assert not pair.change.any()
        assert (pair.after_buildings == buildings).all()
        assert np.abs(pair.after.mean((0, 1)) - town.mean((0, 1))).max() > 10


@pytest.mark.parametrize("transfer", [unchanged.with_histogram, unchanged.with_amplitude])
def test_transfer_keeps_shape_and_takes_on_the_other_brightness(transfer):
    moved = transfer(np.random.default_rng(0), DARK, _ground((190, 175, 140), 3)[:64])
    assert moved.shape == DARK.shape
    assert moved.dtype == np.uint8
    assert moved.mean() > DARK.mean() + 20


def test_buildings_stand_at_both_dates_and_what_stands_at_one_is_change():
    buildings = np.zeros((96, 96), np.uint8)
    for row in (5, 40, 75):
        for col in (5, 40, 75):
            buildings[row : row + 14, col : col + 14] = 1
    town = np.full((96, 96, 3), 230, np.uint8)
    changed = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        pair = unchanged.with_standing(rng, unchanged.other_ground(rng, DARK, DARK.copy()), town, buildings)
        assert (pair.change == (pair.before_buildings ^ pair.after_buildings)).all()
        assert (pair.before[pair.before_buildings == 1] > 120).mean() > 0.9
        changed += bool(pair.change.any())
    assert 0 < changed < 20


def test_parcels_cover_some_of_the_ground():
    shares = [unchanged.parcels(np.random.default_rng(seed), (96, 96)).mean() for seed in range(40)]
    assert 0.2 < np.mean(shares) < 0.7
    assert np.std(shares) > 0.1


def test_another_camera_sees_both_dates_alike():
    seen = [other_bands(np.random.default_rng(seed), [DARK, PALE]) for seed in range(20)]
    grey = [dates for dates in seen if (dates[0][..., 0] == dates[0][..., 1]).all()]
    assert 0 < len(grey) < 20
    for dates in seen:
        assert [image.shape for image in dates] == [DARK.shape, PALE.shape]


def test_a_recipe_gets_its_share_of_unchanged_pairs(data, recipe):
    asked = recipe.model_copy(update={"unchanged": 1.0, "pairs": 6})
    samples = TrainingSamples(asked, data)
    assert samples.grounds
    batch = samples.batch(np.random.default_rng(0))
    again = samples.batch(np.random.default_rng(0))
    assert all(torch.equal(batch[key], again[key]) for key in batch)
    assert batch["exclusive"].all()


def test_building_free_tiles_of_a_labelled_source_are_ground(data, recipe):
    pool = load_pool(next(source for source in recipe.sources if source.kind == "images"), data)
    assert without_class(pool) is None
    free = replace(pool.tiles[0], label=np.zeros_like(pool.tiles[0].label))
    found = without_class(replace(pool, tiles=[free, *list(pool.tiles)[1:]]))
    assert [tile.name for tile in found.tiles] == [free.name]
    assert found.source.weight == pytest.approx(pool.source.weight * pool.chances[0])
