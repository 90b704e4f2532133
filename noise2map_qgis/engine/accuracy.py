# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps against reference: a model scored on a folder of labelled tiles, along the very path a user's rasters take.

The folder holds `A/ B/ label/` (change) or `image/ label/` (buildings). A tile is one file in each, of one name before the extension;
GeoTIFF, PNG, WebP and JPEG will do. In a label every value above 0 is the class looked for. Only where a label holds other values
beside 0 and 255 does 255 mean "not to be counted". Pixels where an image has no data are not counted either.
"""

from __future__ import annotations

import contextlib
import math
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable

import numpy as np
from osgeo import gdal

from .areas import Look
from .bundle import Bundle, TaskCard
from .confusion import Confusion, Histogram
from .errors import EngineError, RasterError
from .gdal_settings import gdal_exceptions
from .grid import Grid, Window
from .inference import infer
from .raster import Raster, read_window
from .scene import Scene, Source
from .session import Session, open_session
from .tiling import LEVELS, NODATA, Lattice

FOLDERS = {"change": ("A", "B"), "segment": ("image",)}
LABEL = "label"
IMAGE_TYPES = {".tif", ".tiff", ".png", ".webp", ".jpg", ".jpeg", ".jp2", ".bmp", ".vrt"}
_IGNORED = 255
# Tiles without georeference lie on a plane of their own, measured in metres.
_PLANE = 'LOCAL_CS["tile",UNIT["metre",1]]'


@dataclass(frozen=True)
class Scores:
    """What a model did on a folder: a histogram by tile name, and the device and precision that ran."""

    tiles: dict[str, Histogram]
    device: str
    precision: str

    @property
    def pooled(self) -> Histogram:
        """All tiles' pixels together."""
        return sum(self.tiles.values(), Histogram(np.zeros((2, LEVELS + 1), np.int64)))


@dataclass(frozen=True)
class Evaluation:
    """A model's score on a folder at one threshold: pooled over all pixels, and tile by tile (name, confusion)."""

    model: str
    task: str
    data: str
    gsd: float | None
    threshold: float
    device: str
    model_precision: str
    pooled: Confusion
    tiles: tuple[tuple[str, Confusion], ...]

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
        """Return one object for JSON: `f1`, `iou`, `precision`, `recall` pooled, and a list per tile under `tiles`."""
        about = ("model", "task", "data", "gsd", "threshold", "device", "model_precision")
        return {
            **{name: getattr(self, name) for name in about},
            **self.pooled.as_dict(),
            "tiles": [{"name": name, **confusion.as_dict()} for name, confusion in self.tiles],
        }


def evaluate_folder(
    bundle: Bundle,
    task: str,
    folder: Path,
    gsd: float | None = None,
    threshold: float | None = None,
    device: str = "auto",
    **options: Any,
) -> Evaluation:
    """Score a bundle on a folder of tiles at a threshold (0-1, the card's if None); other arguments as in `score_folder`."""
    if threshold is not None and not 0 <= threshold <= 1:
        raise EngineError(f"The threshold must lie between 0 and 1, not at {threshold:g}.")
    scores = score_folder(bundle, task, folder, gsd, device, **options)
    threshold = bundle.tasks[task].threshold if threshold is None else threshold
    return Evaluation(
        model=bundle.name,
        task=task,
        data=str(folder),
        gsd=gsd,
        threshold=threshold,
        device=scores.device,
        model_precision=scores.precision,
        pooled=scores.pooled.at(threshold),
        tiles=tuple((name, histogram.at(threshold)) for name, histogram in scores.tiles.items()),
    )


