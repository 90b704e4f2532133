# SPDX-License-Identifier: GPL-2.0-or-later
"""The options of a run, the same for files and arrays; each has the meaning of the field of `Job` of its name."""

from __future__ import annotations

import os
from typing import Any, TypedDict, Union

from ..feedback import Feedback, LoggingFeedback
from ..model.bundle import Bundle
from .models import load_model

PathLike = Union[str, "os.PathLike[str]"]


class RunOptions(TypedDict, total=False):
    """How a model runs; what is left out is as the model's card says.

    threshold: 0-1, from which a pixel is positive. high_threshold: 0-1, which one pixel of a connected component must
    reach. min_area: square metres; smaller components are dropped. shape: "exact", "simplified" or "regular". simplify:
    metres an outline may move by. stretch: "auto", "percentile" or "none". timestep: one the card offers. device:
    "auto", "CPU", "CUDA", "DirectML", "CoreML" or "OpenVINO". tile_size: pixels, a multiple of 32. overlap: pixels.
    views: 1, 2, 4 or 8 (test-time augmentation). threads: 0 lets ONNX Runtime decide. align: "off", "shift" or "field",
    what is done if the later image lies off the earlier one (docs/registration.md).
    """

    threshold: float | None
    high_threshold: float | None
    min_area: float
    shape: str
    simplify: float
    stretch: str
    timestep: int | None
    device: str
    tile_size: int | None
    overlap: int | None
    views: int | None
    threads: int
    align: str


NAMES = tuple(RunOptions.__annotations__)


def checked(function: str, options: dict[str, Any]) -> dict[str, Any]:
    """Return the options; raises TypeError for a name that is none, as Python does for an unknown argument, with those
    there are.
    """
    unknown = [name for name in options if name not in NAMES]
    if unknown:
        raise TypeError(f"{function}() has no option '{unknown[0]}'; the options are {', '.join(NAMES)}.")
    return options


def bundle_of(model: Bundle | PathLike) -> Bundle:
    """Return the model itself, or the one of a name or in a folder."""
    return model if isinstance(model, Bundle) else load_model(model)


def feedback_or_log(feedback: Feedback | None) -> Feedback:
    """Return the feedback given, else one that logs."""
    return LoggingFeedback() if feedback is None else feedback
