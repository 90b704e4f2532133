# SPDX-License-Identifier: GPL-2.0-or-later
"""The shapes that ONNX operators give (onnx/docs/Operators.md), for shapes that are all known numbers.

Each rule maps a `Call` to the shape of its first output, or None where it cannot be known. Operators without a rule are
not followed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Callable

from .graph import Constant, Numbers

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Call:
    """An operator with the shapes of its inputs and, where known, their numbers; None for an input that is left out or
    unknown."""

    operator: str
    shapes: tuple[Shape | None, ...]
    numbers: tuple[Numbers | None, ...]
    attributes: dict[str, Any]
    outputs: int = 1

    def shape(self, index: int) -> Shape | None:
        """Return the shape of an input."""
        return self.shapes[index] if index < len(self.shapes) else None

    def ints(self, index: int, attribute: str = "") -> list[int] | None:
        """Return an input's numbers, or else those of an attribute (its name in older versions of the operator)."""
        found: Any = self.numbers[index] if index < len(self.numbers) else None
        if found is None and attribute:
            found = self.attributes.get(attribute)
            found = [found] if isinstance(found, (int, float)) else found
        return [int(number) for number in found] if isinstance(found, (list, tuple)) else None

    def integer(self, attribute: str, default: int) -> int:
        """Return an attribute that is one integer."""
        value = self.attributes.get(attribute, default)
        return value if isinstance(value, int) else default


Rule = Callable[[Call], "Shape | None"]


def _same(call: Call) -> Shape | None:
    return call.shape(0)


def _broadcast(call: Call) -> Shape | None:
    if any(shape is None for shape in call.shapes):
        return None
    rank = max(len(shape) for shape in call.shapes if shape is not None)
    padded = [(1,) * (rank - len(shape)) + shape for shape in call.shapes if shape is not None]
    return tuple(0 if 0 in sizes else max(sizes) for sizes in zip(*padded))


