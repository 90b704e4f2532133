# SPDX-License-Identifier: GPL-2.0-or-later
"""The self-test: a small drawn pair of images through the default model, to name the device that runs and its speed."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from osgeo import gdal, osr
from qgis.core import QgsTask

from ..engine import predict
from ..engine.errors import Cancelled, EngineError
from ..engine.model.bundle import Bundle
from ..engine.raster.scene import Source
from ..translation import tr

# 1.05 megapixels of 0.5 m: a few tiles, some seconds on two cores.
_SIDE, _GSD = 1024, 0.5
_EPSG, _CORNER = 32632, (500_000.0, 5_000_000.0)


class SelfTest(QgsTask):
    """Runs the test in the background; `message` says afterwards what ran, how fast, or why it did not."""

    def __init__(self, bundle: Bundle, device: str = "auto"):
        super().__init__(tr("Testing Noise2Map"), QgsTask.Flag.CanCancel)
        self.bundle = bundle
        self.device = device
        self.message = ""
        self.result: predict.Result | None = None

    def run(self):
        try:
            with tempfile.TemporaryDirectory(prefix="noise2map-test-") as folder:
                self.result = self._run(Path(folder))
        except Cancelled:
            self.message = tr("The test was cancelled.")
            return False
        except (EngineError, OSError, RuntimeError) as error:
            self.message = str(error)
            return False
        self.message = tr(
            "It works: {device} ran “{model}” at {speed:.2f} megapixels a second ({found} changes found in a drawn "
            "town)."
        ).format(
            device=self.result.device,
            model=self.bundle.name,
            speed=self.result.megapixels_per_second,
            found=self.result.polygon_count,
        )
        return True

    def _run(self, folder: Path) -> predict.Result:
        sources = tuple(
            Source(str(write_image(folder / f"{name}.tif", image)), name)
            for name, image in zip(("before", "after"), drawn_pair())
        )
        job = predict.Job(
            self.bundle,
            "change",
            sources,
            folder / "probability.tif",
            polygons=folder / "changes.gpkg",
            device=self.device,
        )
        return predict.run(job, self)

    # --- the engine's feedback

    def progress(self, done: int, total: int) -> None:
        """Move the bar of the task."""
        if total:
            self.setProgress(100.0 * done / total)

    def log(self, text: str) -> None:
        """Nothing is logged: the message says what matters."""

    def warn(self, text: str) -> None:
        """As `log`."""

    def cancelled(self) -> bool:
        """Whether the user stopped the test."""
        return self.isCanceled()


def drawn_pair(side: int = _SIDE) -> tuple[np.ndarray, np.ndarray]:
    """Return two images `(3, side, side) uint8` of a drawn town: houses with shadows on a lawn; in the second more
    houses."""
    random = np.random.default_rng(1)
    coarse = random.normal(0, 1, (side // 32 + 1, side // 32 + 1))
    lawn = np.kron(coarse, np.ones((32, 32)))[:side, :side] * 6
    ground = np.stack([118 + lawn, 124 + lawn, 92 + lawn])
    images = []
    places = [(row, col) for row in range(40, side - 60, 96) for col in range(40, side - 60, 96)]
    new = set(random.permutation(len(places))[: len(places) // 6].tolist())
    sizes = random.integers(18, 34, (len(places), 2))
    colours = random.integers(0, 3, len(places))
    roofs = np.array([[150, 82, 66], [120, 118, 120], [182, 176, 168]], float)
    for date in (0, 1):
        image = ground + random.normal(0, 3, ground.shape)
        for number, (row, col) in enumerate(places):
            if date == 0 and number in new:
                continue
            rows, cols = sizes[number]
            image[:, row + 6 : row + rows + 6, col + 5 : col + cols + 5] *= 0.45
            half = rows // 2
            image[:, row : row + half, col : col + cols] = (roofs[colours[number]] * 1.12)[:, None, None]
            image[:, row + half : row + rows, col : col + cols] = (roofs[colours[number]] * 0.86)[:, None, None]
        images.append(np.clip(image, 0, 255).astype(np.uint8))
    return images[0], images[1]


def write_image(path: Path, image: np.ndarray) -> Path:
    """Write `(bands, rows, cols) uint8` as a GeoTIFF with pixels of half a metre."""
    bands, rows, cols = image.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, bands, gdal.GDT_Byte)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(_EPSG)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.SetGeoTransform((_CORNER[0], _GSD, 0.0, _CORNER[1], 0.0, -_GSD))
    for number, band in enumerate(image, 1):
        dataset.GetRasterBand(number).WriteRaster(0, 0, cols, rows, band.tobytes())
    dataset.FlushCache()
    return path
