# SPDX-License-Identifier: GPL-2.0-or-later
"""Gaps of a mosaic: where no image of a VRT lies, so that GDAL reads zeros there that nobody measured."""

from __future__ import annotations

import os
from typing import Any

import numpy as np
from osgeo import gdal

# xmin, ymin, xmax, ymax in pixels.
Rectangle = tuple[float, float, float, float]

_SOURCES = {"SimpleSource", "ComplexSource", "AveragedSource", "KernelFilteredSource", "NoDataFromMaskSource"}
# Mosaics of mosaics are followed so deep.
_DEPTH = 4
# Gaps between more rectangles than this are not looked for, but taken to exist.
_MANY = 4000

# What `gdal.ParseXMLString` returns: [kind, name or text, *children].
_Node = list[Any]
_ELEMENT, _TEXT = 0, 1


def find_gaps(dataset: Any, band: int) -> tuple[Rectangle, ...] | None:
    """Return the rectangles that the images of a mosaic cover in one band, whole pixels; None if that is everything.

    None, too, for whatever is no mosaic of images (a VRT that warps or computes covers everything).
    """
    cols, rows = dataset.RasterXSize, dataset.RasterYSize
    covered = _covered(dataset, band, _DEPTH)
    if covered is None:
        return None
    whole = set()
    for left, top, right, bottom in covered:
        part = (max(0, round(left)), max(0, round(top)), min(cols, round(right)), min(rows, round(bottom)))
        if part[0] < part[2] and part[1] < part[3]:
            whole.add(part)
    if (0, 0, cols, rows) in whole or (len(whole) <= _MANY and _without_gap(sorted(whole), cols, rows)):
        return None
    return tuple(sorted(whole))


def _covered(dataset: Any, band: int, depth: int) -> list[Rectangle] | None:
    """Return the rectangles, or None if all is covered."""
    if dataset.GetDriver().ShortName != "VRT":
        return None
    texts = dataset.GetMetadata_List("xml:VRT") or []
    if not texts:
        return None
    root = gdal.ParseXMLString(texts[0])
    if root is None or _attribute(root, "subClass"):
        return None
    described = list(_children(root, "VRTRasterBand"))
    if not 1 <= band <= len(described) or _attribute(described[band - 1], "subClass"):
        return None
    folder = os.path.dirname(dataset.GetDescription())
    covered: list[Rectangle] = []
    for node in described[band - 1][2:]:
        if node[0] != _ELEMENT or node[1] not in _SOURCES:
            continue
        placed = _placed(node, folder, depth)
        if placed is None:
            return None
        covered += placed
    return covered


def _placed(node: _Node, folder: str, depth: int) -> list[Rectangle] | None:
    """Return the rectangles that one source of a VRT's band covers; None if it covers the whole band."""
    target, origin = _rectangle(node, "DstRect"), _rectangle(node, "SrcRect")
    if target is None:
        return None
    if origin is None:
        return [target]
    properties = _child(node, "SourceProperties")
    if properties is not None:
        size = _attribute(properties, "RasterXSize"), _attribute(properties, "RasterYSize")
        if size[0] and size[1]:
            target = _mapped((0.0, 0.0, float(size[0]), float(size[1])), origin, target)
    name = _child(node, "SourceFilename")
    path = _text(name) if name is not None else ""
    if depth == 0 or not (path.lower().endswith(".vrt") or path.lstrip().startswith("<VRTDataset")):
        return [target]
    if name is not None and _attribute(name, "relativeToVRT") == "1":
        path = os.path.join(folder, path)
    number = _child(node, "SourceBand")
    text = _text(number) if number is not None else "1"
    if not text.isdigit():
        return [target]
    try:
        inner = gdal.OpenEx(path, gdal.OF_RASTER)
    except RuntimeError:  # reading the pixels says so
        inner = None
    parts = None if inner is None else _covered(inner, int(text), depth - 1)
    return [target] if parts is None else [_mapped(part, origin, target) for part in parts]


def _mapped(part: Rectangle, origin: Rectangle, target: Rectangle) -> Rectangle:
    """Return the place in the VRT of a part of a source, cut to what the VRT shows of it."""
    scale_x = (target[2] - target[0]) / (origin[2] - origin[0])
    scale_y = (target[3] - target[1]) / (origin[3] - origin[1])
    left, right = (target[0] + (min(max(x, origin[0]), origin[2]) - origin[0]) * scale_x for x in (part[0], part[2]))
    top, bottom = (target[1] + (min(max(y, origin[1]), origin[3]) - origin[1]) * scale_y for y in (part[1], part[3]))
    return left, top, right, bottom


def _without_gap(parts: list[tuple[int, int, int, int]], cols: int, rows: int) -> bool:
    """Return whether rectangles cover a whole raster, by filling the cells between all their edges."""
    xs = np.unique([0, cols, *(x for part in parts for x in (part[0], part[2]))])
    ys = np.unique([0, rows, *(y for part in parts for y in (part[1], part[3]))])
    filled = np.zeros((len(ys) - 1, len(xs) - 1), bool)
    for left, top, right, bottom in parts:
        col, row = np.searchsorted(xs, (left, right)), np.searchsorted(ys, (top, bottom))
        filled[row[0] : row[1], col[0] : col[1]] = True
    return bool(filled.all())


def _rectangle(node: _Node, name: str) -> Rectangle | None:
    found = _child(node, name)
    if found is None:
        return None
    x, y, width, height = (float(_attribute(found, key) or 0) for key in ("xOff", "yOff", "xSize", "ySize"))
    return (x, y, x + width, y + height) if width > 0 and height > 0 else None


def _children(node: _Node, name: str) -> list[_Node]:
    return [child for child in node[2:] if child[0] == _ELEMENT and child[1] == name]


def _child(node: _Node, name: str) -> _Node | None:
    return next(iter(_children(node, name)), None)


def _attribute(node: _Node, name: str) -> str:
    for child in node[2:]:
        if child[0] == gdal.CXT_Attribute and child[1] == name:
            return str(child[2][1])
    return ""


def _text(node: _Node) -> str:
    return "".join(str(child[1]) for child in node[2:] if child[0] == _TEXT)
