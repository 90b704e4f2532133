# SPDX-License-Identifier: GPL-2.0-or-later
"""The spatial index of many polygons in a GeoPackage, packed at once.

Before 3.8 GDAL inserts polygons one by one into SQLite's R-tree, which takes twice as long as writing them. Here a tree is packed, as GDAL
does since: polygons in order of place fill its leaves, leaves their parents, and so on up to one root (Leutenegger et al., "STR: a simple
and efficient algorithm for R-tree packing", ICDE 1997). Nodes go into the three tables in which SQLite keeps an R-tree
(https://www.sqlite.org/rtree.html, "Shadow tables"; their layout is in its rtree.c). All else of the index, its declaration and triggers,
is copied from an empty GeoPackage that GDAL makes.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from osgeo import gdal, ogr

# From this version on GDAL packs the tree itself.
_PACKED_BY_GDAL = 3_08_00_00
# Up to so many polygons less than a tenth of a second is at stake.
_FEW = 5000
# A cell of a node: what it stands for (a feature or a node) and its box. A node: height of the tree (in the root), number of cells, cells.
_CELL = np.dtype([("id", ">i8"), ("left", ">f4"), ("right", ">f4"), ("bottom", ">f4"), ("top", ">f4")])
_SIDES = ("left", "right", "bottom", "top")
_HEAD = struct.Struct(">HH")
_ROOT = 1
# Characters of one SQL statement; SQLite's own limit is a million.
_STATEMENT = 400_000
_PART = 50_000


def packs_better(driver: str, count: int) -> bool:
    """Return whether `pack` indexes `count` polygons of a driver's file quicker than the GDAL installed."""
    return driver == "GPKG" and count > _FEW and int(gdal.VersionInfo("VERSION_NUM")) < _PACKED_BY_GDAL


def outward(boxes: np.ndarray) -> np.ndarray:
    """Return boxes, `(count, 4) float64`: left, right, bottom, top in the layer's CRS, as float32, none of them smaller for it."""
    single = boxes.astype(np.float32)
    for side, away in enumerate((-np.inf, np.inf) * 2):
        beyond = single[:, side] > boxes[:, side] if away < 0 else single[:, side] < boxes[:, side]
        single[beyond, side] = np.nextafter(single[beyond, side], np.float32(away))
    return single


def pack(dataset: Any, boxes: np.ndarray) -> None:
    """Index the only layer of an open GeoPackage, made with SPATIAL_INDEX=NO.

    boxes: `(count, 4) float32` of `outward`, for the features 1, 2, ... count. Raises RuntimeError if GDAL gives up or numbered the
    features differently; then the file is as before.
    """
    layer = dataset.GetLayer(0)
    numbers = f"SELECT count(*), max({_name(layer.GetFIDColumn())}) FROM {_name(layer.GetName())}"
    if set(_rows(dataset, numbers)[0]) != {len(boxes)}:
        raise RuntimeError("features are not numbered from 1 on")
    tables, triggers, extension = _declaration(layer)
    dataset.StartTransaction()
    try:
        for name, sql in tables:
            if not _rows(dataset, f"SELECT 1 FROM sqlite_master WHERE name = {_text(name)}"):
                _do(dataset, sql)
        _do(dataset, f"INSERT INTO gpkg_extensions VALUES ({', '.join(map(_text, extension))})")
        _fill(dataset, tables[-1][0], boxes)
        for _, sql in triggers:
            _do(dataset, sql)
        dataset.CommitTransaction()
    except RuntimeError:
        dataset.RollbackTransaction()
        raise


def _declaration(layer: Any) -> tuple[list[Any], list[Any], Any]:
    """Return name and SQL of the tables and of the triggers that make GDAL's index of such a layer, and its line in gpkg_extensions."""
    path = f"/vsimem/noise2map-{id(layer)}.gpkg"
    driver = ogr.GetDriverByName("GPKG")
    like = driver.CreateDataSource(path)
    try:
        like.CreateLayer(layer.GetName(), None, ogr.wkbPolygon).SyncToDisk()
        index = "SELECT name, sql FROM sqlite_master WHERE"
        tables = _rows(like, f"{index} name = 'gpkg_extensions'") + _rows(like, f"{index} sql LIKE 'CREATE VIRTUAL%'")
        triggers = _rows(like, f"{index} type = 'trigger' AND name LIKE 'rtree!_%' ESCAPE '!'")
        return tables, triggers, _rows(like, "SELECT * FROM gpkg_extensions")[0]
    finally:
        like = None
        driver.DeleteDataSource(path)


