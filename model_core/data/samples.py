# SPDX-License-Identifier: GPL-2.0-or-later
"""Endless streams of training batches from the sources of a recipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import IterableDataset, get_worker_info

from model_core.data import synthesis, unchanged
from model_core.data.augment import (
    Photometry,
    View,
    coarse_step,
    old_film,
    other_bands,
    random_shift,
    random_step,
    random_view,
    recoloured,
)
from model_core.data.pool import Pool, Room, load_pool, without_class
from model_core.errors import DataError
from model_core.recipes.recipe import Recipe
from model_core.tiles.tiles import IGNORE, Pixels


class TrainingSamples(IterableDataset):
    """An endless stream of batches. Each is a dictionary of tensors:

    `before`, `after` (pairs, 3, crop, crop) uint8; `change`, `before_buildings`, `after_buildings` (pairs, crop,
    crop) uint8 with 255 for unknown; `exclusive` (pairs,) bool, whether change is the exclusive or of buildings;
    and, if the recipe has images, `image` (images, 3, crop, crop) and `buildings` (images, crop, crop).
    """

    def __init__(self, recipe: Recipe, data: Path, first_batch: int = 0) -> None:
        self.recipe = recipe
        self.first_batch = first_batch
        _require_taught(recipe)
        room = Room()
        self.pools = {
            kind: [load_pool(source, data, room) for source in recipe.trained_on(kind)]
            for kind in ("pairs", "images", "plain")
        }
        self.photometry = Photometry()
        # Ground without buildings, one pool for each kind.
        free = [without_class(pool) for pool in self.pools["images"]] if recipe.unchanged else []
        self.grounds = [p for p in self.pools["plain"] if p.source.empty] + [pool for pool in free if pool]

    def __iter__(self) -> Iterator[dict[str, Tensor]]:
        worker = get_worker_info()
        index, stride = (worker.id, worker.num_workers) if worker else (0, 1)
        number = self.first_batch + index
        while True:
            # Seeded by the batch number, so that a resumed run has the batches of an uninterrupted one.
            yield self.batch(np.random.default_rng((self.recipe.seed, number)))
            number += stride

    def batch(self, rng: np.random.Generator) -> dict[str, Tensor]:
        samples = []
        if self.pools["pairs"] or self._can_synthesise():
            samples = [self._pair(rng) for _ in range(self.recipe.pairs)]
        found = {key: torch.from_numpy(np.stack([s[key] for s in samples])) for key in (samples[0] if samples else ())}
        if self.pools["images"] and self.recipe.images:
            images = [self._image(rng) for _ in range(self.recipe.images)]
            found |= {key: torch.from_numpy(np.stack([s[key] for s in images])) for key in images[0]}
        return found

    def _can_synthesise(self) -> bool:
        return bool(self.pools["images"] and any(pool.source.empty for pool in self.pools["plain"]))

    def _pair(self, rng: np.random.Generator) -> dict[str, np.ndarray]:
        if self.recipe.unchanged and self.grounds and rng.random() < self.recipe.unchanged:
            pair, exclusive = self._unchanged(rng)
        elif not self.pools["pairs"] or (self._can_synthesise() and rng.random() < self.recipe.synthetic):
            pair, exclusive = self._made(rng)
        else:
            pair, exclusive = self._found(rng)
        strong = rng.random() < 0.4
        dates = [self.photometry(rng, image, strong) for image in (pair.before, pair.after)]
        dates = self._filmed(rng, dates)
        if rng.random() < 0.25:
            model = self._any_image(rng)
            which = int(rng.integers(2))
            dates[which] = recoloured(dates[which], model, rng.uniform(0.3, 0.9))
        if self.recipe.variation.recolour and rng.random() < self.recipe.variation.recolour:
            dates = other_bands(rng, dates)
        labels = [pair.change, pair.before_buildings, pair.after_buildings]
        if rng.random() < 0.5:
            dates.reverse()
            labels[1:] = labels[:0:-1]
        return {
            "before": dates[0].transpose(2, 0, 1),
            "after": dates[1].transpose(2, 0, 1),
            "change": labels[0],
            "before_buildings": labels[1],
            "after_buildings": labels[2],
            "exclusive": np.array(exclusive),
        }

    def _found(self, rng: np.random.Generator) -> tuple[synthesis.Pair, bool]:
        """Return a crop of a real pair."""
        pool = _weighted(rng, self.pools["pairs"])
        # Most crops of a large tile have no change; up to three are tried.
        for _ in range(3):
            cells = self._cells(rng, pool)
            label = _joined(cells, lambda tile, view: view.label(tile.label), self.recipe.crop)
            if (label == 1).any() or rng.random() < 0.15:
                break
        before, after = (self._image_of(cells, date, rng if date else None) for date in (0, 1))
        known = all(tile.buildings for tile, _ in cells)
        buildings = [self._buildings_of(cells, date) if known else np.full_like(label, IGNORE) for date in (0, 1)]
        exclusive = pool.source.buildings_only or known
        return synthesis.Pair(before, after, label, *buildings), exclusive

    def _cells(self, rng: np.random.Generator, pool: Pool) -> list[tuple[Pixels, View]]:
        """Return the tiles and views of a crop, in the range of ground sample distances of the recipe, or coarser.

        Where a tile is much smaller than the crop, four or more views of several tiles fill a mosaic.
        """
        variation, crop = self.recipe.variation, self.recipe.crop
        tile = pool.draw(rng)
        coarse = bool(variation.coarse) and rng.random() < variation.coarse
        if coarse:
            step = coarse_step(rng, pool.source.gsd, self.recipe.gsd[1], variation.coarsest)
        else:
            step = random_step(rng, pool.source.gsd, self.recipe.gsd)
        many = 1
        if coarse or variation.mosaic:
            many = int(np.clip(np.ceil(0.9 * crop * step / min(tile.label.shape)), 1, 4))
        tiles = [tile, *(pool.draw(rng) for _ in range(many**2 - 1))]
        return [(tile, random_view(rng, tile.label.shape, -(-crop // many), step)) for tile in tiles]

    def _image_of(self, cells: list[tuple[Pixels, View]], date: int, off: np.random.Generator | None) -> np.ndarray:
        """Return one date of a crop, with a random shift if there is a generator."""
        shift = random_shift(off) if off else (0.0, 0.0)
        return _joined(cells, lambda tile, view: view.image(tile.images[date], shift), self.recipe.crop)

    def _buildings_of(self, cells: list[tuple[Pixels, View]], date: int) -> np.ndarray:
        return _joined(cells, lambda tile, view: view.label((tile.buildings or ())[date]), self.recipe.crop)

    def _filmed(self, rng: np.random.Generator, dates: list[np.ndarray]) -> list[np.ndarray]:
        """Return the dates, one or all of them as old film if the recipe has that augmentation."""
        chance = self.recipe.variation.old_film
        if not chance or rng.random() >= chance:
            return dates
        # One old date is more common than two.
        chosen = {int(rng.integers(len(dates)))} if rng.random() < 0.7 else set(range(len(dates)))
        return [old_film(rng, image) if number in chosen else image for number, image in enumerate(dates)]

    def _made(self, rng: np.random.Generator) -> tuple[synthesis.Pair, bool]:
        """Return a synthetic pair; a third of them have no change."""
        if rng.random() < 0.33:
            image, buildings = self._any_labelled(rng)
            pair = synthesis.unchanged(image, buildings)
        else:
            town, buildings = self._labelled_crop(rng)
            empty = [pool for pool in self.pools["plain"] if pool.source.empty]
            land, patch = (self._plain_crop(rng, _weighted(rng, empty)) for _ in range(2))
            pair = synthesis.built_or_demolished(rng, town, buildings, land, patch)
            if self.recipe.variation.clutter and rng.random() < self.recipe.variation.clutter:
                pair = synthesis.with_clutter(rng, pair, patch)
        moved = _translated(pair.after, random_shift(rng))
        return synthesis.Pair(pair.before, moved, pair.change, pair.before_buildings, pair.after_buildings), True

    def _unchanged(self, rng: np.random.Generator) -> tuple[synthesis.Pair, bool]:
        """Return two grounds as one place, or one place in two seasons; sometimes with the buildings of a town."""
        if rng.random() < 0.35:
            pair = unchanged.other_season(rng, *self._any_labelled(rng), self._any_image(rng))
        else:
            first = _weighted(rng, self.grounds)
            second = first if rng.random() < 0.5 else _weighted(rng, self.grounds)
            pair = unchanged.other_ground(rng, self._plain_crop(rng, first), self._plain_crop(rng, second))
            if self.pools["images"] and rng.random() < 0.4:
                pair = unchanged.with_standing(rng, pair, *self._labelled_crop(rng))
        moved = _translated(pair.after, random_shift(rng))
        return synthesis.Pair(pair.before, moved, pair.change, pair.before_buildings, pair.after_buildings), True

    def _any_labelled(self, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Return an image of any kind with the label of its buildings, which may be unknown."""
        kind = rng.choice(["images", "plain", "pairs"], p=[0.3, 0.4, 0.3])
        if not self.pools[kind]:
            kind = next(kind for kind in ("images", "pairs") if self.pools[kind])
        if kind == "images":
            return self._labelled_crop(rng)
        if kind == "plain":
            pool = _weighted(rng, self.pools["plain"])
            image = self._plain_crop(rng, pool)
            return image, np.full(image.shape[:2], 0 if pool.source.empty else IGNORE, np.uint8)
        image = self._pair_crop(rng)
        return image, np.full(image.shape[:2], IGNORE, np.uint8)

    def _labelled_crop(self, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        cells = self._cells(rng, _weighted(rng, self.pools["images"]))
        return self._image_of(cells, 0, None), _joined(cells, lambda t, v: v.label(t.label), self.recipe.crop)

    def _plain_crop(self, rng: np.random.Generator, pool: Pool) -> np.ndarray:
        return self._image_of(self._cells(rng, pool), 0, None)

    def _pair_crop(self, rng: np.random.Generator) -> np.ndarray:
        cells = self._cells(rng, _weighted(rng, self.pools["pairs"]))
        return self._image_of(cells, int(rng.integers(2)), None)

    def _any_image(self, rng: np.random.Generator) -> np.ndarray:
        """Return a random whole image, whose colours another may take."""
        pools = [pool for group in self.pools.values() for pool in group]
        tile = pools[int(rng.integers(len(pools)))].draw(rng)
        return tile.images[int(rng.integers(len(tile.images)))]

    def _image(self, rng: np.random.Generator) -> dict[str, np.ndarray]:
        if any(pool.source.empty for pool in self.pools["plain"]) and rng.random() < 0.1:
            pool = _weighted(rng, [pool for pool in self.pools["plain"] if pool.source.empty])
            image, label = self._plain_crop(rng, pool), np.zeros((self.recipe.crop,) * 2, np.uint8)
        else:
            image, label = self._labelled_crop(rng)
        image = self.photometry(rng, image, bool(rng.random() < 0.4))
        (image,) = self._filmed(rng, [image])
        if rng.random() < 0.25:
            image = recoloured(image, self._any_image(rng), rng.uniform(0.3, 0.9))
        if self.recipe.variation.recolour and rng.random() < self.recipe.variation.recolour:
            (image,) = other_bands(rng, [image])
        return {"image": image.transpose(2, 0, 1), "buildings": label}


class UnlabelledSamples(IterableDataset):
    """An endless stream of batches for denoising, from all sources: `image` (2 * pairs, 3, crop, crop) uint8."""

    def __init__(self, samples: TrainingSamples) -> None:
        self.samples = samples

    def __iter__(self) -> Iterator[dict[str, Tensor]]:
        worker = get_worker_info()
        index, stride = (worker.id, worker.num_workers) if worker else (0, 1)
        recipe, number = self.samples.recipe, self.samples.first_batch + index
        while True:
            rng = np.random.default_rng((recipe.seed, 1, number))
            images = [self.samples._any_labelled(rng)[0] for _ in range(2 * recipe.pairs)]
            yield {"image": torch.from_numpy(np.stack(images).transpose(0, 3, 1, 2).copy())}
            number += stride


def _require_taught(recipe: Recipe) -> None:
    """Raise DataError where a task has no training data; sources of weight 0 have none."""
    labelled = recipe.of("pairs") + recipe.of("images")
    pairs, images = recipe.trained_on("pairs"), recipe.trained_on("images")
    if not labelled:
        raise DataError("The recipe has no labelled tiles. Add a source of layout pairs or images.")
    if not pairs and not images:
        raise DataError(
            f"All labelled sources of the recipe have weight 0 ({', '.join(source.name for source in labelled)}), so "
            "there is nothing to train on; set the weight of one above 0."
        )
    made = images and any(source.empty for source in recipe.trained_on("plain"))
    if "change" in recipe.tasks and recipe.of("pairs") and not pairs and not made:
        raise DataError(
            f"The task change has no training data: all pairs have weight 0 "
            f"({', '.join(s.name for s in recipe.of('pairs'))}), and none can be synthesised without open land; set "
            "the weight of a source of pairs above 0, or add a plain source with "
            "`empty: true`."
        )
    if recipe.tasks == ["segment"] and not images:
        raise DataError(
            "The task segment has no training data: no source of layout images has a weight above 0; set one."
        )


def _weighted(rng: np.random.Generator, pools: list[Pool]) -> Pool:
    weights = np.array([pool.source.weight for pool in pools])
    return pools[rng.choice(len(pools), p=weights / weights.sum())]


def _joined(cells: list[tuple[Pixels, View]], seen: Callable[[Pixels, View], np.ndarray], crop: int) -> np.ndarray:
    """Return the cells of a crop as one array: one cell, or a square of several."""
    if len(cells) == 1:
        return seen(*cells[0])
    many = round(len(cells) ** 0.5)
    parts = [seen(*cell) for cell in cells]
    rows = [np.concatenate(parts[row * many : (row + 1) * many], axis=1) for row in range(many)]
    return np.ascontiguousarray(np.concatenate(rows)[:crop, :crop])


def _translated(image: np.ndarray, shift: tuple[float, float]) -> np.ndarray:
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]])
    return cv2.warpAffine(image, matrix, image.shape[1::-1], flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
