# SPDX-License-Identifier: GPL-2.0-or-later
"""What a recipe may ask for beyond everyday variation, and that it gets none of it unasked."""

import numpy as np
import pytest
import torch

from model_core.data import synthesis
from model_core.data.augment import coarse_step, old_film, vignette
from model_core.data.pool import Room, load_pool
from model_core.data.samples import TrainingSamples
from model_core.recipes.variation import Variation
from model_core.tiles.tiles import IGNORE


def _houses():
    """Bright square houses on darker ground, and their mask."""
    buildings = np.zeros((128, 128), np.uint8)
    for row, col in ((10, 10), (10, 80), (80, 10), (80, 80)):
        buildings[row : row + 26, col : col + 26] = 1
    rng = np.random.default_rng(0)
    town = np.where(buildings[..., None] == 1, 220, 90).repeat(3, 2) + rng.integers(-9, 9, (128, 128, 3))
    return town.astype(np.uint8), buildings


def test_old_film_is_grey_grainy_and_keeps_what_is_there():
    town, buildings = _houses()
    apart, noise = [], []
    for seed in range(12):
        film = old_film(np.random.default_rng(seed), town)
        assert film.dtype == np.uint8
        assert (film[..., 0] == film[..., 2]).all()
        apart.append(float(film[buildings == 1].mean()) - float(film[buildings == 0].mean()))
        noise.append(float(film[buildings == 0][:, 0].std()))
    assert min(apart) > 10
    assert np.ptp(noise) > 3
    assert (old_film(np.random.default_rng(1), town) == old_film(np.random.default_rng(1), town)).all()


def test_vignette_darkens_by_no_more_than_it_was_told():
    for seed in range(8):
        shade = vignette(np.random.default_rng(seed), (40, 60), 0.4)
        assert shade.shape == (40, 60)
        assert shade.min() == pytest.approx(0.6, abs=1e-5)
        assert shade.max() <= 1


def test_coarse_sensors_lie_between_the_range_and_the_limit():
    rng = np.random.default_rng(0)
    steps = [coarse_step(rng, 0.5, 1.0, 2.0) for _ in range(200)]
    assert 2.0 <= min(steps) < 2.1
    assert 3.9 < max(steps) <= 4.0


@pytest.mark.parametrize("swapped", [False, True])
def test_clutter_changes_the_ground_but_neither_labels_nor_roofs(swapped):
    town, buildings = _houses()
    nothing = np.zeros_like(buildings)
    land = np.full_like(town, 90)
    dates = [(land, nothing), (town, buildings)]
    (before, then), (after, now) = reversed(dates) if swapped else dates
    unknown = now.copy()
    unknown[:, 120:] = IGNORE
    pair = synthesis.Pair(before, after, (then ^ now).astype(np.uint8), then, unknown)
    touched = np.zeros(buildings.shape, bool)
    for seed in range(10):
        found = synthesis.with_clutter(np.random.default_rng(seed), pair, land)
        assert (found.change == pair.change).all()
        assert (found.after_buildings == pair.after_buildings).all()
        for image, original, standing in ((found.before, before, then), (found.after, after, now)):
            assert (image[standing == 1] == original[standing == 1]).all()
            touched |= np.abs(image.astype(int) - original).max(-1) > 20
    assert touched[(buildings == 0)].mean() > 0.05
    assert touched[buildings == 1].any()  # bare soil where the building stands at the other date


def _with(recipe, **variation):
    return recipe.model_copy(update={"variation": Variation(**variation)})


def test_a_recipe_asks_for_each_of_them(data, recipe):
    usual = TrainingSamples(recipe, data).batch(np.random.default_rng(3))
    same = TrainingSamples(_with(recipe, coarsest=1.5), data).batch(np.random.default_rng(3))
    assert all(torch.equal(usual[key], same[key]) for key in usual)
    for asked in ({"old_film": 1.0}, {"coarse": 1.0}, {"mosaic": True}):
        batch = TrainingSamples(_with(recipe, **asked), data).batch(np.random.default_rng(3))
        assert batch["before"].shape == usual["before"].shape
        assert batch["change"].shape == usual["change"].shape
    film = TrainingSamples(_with(recipe, old_film=1.0), data).batch(np.random.default_rng(4))
    grey = [bool((image[0] == image[2]).all()) for image in (*film["before"], *film["after"])]
    assert any(grey)


def test_coarse_crops_of_small_tiles_are_mosaics_without_blank_parts(data, recipe):
    recipe = _with(recipe, coarse=1.0, coarsest=4.0)
    samples = TrainingSamples(recipe.model_copy(update={"gsd": (0.5, 2.0), "crop": 96}), data)
    (pool,) = samples.pools["pairs"]
    cells = samples._cells(np.random.default_rng(0), pool)
    assert len(cells) in (9, 16)
    known = [(samples._found(np.random.default_rng(seed))[0].change != IGNORE).mean() for seed in range(6)]
    assert np.mean(known) > 0.5


def test_tiles_beyond_the_room_are_read_when_drawn(data, recipe):
    source = recipe.sources[0]
    roomy, tight = load_pool(source, data), load_pool(source, data, Room(2 * 96 * 96 * 7))
    assert len(roomy.tiles.kept) == 5
    assert len(tight.tiles.kept) < 3
    assert (roomy.chances == tight.chances).all()
    for one, other in zip(roomy.tiles, tight.tiles):
        assert one.name == other.name
        assert (one.images[1] == other.images[1]).all()
    assert len(tight.tiles.kept) < 3


def test_pixels_near_outlines_are_ignored_and_the_middle_stays(data, recipe):
    source = recipe.sources[0]
    exact = load_pool(source, data).tiles[0].label
    loose = load_pool(source.model_copy(update={"ignore_boundary": 3}), data).tiles[0].label
    assert set(np.unique(exact)) == {0, 1}
    rows, cols = np.nonzero(loose == IGNORE)
    assert len(rows)
    for row, col in zip(rows, cols):
        around = exact[max(row - 3, 0) : row + 4, max(col - 3, 0) : col + 4]
        assert {0, 1} <= set(np.unique(around))
    known = loose != IGNORE
    assert (loose[known] == exact[known]).all()
    assert (loose == 1).any()
    assert (loose == 0).any()
