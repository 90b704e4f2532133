# SPDX-License-Identifier: GPL-2.0-or-later
"""Optional augmentation of a recipe, off by default."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Variation(BaseModel):
    """Probabilities (0-1) of augmentation beyond that of every sample."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    old_film: float = Field(
        default=0.0, ge=0, le=1, description="probability that one date or both are degraded like old greyscale film"
    )
    coarse: float = Field(
        default=0.0, ge=0, le=1, description="probability that a crop is resampled to a coarser sensor"
    )
    coarsest: float = Field(default=2.0, gt=0, description="largest ground sample distance of that sensor, metres")
    mosaic: bool = Field(
        default=False,
        description="fill crops that extend far beyond a small tile with other tiles of its source instead of mirrored "
        "pixels; coarse crops always do",
    )
    clutter: float = Field(
        default=0.0,
        ge=0,
        le=1,
        description="probability of paving, soil and drives beside the buildings that a synthetic pair adds or removes",
    )
    recolour: float = Field(
        default=0.0,
        ge=0,
        le=1,
        description="probability that both dates are grey, or have their bands in another order",
    )
