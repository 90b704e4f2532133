# SPDX-License-Identifier: GPL-2.0-or-later
"""The weights of several ONNX files in one file beside them, every distinct tensor once.

Change and buildings are two heads on one backbone, so nearly all weights of their files are equal. They become external
data (onnx/docs/ExternalData.md), which every ONNX Runtime finds when it opens a file by its path.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import onnx
from onnx.external_data_helper import set_external_data

# Smallest tensor that is moved, bytes. Axes and shapes are smaller and must stay, because ONNX Runtime needs them
# before it reads external data.
_SMALLEST = 1024
# Alignment of tensors in bytes: a cache line, and the longest vector that a processor loads.
_ALIGNMENT = 64


def share_weights(files: Sequence[Path], weights: Path) -> None:
    """Move the large initializers of `files` into `weights`, in place; all are in one folder.

    The computation does not change. The files must not have external data yet.
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
