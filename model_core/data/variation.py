# SPDX-License-Identifier: GPL-2.0-or-later
"""Which further variation a recipe asks for; none of it unless asked."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Variation(BaseModel):
    """Chances (0-1) of what augment.py and synthesis.py can do beyond their everyday variation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    old_film: float = Field(default=0.0, ge=0, le=1, description="chance that one date, or both, is old greyscale film")
    coarse: float = Field(default=0.0, ge=0, le=1, description="chance that a crop is seen by a coarser sensor")
    coarsest: float = Field(default=2.0, gt=0, description="ground sample distance of that sensor at most, metres")
    mosaic: bool = Field(
        default=False,
        description="fill crops that reach far beyond a small tile with other tiles of its source, not with mirror "
        "images; coarse crops always are",
    )
    clutter: float = Field(
        default=0.0,
        ge=0,
        le=1,
        description="chance of paving, soil and drives beside what a made pair builds or removes: no change by label",
    )
    recolour: float = Field(
        default=0.0, ge=0, le=1, description="chance that both dates are grey, or their bands stand in another order"
    )