def _fill(dataset: Any, tree: str, boxes: np.ndarray) -> None:
    """Put nodes into the tables of an empty R-tree, level by level from the leaves up."""
    node, rowid, parent = (_name(f"{tree}_{part}") for part in ("node", "rowid", "parent"))
    size = int(_rows(dataset, f"SELECT length(data) FROM {node} WHERE nodeno = {_ROOT}")[0][0])
    cells = np.empty(len(boxes), _CELL)
    cells["id"] = np.arange(1, len(boxes) + 1)
    for side, values in zip(_SIDES, boxes.T):
        cells[side] = values
    _do(dataset, f"DELETE FROM {node}")
    free, height, number = _ROOT + 1, 0, np.zeros(0, np.int64)
    while not len(number) or number[0] != _ROOT:
        cells, bounds = _in_order_of_place(cells, (size - _HEAD.size) // _CELL.itemsize)
        count = len(bounds) - 1
        number = np.arange(free, free + count) if count > 1 else np.array([_ROOT])
        free += count
        blobs = (
            (_HEAD.pack(height if count == 1 else 0, end - begin) + cells[begin:end].tobytes()).ljust(size, b"\0").hex()
            for begin, end in zip(bounds, bounds[1:])
        )
        _insert(dataset, node, (f"({n},X'{blob}')" for n, blob in zip(number.tolist(), blobs)))
        # In the order of what they lead from, so that rows go to the end of a table and nowhere else.
        order = np.argsort(cells["id"])
        pairs = _pairs(cells["id"][order], np.repeat(number, np.diff(bounds))[order])
        _insert(dataset, parent if height else rowid, (f"({one},{of})" for one, of in pairs))
        above = np.empty(count, _CELL)
        above["id"] = number
        for side in _SIDES:
            values = cells[side].astype(np.float32)
            outermost = np.minimum if side in ("left", "bottom") else np.maximum
            above[side] = outermost.reduceat(values, bounds[:-1])
        cells, height = above, height + 1


def _in_order_of_place(cells: np.ndarray, capacity: int) -> tuple[np.ndarray, np.ndarray]:
    """Return cells so that neighbours follow each other, and where nodes of at most `capacity` begin and end among them."""
    nodes = -(-len(cells) // capacity)
    bounds = np.arange(nodes + 1) * len(cells) // nodes
    x, y = (np.add(cells[low], cells[high], dtype=np.float32) for low, high in (("left", "right"), ("bottom", "top")))
    from_left = np.argsort(x, kind="stable")
    # As many upright stripes as there are nodes in each, filled from the bottom to the top.
    stripe = np.searchsorted(bounds[:: math.ceil(math.sqrt(nodes))], np.arange(len(cells)), "right")
    return cells[from_left[np.lexsort((y[from_left], stripe))]], bounds


def _pairs(ones: np.ndarray, others: np.ndarray) -> Iterator[tuple[int, int]]:
    """Go through two columns, a part at a time: as Python's numbers they take eight times the room."""
    for begin in range(0, len(ones), _PART):
        part = slice(begin, begin + _PART)
        yield from zip(ones[part].tolist(), others[part].tolist())


def _insert(dataset: Any, table: str, rows: Iterable[str]) -> None:
    """Insert rows, each as SQL in brackets, in statements of no more than SQLite takes."""
    for some in _portions(rows):
        _do(dataset, f"INSERT INTO {table} VALUES {','.join(some)}")


def _portions(rows: Iterable[str]) -> Iterator[list[str]]:
    portion: list[str] = []
    length = 0
    for row in rows:
        portion.append(row)
        length += len(row) + 1
        if length > _STATEMENT:
            yield portion
            portion, length = [], 0
    if portion:
        yield portion


def _do(dataset: Any, sql: str) -> None:
    dataset.ReleaseResultSet(dataset.ExecuteSQL(sql))


def _rows(dataset: Any, sql: str) -> list[tuple[Any, ...]]:
    result = dataset.ExecuteSQL(sql)
    count = result.GetLayerDefn().GetFieldCount()
    rows = [tuple(feature.GetField(index) for index in range(count)) for feature in result]
    dataset.ReleaseResultSet(result)
    return rows


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