def score_folder(
    bundle: Bundle,
    task: str,
    folder: Path,
    gsd: float | None = None,
    device: str = "auto",
    *,
    timestep: int | None = None,
    threads: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> Scores:
    """Run a bundle over a folder of labelled tiles, see the module's text for its layout.

    gsd: metres a pixel, for tiles that carry no georeference; they then reach the network at the scale its card asks for, and the
    probability comes back onto the label's grid by bilinear resampling. None takes such tiles to be at the model's scale already.
    progress: called with (done, total) tiles. Raises RasterError naming the folder or the tile, and what `open_session` raises.
    """
    card = bundle.tasks.get(task)
    if card is None:
        raise EngineError(f"The model '{bundle.name}' does not do the task '{task}', only {', '.join(bundle.tasks)}.")
    if gsd is not None and not (math.isfinite(gsd) and gsd > 0):
        raise EngineError(f"The ground sample distance must be more than 0 metres, not {gsd:g}.")
    tiles = find_tiles(Path(folder), task)
    session = open_session(bundle, task, timestep, device, threads)
    found = {}
    for done, (name, images, label) in enumerate(tiles):
        found[name] = _counted(*map_tile(images, label, card, session, gsd))
        if progress is not None:
            progress(done + 1, len(tiles))
    return Scores(found, session.device, session.precision)


def find_tiles(folder: Path, task: str) -> list[tuple[str, tuple[Path, ...], Path]]:
    """Return (name, images, label) for each tile in a folder; raises RasterError if the layout is not right."""
    names = (*FOLDERS[task], LABEL)
    layout = f"Expected {folder} to hold the folders {', '.join(name + '/' for name in names)} with one image a tile in each."
    stems: list[dict[str, Path]] = []
    for name in names:
        if not (folder / name).is_dir():
            raise RasterError(f"There is no folder {folder / name}. {layout}")
        files = sorted(path for path in (folder / name).iterdir() if path.suffix.lower() in IMAGE_TYPES)
        stems.append({path.stem: path for path in files})
    if not stems[0]:
        raise RasterError(f"The folder {folder / names[0]} holds no images. {layout}")
    for name, files_by_stem in zip(names, stems):
        for other in stems:
            for stem in sorted(other.keys() - files_by_stem.keys()):
                raise RasterError(f"The tile '{stem}' is missing in {folder / name}. {layout}")
    return [(stem, tuple(part[stem] for part in stems[:-1]), stems[-1][stem]) for stem in stems[0]]


def map_tile(
    images: tuple[Path, ...], label: Path, card: TaskCard, session: Session, gsd: float | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Return a tile's map, `(rows, cols) uint8` (0-254, 255 = no data), and its truth, `(rows, cols) int64`.

    Both lie on the label's grid; in the truth 1 is the class looked for, 0 is not, -1 is not to be counted. gsd: as in
    `score_folder`.
    """
    assumed = math.sqrt(card.gsd[0] * card.gsd[1]) if gsd is None else gsd
    with contextlib.ExitStack() as stack:
        stack.enter_context(gdal_exceptions())
        sources = tuple(Source(stack.enter_context(_placed(path, assumed)), str(path)) for path in images)
        scene = stack.enter_context(Scene(sources, card))
        raster = scene.layers[0].aligned.raster
        truth = _read_label(label, raster)
        levels = _map(scene, card, session)
        if levels.shape != truth.shape:
            levels = _back_onto(levels, scene.grid, raster)
    return levels, truth


def _counted(levels: np.ndarray, truth: np.ndarray) -> Histogram:
    counted = (levels != NODATA) & (truth >= 0)
    index = truth[counted] * (LEVELS + 1) + levels[counted]
    return Histogram(np.bincount(index, minlength=2 * (LEVELS + 1)).reshape(2, LEVELS + 1).astype(np.int64))


@contextlib.contextmanager
def _placed(path: Path, gsd: float) -> Iterator[str]:
    """Give the path of an image that is georeferenced: its own, or a virtual one on a plane with pixels of `gsd` metres."""
    try:
        dataset = gdal.Open(str(path))
    except RuntimeError as error:
        raise RasterError(f"The image {path} cannot be opened ({error}). Check that it is not damaged.") from error
    if dataset.GetGeoTransform(can_return_null=True) is not None and dataset.GetSpatialRef() is not None:
        yield str(path)
        return
    virtual = f"/vsimem/noise2map-{uuid.uuid4().hex}.vrt"
    bounds = [0, 0, dataset.RasterXSize * gsd, -dataset.RasterYSize * gsd]
    gdal.Translate(virtual, str(path.absolute()), format="VRT", outputSRS=_PLANE, outputBounds=bounds)
    try:
        yield virtual
    finally:
        gdal.Unlink(virtual)


def _read_label(path: Path, raster: Raster) -> np.ndarray:
    """Return `(rows, cols) int64`: 1 the class looked for, 0 not, -1 not to be counted."""
    try:
        dataset = gdal.Open(str(path))
        data = read_window(dataset, (1,), Window(0, 0, dataset.RasterXSize, dataset.RasterYSize), np.uint8)[0]
    except RuntimeError as error:
        raise RasterError(f"The label {path} cannot be read ({error}). Check that it is not damaged.") from error
    if data.shape != (raster.rows, raster.cols):
        raise RasterError(
            f"The label {path} has {data.shape[1]} x {data.shape[0]} pixels but its image {raster.cols} x {raster.rows}; "
            "they must have the same size."
        )
    truth = (data > 0).astype(np.int64)
    if ((data > 0) & (data < _IGNORED)).any():
        truth[data == _IGNORED] = -1
    return truth


def _map(scene: Scene, card: TaskCard, session: Session) -> np.ndarray:
    """Return the whole map of a tile, `(rows, cols) uint8`."""
    lattice = Lattice.of(scene.grid.cols, scene.grid.rows, card.tile_size, card.overlap)
    strips = infer(scene, Look((), scene.grid), lattice, session, lambda skipped: None)
    return np.concatenate([levels for _, levels in strips])


def _back_onto(levels: np.ndarray, grid: Grid, raster: Raster) -> np.ndarray:
    """Resample a map onto the raster's own grid."""

    def picture(cols: int, rows: int, geotransform: tuple[float, ...], wkt: str, data: np.ndarray) -> Any:
        dataset = gdal.GetDriverByName("MEM").Create("", cols, rows, 1, gdal.GDT_Byte)
        dataset.SetGeoTransform(geotransform)
        dataset.SetProjection(wkt)
        dataset.GetRasterBand(1).SetNoDataValue(NODATA)
        dataset.WriteRaster(0, 0, cols, rows, data.tobytes())
        return dataset

    coarse = picture(grid.cols, grid.rows, grid.geotransform, grid.crs_wkt, levels)
    empty = np.full((raster.rows, raster.cols), NODATA, np.uint8)
    own = picture(raster.cols, raster.rows, raster.geotransform, grid.crs_wkt, empty)
    gdal.Warp(own, coarse, resampleAlg="bilinear", srcNodata=NODATA, dstNodata=NODATA)
    return read_window(own, (1,), Window(0, 0, raster.cols, raster.rows), np.uint8)[0]


__all__ = ["Confusion", "Evaluation", "Histogram", "Scores", "evaluate_folder", "find_tiles", "score_folder"]
