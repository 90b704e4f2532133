# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapes of outlines against labelled buildings: intersection over union, corners, right angles, time.

    python -m benchmarks.shapes LABELS [LABELS ...] --gsd 0.3

LABELS are folders of label rasters, whose buildings are drawn as exact pixels, simplified and regular. Where QGIS is
installed its own orthogonalize stands beside them, on the simplified outlines. Buildings of less than 30 m2 are left
out.
"""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Grid, Ground
from noise2map_qgis.engine.vectorize import wkb
from noise2map_qgis.engine.vectorize.connected_components import find_runs
from noise2map_qgis.engine.vectorize.polygonize import Outlines, find_corners, trace
from noise2map_qgis.engine.vectorize.shape import EXACT, SHAPES, SIMPLIFIED, Shape
from noise2map_qgis.engine.vectorize.shaping import polygons

_SMALLEST = 30.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("labels", type=Path, nargs="+")
    parser.add_argument("--gsd", type=float, required=True, help="metres a pixel")
    asked = parser.parse_args()
    orthogonalize = _orthogonalize()
    found: dict[str, list[tuple[float, int, float, float]]] = {}
    with gdal_exceptions():
        for path in sorted(path for folder in asked.labels for path in folder.iterdir()):
            mask = gdal.Open(str(path)).ReadAsArray() > 0
            outlines = _outlines(mask)
            drawn = {kind: _drawn(outlines, mask.shape, asked.gsd, kind) for kind in SHAPES}
            if orthogonalize is not None:
                begun = time.perf_counter()
                squared = [orthogonalize(polygon) for polygon in drawn[SIMPLIFIED][0]]
                drawn["QGIS orthogonalize"] = squared, (time.perf_counter() - begun) / max(1, len(squared))
            for kind, (shapes, seconds) in drawn.items():
                for exact, shape in zip(drawn[EXACT][0], shapes):
                    if exact.GetArea() >= _SMALLEST:
                        found.setdefault(kind, []).append((*_scores(exact, shape), seconds))
    print(f"{len(found[EXACT])} buildings\n\n| shape | IoU | corners | right angles | ms |\n|---|---|---|---|---|")
    for kind, rows in found.items():
        iou, corners, right, seconds = np.mean(rows, axis=0)
        print(f"| {kind} | {iou:.3f} | {corners:.1f} | {right:.2f} | {1000 * seconds:.1f} |")


def _outlines(mask: np.ndarray) -> Outlines:
    runs, _ = find_runs(mask)
    ids = np.zeros(mask.shape, np.int32)
    ids[mask] = np.repeat(runs.label + 1, runs.length)
    return trace(find_corners(np.pad(mask, 1), ids, 0, 0))


def _drawn(outlines: Outlines, size: tuple[int, ...], gsd: float, kind: str) -> tuple[list[ogr.Geometry], float]:
    """Return the polygons in one shape, and the seconds each took."""
    grid = Grid('LOCAL_CS["plane",UNIT["metre",1]]', (0.0, gsd, 0.0, 0.0, 0.0, -gsd), size[1], size[0])
    ground = Ground(*(np.full(size[0], value) for value in (gsd, gsd, gsd**2)))
    begun = time.perf_counter()
    shapes = [ogr.CreateGeometryFromWkb(one) for one, _ in polygons(outlines, grid, ground, Shape(kind))]
    return shapes, (time.perf_counter() - begun) / max(1, len(shapes))


def _scores(exact: ogr.Geometry, shape: ogr.Geometry) -> tuple[float, int, float]:
    """Return the IoU with the pixels, the corners, and the share of corners within a degree of a right angle."""
    iou = exact.Intersection(shape).GetArea() / exact.Union(shape).GetArea()
    rings = wkb.rings_of(bytes(shape.ExportToWkb(ogr.wkbNDR)))
    heading = np.arctan2(*np.diff(rings[0], axis=0).T[::-1])
    turn = (np.diff(np.append(heading, heading[0])) + np.pi) % (2 * np.pi) - np.pi
    right = np.abs(np.abs(turn) - np.pi / 2) < np.radians(1)
    return iou, sum(len(ring) - 1 for ring in rings), float(right.mean())


def _orthogonalize() -> Callable[[ogr.Geometry], ogr.Geometry] | None:
    with contextlib.suppress(ImportError):
        from qgis.core import QgsGeometry

        def squared(polygon: ogr.Geometry) -> ogr.Geometry:
            geometry = QgsGeometry()
            geometry.fromWkb(bytes(polygon.ExportToWkb(ogr.wkbNDR)))
            result = ogr.CreateGeometryFromWkb(bytes(geometry.orthogonalize().asWkb().data()))
            return result if result is not None and result.IsValid() and not result.IsEmpty() else polygon

        return squared
    return None


if __name__ == "__main__":
    main()
