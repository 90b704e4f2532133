# SPDX-License-Identifier: GPL-2.0-or-later
"""The arithmetic of shapes in an ONNX graph: numbers that operators such as Reshape, Expand, Pad and Resize take their
sizes from.

Exporters compute them by chains of Shape, Gather, Concat, Slice and arithmetic. Tensors of a few numbers are computed
with numpy.
"""

from __future__ import annotations

import math
from typing import Any, Callable

import numpy as np

from .graph import Constant, Numbers
from .shape_rules import Call, Shape

# Tensors of more numbers than this are weights or images, not sizes.
_FEW = 64

_ARITHMETIC: dict[str, Callable[..., Any]] = {
    "Add": np.add,
    "Sub": np.subtract,
    "Mul": np.multiply,
    "Max": np.maximum,
    "Min": np.minimum,
    "Pow": np.power,
    "Div": lambda a, b: a // b if a.dtype.kind == b.dtype.kind == "i" else a / b,
    "Equal": np.equal,
    "Where": np.where,
    "Floor": np.floor,
    "Ceil": np.ceil,
    "Round": np.rint,
}
_AS_IT_IS = {"Identity", "Unsqueeze", "Squeeze", "Reshape", "Flatten", "Cast"}


def numbers_of(call: Call, shape: Shape | None) -> Numbers | None:
    """Return the numbers an operator gives if those of its inputs are known and few, else None; `shape` is that of its
    output."""
    if call.operator == "Constant":
        return _constant(call.attributes)
    if call.operator == "Shape":
        whole = call.shape(0)
        return None if whole is None else whole[call.integer("start", 0) : call.attributes.get("end")]
    if shape is None or math.prod(shape) > _FEW:
        return None
    if call.operator == "ConstantOfShape":
        value = call.attributes.get("value")
        filled = value.numbers[0] if isinstance(value, Constant) and value.numbers else 0
        return (filled,) * math.prod(shape)
    arrays = []
    for numbers, size in zip(call.numbers, call.shapes):
        if numbers is None or size is None or len(numbers) != math.prod(size):
            return None
        arrays.append(
            np.array(numbers, np.int64 if all(isinstance(n, int) for n in numbers) else np.float64).reshape(size)
        )
    found = _compute(call, arrays) if arrays else None
    return None if found is None else tuple(found.ravel().tolist())


def _constant(attributes: dict[str, Any]) -> Numbers | None:
    value = attributes.get("value")
    if isinstance(value, Constant):
        return value.numbers
    for key in ("value_ints", "value_floats", "value_int", "value_float"):
        if key in attributes:
            found = attributes[key]
            return tuple(found) if isinstance(found, list) else (found,)
    return None


def _compute(call: Call, arrays: list[np.ndarray]) -> np.ndarray | None:
    operator, first = call.operator, arrays[0]
    if operator in _AS_IT_IS:
        # An int that is cast to float and back is the same; a float that is cast to int is cut.
        whole = operator == "Cast" and call.attributes.get("to") in (6, 7)
        return np.trunc(first).astype(np.int64) if whole else first
    if operator in _ARITHMETIC:
        return np.asarray(_ARITHMETIC[operator](*arrays))
    if operator == "Concat":
        return np.concatenate(arrays, axis=call.integer("axis", 0))
    if operator == "Gather":
        return np.take(first, arrays[1].astype(np.int64), axis=call.integer("axis", 0))
    if operator == "Transpose":
        return np.transpose(first, call.attributes.get("perm"))
    if operator == "ReduceProd":
        return np.asarray(np.prod(first))
    if operator == "Slice":
        return _slice(call, first)
    return None


def _slice(call: Call, source: np.ndarray) -> np.ndarray | None:
    starts, ends = call.ints(1, "starts"), call.ints(2, "ends")
    if starts is None or ends is None:
        return None
    axes = call.ints(3, "axes") or list(range(len(starts)))
    steps = call.ints(4) or [1] * len(starts)
    for axis, start, end, step in zip(axes, starts, ends, steps):
        size = source.shape[axis]
        # An end far below zero stands for "to the first", which Python writes as None.
        chosen = range(size)[slice(start, None if step < 0 and end < -size else end, step)]
        source = np.take(source, list(chosen), axis=axis)
    return source