def _spatial(call: Call, size: Shape, kernel: list[int]) -> Shape:
    rank = len(size)
    strides = call.attributes.get("strides") or [1] * rank
    dilations = call.attributes.get("dilations") or [1] * rank
    pads = call.attributes.get("pads") or [0] * (2 * rank)
    if call.attributes.get("auto_pad") in ("SAME_UPPER", "SAME_LOWER"):
        return tuple(-(-pixels // max(1, step)) for pixels, step in zip(size, strides))
    ceil = call.integer("ceil_mode", 0)
    found = []
    for axis, pixels in enumerate(size):
        room = pixels + pads[axis] + pads[axis + rank] - dilations[axis] * (kernel[axis] - 1) - 1
        found.append(max(0, (-(-room // strides[axis]) if ceil else room // strides[axis]) + 1))
    return tuple(found)


def _conv(call: Call) -> Shape | None:
    image, weights = call.shape(0), call.shape(1)
    if call.operator == "QLinearConv":
        weights = call.shape(3)
    if image is None or weights is None:
        return None
    return (image[0], weights[0], *_spatial(call, image[2:], list(weights[2:])))


def _conv_transpose(call: Call) -> Shape | None:
    image, weights = call.shape(0), call.shape(1)
    if image is None or weights is None:
        return None
    rank = len(image) - 2
    asked = call.attributes.get("output_shape")
    if asked:
        return (image[0], weights[1] * call.integer("group", 1), *asked[-rank:])
    ones, zeros = [1] * rank, [0] * (2 * rank)
    strides, dilations = call.attributes.get("strides") or ones, call.attributes.get("dilations") or ones
    pads, extra = call.attributes.get("pads") or zeros, call.attributes.get("output_padding") or zeros
    sides = (
        strides[k] * (image[2 + k] - 1) + extra[k] + (weights[2 + k] - 1) * dilations[k] + 1 - pads[k] - pads[k + rank]
        for k in range(rank)
    )
    return (image[0], weights[1] * call.integer("group", 1), *sides)


def _pool(call: Call) -> Shape | None:
    image, kernel = call.shape(0), call.attributes.get("kernel_shape")
    if image is None or not kernel:
        return None
    return (*image[:2], *_spatial(call, image[2:], kernel))


def _global_pool(call: Call) -> Shape | None:
    image = call.shape(0)
    return None if image is None else (*image[:2], *(1 for _ in image[2:]))


def _resize(call: Call) -> Shape | None:
    image = call.shape(0)
    if image is None:
        return None
    sizes = call.numbers[3] if len(call.numbers) > 3 else None
    if sizes:
        whole = tuple(int(size) for size in sizes)
        return whole if len(whole) == len(image) else (*image[: len(image) - len(whole)], *whole)
    place = 1 if call.operator == "Upsample" or len(call.numbers) == 2 else 2
    scales = call.numbers[place] if len(call.numbers) > place else call.attributes.get("scales")
    if not scales or any(not math.isfinite(scale) for scale in scales):
        return None
    padded = (*(1 for _ in range(len(image) - len(scales))), *scales)
    return tuple(int(size * scale) for size, scale in zip(image, padded))


def _concat(call: Call) -> Shape | None:
    shapes = [shape for shape in call.shapes if shape is not None]
    if len(shapes) < len(call.shapes) or not shapes or not shapes[0]:
        return None
    axis = call.integer("axis", 0) % len(shapes[0])
    return (*shapes[0][:axis], sum(shape[axis] for shape in shapes), *shapes[0][axis + 1 :])


def _split(call: Call) -> Shape | None:
    """Return the shape of the largest part."""
    whole = call.shape(0)
    if not whole:
        return None
    axis = call.integer("axis", 0) % len(whole)
    sizes = call.ints(1, "split") or [-(-whole[axis] // max(1, call.outputs))]
    return (*whole[:axis], max(sizes), *whole[axis + 1 :])


def _reshape(call: Call) -> Shape | None:
    source, sizes = call.shape(0), call.ints(1, "shape")
    if source is None or sizes is None:
        return None
    if not call.integer("allowzero", 0):
        sizes = [source[k] if size == 0 and k < len(source) else size for k, size in enumerate(sizes)]
    known = math.prod(size for size in sizes if size != -1)
    return tuple(math.prod(source) // max(1, known) if size == -1 else size for size in sizes)


def _transpose(call: Call) -> Shape | None:
    source = call.shape(0)
    order = call.attributes.get("perm") or (list(range(len(source)))[::-1] if source else None)
    return None if source is None or not order else tuple(source[axis] for axis in order)


def _expand(call: Call) -> Shape | None:
    source, sizes = call.shape(0), call.ints(1)
    return None if source is None or sizes is None else _broadcast(Call("", (source, tuple(sizes)), (), {}))


def _sizes_given(call: Call) -> Shape | None:
    sizes = call.ints(0, "shape")
    return None if sizes is None else tuple(sizes)


def _tile(call: Call) -> Shape | None:
    source, repeats = call.shape(0), call.ints(1)
    return None if source is None or repeats is None else tuple(size * times for size, times in zip(source, repeats))


def _pad(call: Call) -> Shape | None:
    source, pads = call.shape(0), call.ints(1, "pads")
    if source is None or pads is None:
        return None
    axes = call.ints(3) or list(range(len(source)))
    found = list(source)
    for place, axis in enumerate(axes):
        found[axis] += pads[place] + pads[place + len(axes)]
    return tuple(max(0, size) for size in found)


def _range(call: Call) -> Shape | None:
    values = [numbers[0] if numbers else None for numbers in call.numbers]
    if len(values) != 3 or None in values or not values[2]:
        return None
    start, limit, step = (float(value) for value in values if value is not None)
    return (max(0, math.ceil((limit - start) / step)),)


def _reduce(call: Call) -> Shape | None:
    source = call.shape(0)
    if source is None:
        return None
    axes = call.ints(1, "axes") or (
        [call.integer("axis", 0)] if call.operator.startswith("Arg") else range(len(source))
    )
    gone = {axis % len(source) for axis in axes} if source else set()
    if call.integer("keepdims", 1):
        return tuple(1 if axis in gone else size for axis, size in enumerate(source))
    return tuple(size for axis, size in enumerate(source) if axis not in gone)


def _unsqueeze(call: Call) -> Shape | None:
    source, axes = call.shape(0), call.ints(1, "axes")
    if source is None or axes is None:
        return None
    rank = len(source) + len(axes)
    new, rest = {axis % rank for axis in axes}, iter(source)
    return tuple(1 if axis in new else next(rest) for axis in range(rank))


def _squeeze(call: Call) -> Shape | None:
    source, axes = call.shape(0), call.ints(1, "axes")
    if source is None:
        return None
    gone = {axis % len(source) for axis in axes} if axes else {k for k, size in enumerate(source) if size == 1}
    return tuple(size for axis, size in enumerate(source) if axis not in gone)


def _slice(call: Call) -> Shape | None:
    source = call.shape(0)
    starts, ends = call.ints(1, "starts"), call.ints(2, "ends")
    if source is None or starts is None or ends is None:
        return source  # a part is never larger than the whole
    axes = call.ints(3, "axes") or list(range(len(starts)))
    steps = call.ints(4) or [1] * len(starts)
    found = list(source)
    for axis, start, end, step in zip(axes, starts, ends, steps):
        # An end far below zero stands for "to the first", which Python writes as None.
        chosen = slice(start, None if step < 0 and end < -source[axis] else end, step)
        found[axis] = len(range(*chosen.indices(source[axis])))
    return tuple(found)


def _gather(call: Call) -> Shape | None:
    source, places = call.shape(0), call.shape(1)
    if not source or places is None:
        return None
    axis = call.integer("axis", 0) % len(source)
    return (*source[:axis], *places, *source[axis + 1 :])


def _matmul(call: Call) -> Shape | None:
    a, b = call.shape(0), call.shape(3 if call.operator == "QLinearMatMul" else 1)
    if not a or not b:
        return None
    rows, cols = a[-2:-1], b[-1:] if len(b) > 1 else ()
    batch = _broadcast(Call("", (a[:-2], b[:-2]), (), {}))
    return None if batch is None else (*batch, *rows, *cols)


def _gemm(call: Call) -> Shape | None:
    a, b = call.shape(0), call.shape(3 if call.operator == "QGemm" else 1)
    if a is None or b is None or len(a) != 2 or len(b) != 2:
        return None
    return (a[1] if call.integer("transA", 0) else a[0], b[0] if call.integer("transB", 0) else b[1])


def _flatten(call: Call) -> Shape | None:
    source = call.shape(0)
    if source is None:
        return None
    axis = call.integer("axis", 1)
    return (math.prod(source[:axis]), math.prod(source[axis:]))


def _blocks(call: Call) -> Shape | None:
    image, block = call.shape(0), max(1, call.integer("blocksize", 1))
    if image is None or len(image) != 4:
        return None
    if call.operator == "DepthToSpace":
        return (image[0], image[1] // block**2, image[2] * block, image[3] * block)
    return (image[0], image[1] * block**2, image[2] // block, image[3] // block)


def _one_hot(call: Call) -> Shape | None:
    places, depth = call.shape(0), call.ints(1)
    return None if places is None or not depth else (*places, depth[0])


def _constant(call: Call) -> Shape | None:
    value = call.attributes.get("value") or call.attributes.get("sparse_value")
    if isinstance(value, Constant):
        return value.shape
    several = call.attributes.get("value_ints") or call.attributes.get("value_floats")
    return (len(several),) if several else ()


def _shape_of(call: Call) -> Shape | None:
    source = call.shape(0)
    return None if source is None else (len(source),)


def _quantised_pair(call: Call) -> Shape | None:
    # Each of the two comes with its scale and zero point.
    return _broadcast(Call("", (call.shape(0), call.shape(3)), (), {}))


def _quantised_concat(call: Call) -> Shape | None:
    return _concat(Call("Concat", call.shapes[2::3], (), call.attributes))


def _grid_sample(call: Call) -> Shape | None:
    image, grid = call.shape(0), call.shape(1)
    return None if image is None or grid is None else (*image[:2], *grid[1:-1])


def _places(call: Call) -> Shape | None:
    return call.shape(1)


def _names(words: str, rule: Rule) -> dict[str, Rule]:
    return dict.fromkeys(words.split(), rule)


RULES: dict[str, Rule] = {
    **_names(
        "Abs Acos Asin Atan BatchNormalization Cast Ceil Celu Clip Cos CumSum DequantizeLinear Dropout Elu Erf Exp "
        "Floor Gelu GroupNormalization HardSigmoid HardSwish Hardmax Identity InstanceNormalization IsNaN LRN "
        "LayerNormalization LeakyRelu Log LogSoftmax LpNormalization MeanVarianceNormalization Mish Neg Not PRelu "
        "QuantizeLinear Reciprocal Relu Round Selu Shrink Sigmoid Sign Sin Softmax Softplus Softsign Sqrt Tan Tanh "
        "ThresholdedRelu Trilu QLinearSigmoid QLinearLeakyRelu BiasGelu FastGelu QuickGelu DynamicQuantizeLinear "
        "QLinearSoftmax ScatterND ScatterElements Scatter SkipLayerNormalization",
        _same,
    ),
    **_names(
        "Add And BitShift Div Equal Greater GreaterOrEqual Less LessOrEqual Max Mean Min Mod Mul Or Pow Sub Sum Where "
        "Xor",
        _broadcast,
    ),
    **_names("Conv QLinearConv ConvInteger FusedConv", _conv),
    **_names("AveragePool MaxPool LpPool QLinearAveragePool", _pool),
    **_names("GlobalAveragePool GlobalMaxPool GlobalLpPool QLinearGlobalAveragePool", _global_pool),
    **_names("Resize Upsample", _resize),
    **_names("Squeeze", _squeeze),
    **_names(
        "ArgMax ArgMin ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceL1 ReduceL2 ReduceLogSum "
        "ReduceLogSumExp ReduceSumSquare",
        _reduce,
    ),
    **_names("MatMul MatMulInteger QLinearMatMul MatMulIntegerToFloat DynamicQuantizeMatMul", _matmul),
    **_names("QLinearAdd QLinearMul", _quantised_pair),
    **_names("Gemm QGemm", _gemm),
    **_names("DepthToSpace SpaceToDepth", _blocks),
    "ConvTranspose": _conv_transpose,
    "Concat": _concat,
    "Split": _split,
    "Reshape": _reshape,
    "Transpose": _transpose,
    "Expand": _expand,
    "ConstantOfShape": _sizes_given,
    "RandomNormal": _sizes_given,
    "RandomUniform": _sizes_given,
    "Tile": _tile,
    "Pad": _pad,
    "Range": _range,
    "Unsqueeze": _unsqueeze,
    "Slice": _slice,
    "Gather": _gather,
    "GatherElements": _places,
    "GridSample": _grid_sample,
    "QLinearConcat": _quantised_concat,
    "Flatten": _flatten,
    "OneHot": _one_hot,
    "Constant": _constant,
    "Shape": _shape_of,
}
