# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong, in few types. Every message is a sentence that names the layer or file and what to do."""

from __future__ import annotations


class EngineError(Exception):
    """Base of all errors the engine raises on purpose; its text is meant for the user."""

    def __init__(self, sentence: str = "") -> None:
        # Newer GDAL reports over several lines; what quotes it stays one sentence.
        super().__init__(" ".join(sentence.split()))


class RasterError(EngineError):
    """An input raster cannot be used as it is."""


class NoDataError(RasterError):
    """No pixel that was asked for has data in every input."""


class BundleError(EngineError):
    """A model folder, its card or one of its files is not right."""


class RuntimeMissing(EngineError):
    """ONNX Runtime, or the device asked for, is not there."""


class OutputError(EngineError):
    """A result could not be written; nothing was left behind."""


class Cancelled(EngineError):
    """The user stopped the run; nothing was left behind."""
