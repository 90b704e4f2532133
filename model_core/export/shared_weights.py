# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights of several ONNX files in one file beside them, every distinct tensor once.

Change and buildings are two heads on one backbone, so nearly all the weights of their files are the same bytes. They become ONNX's
external data (onnx/docs/ExternalData.md): any ONNX Runtime finds them when it opens a file by its path.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import onnx
from onnx.external_data_helper import set_external_data

# Bytes from which on a tensor is worth an entry elsewhere. (Axes and shapes are far smaller, and must stay: ONNX Runtime needs them
# before it reads external data.)
_SMALLEST = 1024
# Every tensor begins at a multiple of this many bytes: a processor's cache line, and the longest vector it loads.
_ALIGNMENT = 64


def share_weights(files: Sequence[Path], weights: Path) -> None:
    """Move the large initializers of `files` into `weights`, in place; all of them lie in one folder.

    Nothing of the computation changes. Files that hold no external data yet are expected, as the writers leave them.
    """
    if any(file.parent != weights.parent for file in files):
        raise ValueError(f"external data lie in the folder of their ONNX files, {weights} does not")
    models = [onnx.load(file, load_external_data=False) for file in files]
    stored = bytearray()
    offsets: dict[bytes, int] = {}
    for model in models:
        for tensor in model.graph.initializer:
            data = tensor.raw_data
            if len(data) < _SMALLEST:
                continue
            if data not in offsets:
                stored.extend(bytes(-len(stored) % _ALIGNMENT))
                offsets[data] = len(stored)
                stored.extend(data)
            set_external_data(tensor, weights.name, offsets[data], len(data))
            tensor.ClearField("raw_data")
    weights.write_bytes(stored)
    for file, model in zip(files, models):
        onnx.save(model, file)
        onnx.checker.check_model(str(file))
