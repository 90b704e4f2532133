# SPDX-License-Identifier: GPL-2.0-or-later
"""Small models and small rasters, made on the spot."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnx.external_data_helper import set_external_data
from osgeo import gdal, osr

from noise2map_qgis.engine.model.bundle import Bundle, load_bundle
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.scene import Source

UTM = 32614
METRE_GRID = (600000.0, 0.5, 0.0, 3340000.0, 0.0, -0.5)


def write_graph(
    path: Path, images: int = 2, bands: int = 3, box: int = 1, output: str = "uint8", leaning: bool = False
) -> Path:
    """Write a tiny network: the mean over bands of |after - before| (or of the image), averaged over a `box` of pixels.

    Beyond the tile it sees zeros, as a convolution does, so that a missing halo shows. leaning: the box lies above and
    to the left of its pixel, and not around it, so that a turned image gets another answer.
    """
    nodes = [helper.make_node("Cast", ["image"], ["bytes"], to=TensorProto.FLOAT)]
    constants = [helper.make_tensor("scale", TensorProto.FLOAT, [], [1 / 255])]
    if images == 2:
        constants.append(helper.make_tensor("halves", TensorProto.INT64, [2], [bands, bands]))
        nodes += [
            helper.make_node("Split", ["bytes", "halves"], ["before", "after"], axis=1),
            helper.make_node("Sub", ["after", "before"], ["signed"]),
            helper.make_node("Abs", ["signed"], ["per_band"]),
        ]
    else:
        nodes.append(helper.make_node("Identity", ["bytes"], ["per_band"]))
    nodes.append(helper.make_node("ReduceMean", ["per_band"], ["mean"], axes=[1], keepdims=1))
    pads = [box - 1, box - 1, 0, 0] if leaning else [box // 2] * 4
    nodes.append(
        helper.make_node("AveragePool", ["mean"], ["smooth"], kernel_shape=[box, box], pads=pads, count_include_pad=1)
    )
    if output == "uint8":
        constants[0] = helper.make_tensor("scale", TensorProto.FLOAT, [], [254 / 255])
        nodes += [
            helper.make_node("Mul", ["smooth", "scale"], ["scaled"]),
            helper.make_node("Round", ["scaled"], ["rounded"]),
            helper.make_node("Cast", ["rounded"], ["probability"], to=TensorProto.UINT8),
        ]
        kind = TensorProto.UINT8
    else:
        nodes.append(helper.make_node("Mul", ["smooth", "scale"], ["probability"]))
        kind = TensorProto.FLOAT
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("image", TensorProto.UINT8, ["batch", images * bands, "rows", "cols"])],
        [helper.make_tensor_value_info("probability", kind, ["batch", 1, "rows", "cols"])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.save(model, path)
    return path


def put_weights_outside(path: Path, location: str = "weights.bin") -> Path:
    """Move the float constants of an ONNX file to `location`, seen from its folder; returns where they lie."""
    model = onnx.load(path)
    stored = b""
    for tensor in model.graph.initializer:
        if tensor.data_type != TensorProto.FLOAT:
            continue  # axes and sizes are needed before external data are read
        data = numpy_helper.to_array(tensor).tobytes()
        tensor.CopyFrom(TensorProto(name=tensor.name, data_type=tensor.data_type, dims=tensor.dims, raw_data=data))
        set_external_data(tensor, location, len(stored), len(data))
        tensor.ClearField("raw_data")
        stored += data
    path.write_bytes(model.SerializeToString())
    (path.parent / location).write_bytes(stored)
    return path.parent / location


def name_weights(card: dict[str, Any], task: str, weights: Path, asset: str = "weights") -> dict[str, Any]:
    """Let a card of `make_card` name the file of a task's weights."""
    card["assets"][asset] = {
        "href": f"./{weights.name}",
        "type": "application/octet-stream",
        "roles": ["mlm:weights"],
        "noise2map:sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
        "file:size": weights.stat().st_size,
    }
    for file in card["properties"]["noise2map:tasks"][task]["files"]:
        file["weights"] = asset
    return card


def make_card(files: dict[str, Path], name: str = "tiny", bands: int = 3, **task: Any) -> dict[str, Any]:
    """Return a valid card for the given tasks' files ({"change": path, "segment": path}); `task` overrides fields of
    each task.
    """
    structure = {"shape": [-1, 6, -1, -1], "dim_order": ["batch", "channel", "height", "width"], "data_type": "uint8"}
    tasks, assets = {}, {}
    for kind, path in files.items():
        tasks[kind] = {
            "images": 2 if kind == "change" else 1,
            "bands": ["red", "green", "blue"][:bands],
            "gsd": [0.3, 1.0],
            "stretch": {"percentiles": [2, 98]},
            "tile_size": 96,
            "overlap": 32,
            "classes": [{"value": 0, "name": "no change"}, {"value": 1, "name": "change"}],
            "threshold": 0.5,
            "timesteps": {"offered": [0], "default": 0},
            "files": [{"asset": f"{kind}-float32", "precision": "float32", "timestep": 0}],
            "metrics": [{"data": "none", "split": "test", "f1": 0.5}],
            **task,
        }
        assets[f"{kind}-float32"] = {
            "href": f"./{path.name}",
            "type": "application/octet-stream; framework=onnx",
            "roles": ["mlm:model"],
            "mlm:artifact_type": "onnx",
            "noise2map:sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "file:size": path.stat().st_size,
        }
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "geometry": None,
        "stac_extensions": [
            "https://stac-extensions.github.io/mlm/v1.4.0/schema.json",
            "https://noise2map.github.io/card/v1.0.0/schema.json",
        ],
        "properties": {
            "datetime": "2026-01-01T00:00:00Z",
            "title": "Tiny",
            "description": "The mean difference of two images.",
            "mlm:name": name,
            "mlm:architecture": "difference",
            "mlm:tasks": ["change-detection"],
            "mlm:framework": "ONNX",
            "mlm:framework_version": "1.23.2",
            "mlm:total_parameters": 0,
            "mlm:pretrained": False,
            "mlm:pretrained_source": None,
            "mlm:input": [{"name": "image", "bands": [], "input": structure}],
            "mlm:output": [{"name": "probability", "tasks": ["change-detection"], "result": structure}],
            "noise2map:licence": {"name": "GPL-2.0-or-later", "open": True, "note": "It has learned nothing."},
            "noise2map:citation": "None.",
            "noise2map:known_failures": ["It knows nothing of buildings."],
            "noise2map:training": [{"name": "none", "terms": "none", "use": "none", "images": 0}],
            "noise2map:tasks": tasks,
        },
        "links": [],
        "assets": assets,
    }


