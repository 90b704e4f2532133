# SPDX-License-Identifier: GPL-2.0-or-later
"""What an exported ONNX file says of itself.

Read are the graph's inputs and outputs, its last operators, and the metadata that Deepness documents for models of
QGIS: model_type, class_names, resolution (centimetres a pixel), tile_size or tiles_size, tiles_overlap (percent),
seg_thresh, standardization_mean and standardization_std.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from ...errors import BundleError
from ..adapter import Adapter
from ..integrity import check_file, check_graph
from ..onnx_file.check import memory_needed, output_shape
from ..onnx_file.graph import Node, OnnxModel, Port, read_onnx
from .draft import DEFAULT_TILE, Draft, weights_beside

# A dimension of up to so many is taken for channels, a larger one for pixels.
_MOST_CHANNELS = 32
_USUAL_BANDS = {1: ("grey",), 3: ("red", "green", "blue"), 4: ("red", "green", "blue", "near infrared")}
# Operators that move numbers and do not change them, between the last layer and the output.
_MOVES = {"Identity", "Cast", "Transpose", "Reshape", "Squeeze", "Unsqueeze", "Slice", "Concat", "Resize", "Flatten"}
_LAST = {"Sigmoid": "none", "HardSigmoid": "none", "Softmax": "none", "ArgMax": "class"}


def describe_onnx(path: Path) -> Draft:
    """Read an ONNX file; raises BundleError, which says why it is none that the engine can run."""
    check_file(path, path.stem)
    check_graph(path, weights_beside(path), path.stem)
    model = read_onnx(path)
    metadata = {key: _value(value) for key, value in model.metadata.items()}
    kind = str(metadata.get("model_type", "Segmentor"))
    if kind.lower() not in ("segmentor", "segmentation"):
        raise BundleError(
            f"{path} is a {kind}, says its metadata; only networks that answer every pixel (Segmentor) can be added."
        )
    ports = _image_ports(path, model.graph.ports)
    layout, channels, size = _layout(path, ports[0])
    side = _side(metadata, size)
    if size is not None and min(size) < 96:
        raise BundleError(f"{path} takes tiles of {size[1]} x {size[0]} pixels, fewer than the 96 that are needed.")
    shapes = {port.name: _shape(port, layout, channels, size or (side, side)) for port in ports}
    output, given = _output(path, model, shapes)
    output_layout, count = _output_layout(path, given, layout)
    activation = _activation(model, output.name, count)
    names = _class_names(metadata, count)
    standard = {key: _numbers(metadata.get(f"standardization_{key}")) for key in ("mean", "std")}
    adapter = Adapter(
        inputs=tuple(port.name for port in ports),
        output=output.name,
        layout=layout,
        type=ports[0].type_name,
        scale=1.0 if ports[0].type_name == "uint8" else 255.0,
        mean=standard["mean"],
        std=standard["std"],
        size=size,
        batch=_fixed_batch(ports[0]),
        output_layout=output_layout,
        activation=activation,
    )
    total = channels * len(ports)
    task = "change" if len(ports) == 2 else _task(total, "model_type" in metadata)
    images = 2 if task == "change" else 1
    known = ports[0].type_name == "uint8" or bool(standard["mean"] or "model_type" in metadata)
    return Draft(
        path=path,
        name=re.sub(r"[^a-zA-Z0-9_.-]+", "-", path.stem).strip("-._") or "model",
        task=task,
        bands=_USUAL_BANDS.get(total // images, ()) if task else (),
        channels=total,
        gsd=_gsd(metadata),
        scale=adapter.scale if known else None,
        channel=0 if count == 1 and activation != "class" else 1 if count <= 2 and len(names) <= 2 else None,
        adapter=adapter,
        classes=names,
        tile_size=side,
        overlap=_overlap(metadata, side),
        threshold=min(1.0, max(0.0, float(_number(metadata.get("seg_thresh")) or 0.5))),
        licence=str(metadata.get("license", metadata.get("licence", ""))),
        notes=_notes(path, model, shapes, activation, count),
    )


def _image_ports(path: Path, ports: tuple[Port, ...]) -> tuple[Port, ...]:
    if len(ports) not in (1, 2) or any(port.shape is None or len(port.shape) != 4 for port in ports):
        told = ", ".join(f"{port.name} {list(port.shape or ())}" for port in ports) or "none"
        raise BundleError(
            f"{path} takes {told}; a network for images takes one input of four dimensions (tiles, bands, rows, "
            f"columns), or two, one a date. Export it so."
        )
    if len({(port.type, port.shape and port.shape[1:]) for port in ports}) > 1:
        raise BundleError(f"The two inputs of {path} differ in type or shape; both dates must be given alike.")
    if ports[0].type_name not in ("uint8", "float32", "float16"):
        raise BundleError(f"{path} takes {ports[0].type_name}; export it with an input of float32, float16 or uint8.")
    return ports


def _layout(path: Path, port: Port) -> tuple[str, int, tuple[int, int] | None]:
    """Return layout, channels, and rows and columns where they are fixed."""
    _, second, third, fourth = port.shape or ()
    for layout, channels, sides in (("NCHW", second, (third, fourth)), ("NHWC", fourth, (second, third))):
        if isinstance(channels, int) and 0 < channels <= _MOST_CHANNELS:
            rows, cols = (side if isinstance(side, int) and side > 0 else None for side in sides)
            return layout, channels, (rows, cols) if rows and cols else None
    raise BundleError(f"{path} does not say how many bands its input '{port.name}' has; export it with a fixed number.")


def _shape(port: Port, layout: str, channels: int, size: tuple[int, int]) -> tuple[int, ...]:
    return (_fixed_batch(port) or 1, *((channels, *size) if layout == "NCHW" else (*size, channels)))


def _fixed_batch(port: Port) -> int | None:
    first = (port.shape or (None,))[0]
    return first if isinstance(first, int) and 0 < first <= 64 else None


def _output(path: Path, model: OnnxModel, shapes: dict[str, tuple[int, ...]]) -> tuple[Port, tuple[int, ...]]:
    """Return the first output that is a map of the tile, and its shape."""
    sides = {size for shape in shapes.values() for size in shape if size > _MOST_CHANNELS}
    told = []
    for port in model.graph.outputs:
        try:
            given = output_shape(model, shapes, port.name)
        except ValueError as error:
            raise BundleError(f"{path} cannot be added: {error}.") from error
        if given is not None and len(given) in (3, 4) and sum(size in sides for size in given) >= 2:
            return port, given
        told.append(f"{port.name} {list(given or ())}")
    raise BundleError(
        f"{path} gives {', '.join(told) or 'nothing'}; it must give a map with as many rows and columns as its tile. "
        f"Networks that give boxes, classes of whole images or smaller maps cannot be added."
    )


def _output_layout(path: Path, given: tuple[int, ...], layout: str) -> tuple[str, int]:
    if len(given) == 3:
        return "NHW", 1
    if layout == "NHWC" and given[3] <= _MOST_CHANNELS * 8:
        return "NHWC", given[3]
    if given[1] <= _MOST_CHANNELS * 8:
        return "NCHW", given[1]
    return "NHWC", given[3]


def _activation(model: OnnxModel, name: str, count: int) -> str:
    """Follow the output back to the last operator that makes numbers: it tells probability from logits and class."""
    makers: dict[str, Node] = {given: node for node in model.graph.nodes for given in node.outputs}
    for _ in range(64):
        node = makers.get(name)
        if node is None:
            break
        if node.operator in _LAST:
            return _LAST[node.operator]
        if node.operator not in _MOVES or not node.inputs:
            break
        name = node.inputs[0]
    return "sigmoid" if count == 1 else "softmax"


def _task(channels: int, from_deepness: bool) -> str | None:
    if from_deepness or channels in (1, 3, 4):
        return "segment"
    return None


def _side(metadata: dict[str, Any], size: tuple[int, int] | None) -> int:
    wanted = min(size) if size else int(_number(metadata.get("tile_size", metadata.get("tiles_size"))) or DEFAULT_TILE)
    return max(96, min(4096, wanted) // 32 * 32)


def _overlap(metadata: dict[str, Any], side: int) -> int:
    percent = _number(metadata.get("tiles_overlap"))
    return int(side * (12.5 if percent is None else min(50.0, max(0.0, percent))) / 200) * 2


def _gsd(metadata: dict[str, Any]) -> tuple[float, float] | None:
    centimetres = _number(metadata.get("resolution"))
    if centimetres is None or not 0 < centimetres < 1e6:
        return None
    return (centimetres / 100, centimetres / 100)


def _class_names(metadata: dict[str, Any], count: int) -> tuple[str, ...]:
    told = metadata.get("class_names")
    if not isinstance(told, (dict, list)):
        return () if count <= 2 else tuple(f"class {k}" for k in range(count))
    pairs = told.items() if isinstance(told, dict) else enumerate(told)
    names = {int(key): str(value) for key, value in pairs if str(key).isdigit() and int(key) < 1024}
    return tuple(names.get(k, f"class {k}") for k in range(max([count - 1, *names]) + 1))


def _notes(
    path: Path, model: OnnxModel, shapes: dict[str, tuple[int, ...]], activation: str, count: int
) -> tuple[str, ...]:
    try:
        needed = memory_needed(model, shapes)
    except ValueError as error:
        raise BundleError(f"{path} cannot be added: {error}.") from error
    meaning = {
        "none": "Its last operator gives probabilities.",
        "sigmoid": "Its last operator gives logits, of which a sigmoid makes probabilities.",
        "softmax": f"Its last operator gives logits of {count} classes, of which a softmax makes probabilities.",
        "class": "It gives the number of a class for each pixel, so probability is 0 or 1.",
    }
    return meaning[activation], f"It needs about {needed / 1e6:,.0f} MB of memory for one tile."


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _number(value: Any) -> float | None:
    usable = isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e12
    return float(value) if usable else None


def _numbers(value: Any) -> tuple[float, ...]:
    found = [_number(one) for one in value] if isinstance(value, list) else []
    return tuple(one for one in found if one is not None) if None not in found else ()
