# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps against reference: a model scored on a folder of labelled tiles, along the very path a user's rasters take.

How the folder is laid out, and which pixels count, is told in `labelled.py`. A map that is there already is scored by
`reference.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..encoding import LEVELS
from ..errors import EngineError, RasterError
from ..model.bundle import Bundle
from ..model.session import Session, open_session
from .confusion import Confusion, Histogram
from .labelled import Label, LabelledMap, find_tiles, map_labelled, map_tile
from .matching import IOU, ObjectCounts
from .reference import compare_map
from .tile_score import Terms, TileScore, count_pixels, tally


@dataclass(frozen=True)
class Scores:
    """What a model did on a folder: a histogram by tile name, and the device and precision that ran."""

    tiles: dict[str, Histogram]
    device: str
    precision: str

    @property
    def pooled(self) -> Histogram:
        """All tiles' pixels together."""
        return pooled(self.tiles.values())


@dataclass(frozen=True)
class SceneScore:
    """One scene, all its tiles together: pixels and objects at the evaluation's threshold."""

    name: str
    tiles: int
    pixels: Confusion
    objects: ObjectCounts


@dataclass(frozen=True)
class Evaluation:
    """A model's score on a folder at one threshold: pooled over all pixels, scene by scene, and tile by tile (name,
    confusion).

    A scene is one place; unless told otherwise every tile is one. gsd: metres a pixel as given, None if the tiles carry
    it (or the card's was assumed). timestep, views: None where no model ran. probabilities: whether the maps say how
    sure they are.
    """

    model: str
    task: str
    data: str
    gsd: float | None
    timestep: int | None
    device: str
    model_precision: str
    terms: Terms
    scored: tuple[TileScore, ...]
    probabilities: bool = True
    views: int | None = None

    @property
    def threshold(self) -> float:
        """Probability from which a pixel counts, 0-1."""
        return self.terms.threshold

    @property
    def high_threshold(self) -> float:
        """Probability that one pixel of an object must reach to be counted, 0-1."""
        return self.terms.high_threshold

    @property
    def tiles(self) -> tuple[tuple[str, Confusion], ...]:
        """Each tile's name and counted pixels."""
        return tuple((tile.name, tile.pixels) for tile in self.scored)

    @property
    def scenes(self) -> tuple[SceneScore, ...]:
        """Each scene's counts, in the order in which they were met."""
        by_scene: dict[str, list[TileScore]] = {}
        for tile in self.scored:
            by_scene.setdefault(tile.scene, []).append(tile)
        return tuple(
            SceneScore(
                name,
                len(tiles),
                sum((tile.pixels for tile in tiles), Confusion(0, 0, 0, 0)),
                sum((tile.objects for tile in tiles), ObjectCounts(0, 0, 0)),
            )
            for name, tiles in by_scene.items()
        )

    @property
    def histogram(self) -> Histogram:
        """All tiles' probabilities together."""
        return pooled(tile.histogram for tile in self.scored)

    @property
    def pooled(self) -> Confusion:
        """All tiles' pixels together."""
        return sum((tile.pixels for tile in self.scored), Confusion(0, 0, 0, 0))

    @property
    def objects(self) -> ObjectCounts:
        """All tiles' objects together."""
        return sum((tile.objects for tile in self.scored), ObjectCounts(0, 0, 0))

    @property
    def f1(self) -> float:
        """Pooled F1."""
        return self.pooled.f1

    @property
    def iou(self) -> float:
        """Pooled intersection over union."""
        return self.pooled.iou

    @property
    def precision(self) -> float:
        """Pooled precision."""
        return self.pooled.precision

    @property
    def recall(self) -> float:
        """Pooled recall."""
        return self.pooled.recall

    def as_dict(self) -> dict[str, Any]:
        """Return one object for JSON: `f1`, `iou`, `precision`, `recall` pooled, and lists under `scenes`
        and `tiles`."""
        about = (
            "model",
            "task",
            "data",
            "gsd",
            "threshold",
            "high_threshold",
            "timestep",
            "views",
            "device",
            "model_precision",
        )
        return {
            **{name: getattr(self, name) for name in about},
            **self.pooled.as_dict(),
            "scenes": [
                {"name": scene.name, "tiles": scene.tiles, **scene.pixels.as_dict(), "objects": scene.objects.as_dict()}
                for scene in self.scenes
            ],
            "tiles": [{"name": tile.name, "scene": tile.scene, **tile.pixels.as_dict()} for tile in self.scored],
        }


def evaluate_folder(
    bundle: Bundle,
    task: str,
    folder: Path,
    gsd: float | None = None,
    threshold: float | None = None,
    device: str = "auto",
    *,
    timestep: int | None = None,
    views: int | None = None,
    min_area: float = 0.0,
    high_threshold: float | None = None,
    iou: float = IOU,
    scenes: Mapping[str, str] | None = None,
    only: Collection[str] | None = None,
    tiles: Sequence[tuple[str, tuple[Path, ...], Label]] | None = None,
    threads: int = 0,
    progress: Callable[[int, int], None] | None = None,
    watch: Callable[[LabelledMap, TileScore], None] | None = None,
) -> Evaluation:
    """Score a bundle on a folder of tiles at a threshold (0-1, the card's if None); what is not told here is as in
    `score_folder`.

    min_area: square metres; smaller objects are not counted. high_threshold: 0-1; objects of which no pixel reaches it
    are not, either; None is the card's with the card's threshold, else 0, as in a run. iou: overlap from which two
    objects are one, see `match_objects`. scenes: the scene of a tile by the tile's name, for tiles that are parts of
    one place. tiles: (name, images, label) of each, where a folder is laid out in another way. watch: shown each map
    and its score.
    """
    if threshold is not None and not 0 <= threshold <= 1:
        raise EngineError(f"The threshold must lie between 0 and 1, not at {threshold:g}.")
    session, maps = _maps(bundle, task, folder, gsd, device, timestep, views, threads, only, progress, tiles)
    card = bundle.tasks[task]
    least = card.high_threshold_for(threshold) if high_threshold is None else high_threshold
    terms = Terms(card.threshold if threshold is None else threshold, min_area, iou, least)
    scored = []
    for found in maps:
        scored.append(tally(found, terms, (scenes or {}).get(found.name)))
        if watch is not None:
            watch(found, scored[-1])
    return Evaluation(
        model=bundle.name,
        task=task,
        data=str(folder),
        gsd=gsd,
        timestep=card.default_timestep if timestep is None else timestep,
        device=session.device,
        model_precision=session.precision,
        terms=terms,
        scored=tuple(scored),
        views=session.views,
    )


def evaluate_map(
    path: Path,
    truth: Path,
    task: str = "change",
    threshold: float | None = None,
    *,
    min_area: float = 0.0,
    high_threshold: float = 0.0,
    iou: float = IOU,
    images: tuple[Path, ...] = (),
    watch: Callable[[LabelledMap, TileScore], None] | None = None,
) -> Evaluation:
    """Score a map that is there already against a reference, see `reference.py` for what either may be.

    threshold: 0-1, 0.5 if None. min_area, high_threshold, iou: as in `evaluate_folder`. images: what the map was made
    from, the later date last, for `watch`.
    """
    found, probabilities = compare_map(Path(path), Path(truth), images)
    terms = Terms(0.5 if threshold is None else threshold, min_area, iou, high_threshold)
    score = tally(found, terms)
    if watch is not None:
        watch(found, score)
    precision = "probability raster" if probabilities else "mask"
    return Evaluation(
        Path(path).name, task, str(truth), None, None, "no model run", precision, terms, (score,), probabilities
    )


def score_folder(
    bundle: Bundle,
    task: str,
    folder: Path,
    gsd: float | None = None,
    device: str = "auto",
    *,
    timestep: int | None = None,
    views: int | None = None,
    threads: int = 0,
    only: Collection[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Scores:
    """Run a bundle over a folder of labelled tiles, see `labelled.py` for its layout.

    gsd: metres a pixel, for tiles that carry no georeference, see `map_labelled`. timestep, views: the card's if None.
    only: names of the tiles to score, all if None. progress: called with (done, total) tiles. Raises RasterError naming
    the folder or the tile, and what `open_session` raises.
    """
    session, maps = _maps(bundle, task, folder, gsd, device, timestep, views, threads, only, progress)
    return Scores({found.name: count_pixels(found) for found in maps}, session.device, session.precision)


def pooled(histograms: Any) -> Histogram:
    """Return the sum of histograms."""
    return sum(histograms, Histogram(np.zeros((2, LEVELS + 1), np.int64)))


def _maps(
    bundle: Bundle,
    task: str,
    folder: Path,
    gsd: float | None,
    device: str,
    timestep: int | None,
    views: int | None,
    threads: int,
    only: Collection[str] | None,
    progress: Callable[[int, int], None] | None,
    given: Sequence[tuple[str, tuple[Path, ...], Label]] | None = None,
) -> tuple[Session, Iterator[LabelledMap]]:
    """Open what is needed, at once, and give the tiles' maps one by one."""
    card = bundle.tasks.get(task)
    if card is None:
        raise EngineError(f"The model '{bundle.name}' does not do the task '{task}', only {', '.join(bundle.tasks)}.")
    if gsd is not None and not (math.isfinite(gsd) and gsd > 0):
        raise EngineError(f"The ground sample distance must be more than 0 metres, not {gsd:g}.")
    everything = find_tiles(Path(folder), task) if given is None else given
    tiles = [tile for tile in everything if only is None or tile[0] in only]
    if not tiles:
        raise RasterError(f"None of the tiles asked for is in {folder}; check their names.")
    session = open_session(bundle, task, timestep, device, threads, views)

    def mapped() -> Iterator[LabelledMap]:
        for done, (name, images, label) in enumerate(tiles, 1):
            yield map_labelled(name, images, label, card, session, gsd)
            if progress is not None:
                progress(done, len(tiles))

    return session, mapped()


__all__ = [
    "Confusion",
    "Evaluation",
    "Histogram",
    "SceneScore",
    "Scores",
    "evaluate_folder",
    "evaluate_map",
    "find_tiles",
    "map_tile",
    "pooled",
    "score_folder",
]