def make_bundle(
    folder: Path,
    tasks: tuple[str, ...] = ("change",),
    box: int = 1,
    output: str = "uint8",
    bands: int = 3,
    leaning: bool = False,
    **task: Any,
) -> Bundle:
    """Make a bundle in `folder` and load it; `task` overrides fields of its tasks' cards."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        kind: write_graph(folder / f"{kind}.onnx", 2 if kind == "change" else 1, bands, box, output, leaning)
        for kind in tasks
    }
    (folder / "card.json").write_text(json.dumps(make_card(files, folder.name, bands, **task)), encoding="utf-8")
    return load_bundle(folder)


def write_raster(
    path: Path,
    data: np.ndarray,
    geotransform: tuple[float, ...] | None = METRE_GRID,
    epsg: int | str | None = UTM,
    nodata: float | None = None,
    alpha: np.ndarray | None = None,
    mask: np.ndarray | None = None,
    driver: str = "GTiff",
    options: tuple[str, ...] = (),
) -> Path:
    """Write `(bands, rows, cols)` as a raster; `epsg` may be WKT; alpha and mask are `(rows, cols) uint8`."""
    kinds = {"uint8": 1, "uint16": 2, "int16": 3, "uint32": 4, "int32": 5, "float32": 6, "float64": 7}
    bands, rows, cols = data.shape
    with gdal_exceptions():
        memory = gdal.GetDriverByName("MEM").Create("", cols, rows, bands + (alpha is not None), kinds[data.dtype.name])
        if geotransform is not None:
            memory.SetGeoTransform(geotransform)
        if epsg is not None:
            memory.SetSpatialRef(reference(epsg))
        for number, band in enumerate(data, 1):
            memory.GetRasterBand(number).WriteRaster(0, 0, cols, rows, band.tobytes())
            if nodata is not None:
                memory.GetRasterBand(number).SetNoDataValue(nodata)
        if alpha is not None:
            memory.GetRasterBand(bands + 1).WriteRaster(0, 0, cols, rows, alpha.tobytes())
            memory.GetRasterBand(bands + 1).SetColorInterpretation(gdal.GCI_AlphaBand)
        if mask is not None:
            memory.CreateMaskBand(gdal.GMF_PER_DATASET)
            memory.GetRasterBand(1).GetMaskBand().WriteRaster(0, 0, cols, rows, mask.tobytes())
        gdal.GetDriverByName(driver).CreateCopy(str(path), memory, options=list(options))
    return path


def reference(epsg: int | str) -> osr.SpatialReference:
    """Return a CRS from an EPSG code or WKT, x first."""
    crs = osr.SpatialReference()
    if isinstance(epsg, int):
        crs.ImportFromEPSG(epsg)
    else:
        crs.ImportFromWkt(epsg)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def read_raster(path: Path) -> np.ndarray:
    """Return all bands, `(bands, rows, cols)`, as stored."""
    with gdal_exceptions():
        dataset = gdal.Open(str(path))
        kinds = {1: np.uint8, 2: np.uint16, 5: np.int32, 6: np.float32}
        data = np.frombuffer(dataset.ReadRaster(), kinds[dataset.GetRasterBand(1).DataType])
        return data.reshape(dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize)


def source(path: Path, name: str | None = None, bands: tuple[int, ...] = ()) -> Source:
    """Return a source named after its file."""
    return Source(str(path), name or path.stem, bands)


@dataclass
class Recorder:
    """A feedback that keeps what it hears, and cancels after `stop_after` tiles."""

    stop_after: int | None = None
    lines: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    total: int = 0

    def progress(self, done: int, total: int) -> None:
        self.done.append(done)
        self.total = total

    def log(self, text: str) -> None:
        self.lines.append(text)

    def warn(self, text: str) -> None:
        self.warnings.append(text)

    def cancelled(self) -> bool:
        return self.stop_after is not None and len(self.done) >= self.stop_after


def town(rows: int = 200, cols: int = 260, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Return before and after, `(3, rows, cols) uint8`: smooth ground, and in the second a few bright new blocks."""
    y, x = np.mgrid[0:rows, 0:cols]
    ground = 110 + 25 * np.sin(x / 17) + 20 * np.cos(y / 23)
    before = np.stack([ground, ground * 0.9, ground * 0.8]).astype(np.uint8)
    after = before.copy()
    generator = np.random.default_rng(seed)
    for _ in range(max(1, rows * cols // 6000)):
        height, width = generator.integers(12, 30, 2)
        top, left = generator.integers(0, max(1, rows - height)), generator.integers(0, max(1, cols - width))
        after[:, top : top + height, left : left + width] = 255
    return before, after
