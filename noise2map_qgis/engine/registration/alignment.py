# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run does about misregistration before it maps change: nothing, one shift of the later date, or a field of
shifts.
"""

from __future__ import annotations

import numpy as np

from ..errors import Cancelled
from ..feedback import Feedback
from ..raster.displacement import Displacement
from ..raster.scene import Scene
from .misregistration import Misregistration, measure_misregistration

OFF, SHIFT, FIELD = "off", "shift", "field"
ALIGNMENTS = (OFF, SHIFT, FIELD)
# Below so many pixels of the grid the later date stays as it is: resampling would blur it for less than the networks
# notice.
_WORTHWHILE = 0.5


def align_later_date(scene: Scene, mode: str, feedback: Feedback) -> Misregistration | None:
    """Measure by how much the second date of a scene lies off the first, bring it back, and log what was done or why
    nothing was.

    mode: one of `ALIGNMENTS`; "field" is one shift where the images support no more. Measured on all the ground both
    dates share, so that the area of a run changes nothing. Returns the measurement, None if the mode is "off". Raises
    Cancelled.
    """
    if mode == OFF:
        return None

    def check() -> None:
        if feedback.cancelled():
            raise Cancelled("The run was cancelled; nothing was written.")

    found = measure_misregistration(scene, check)
    name = scene.layers[1].name
    displacement = choose_displacement(found, mode, scene)
    if displacement is not None:
        scene.displace(1, displacement)
        feedback.log(f"Align: {in_words(found, name)} '{name}' is {displacement}.")
    elif found.known:
        feedback.log(f"Align: {in_words(found, name)} This is less than half a pixel, so '{name}' stays where it is.")
    else:
        bent = " The alignment 'field' may follow them." if found.field is not None else ""
        feedback.warn(f"Align: {in_words(found, name)} '{name}' stays where it is.{bent}")
    return found


def choose_displacement(found: Misregistration, mode: str, scene: Scene) -> Displacement | None:
    """Return how the second date is to be brought back, or None if its shift is unknown, or too small to be worth
    resampling.
    """
    if mode == FIELD and found.field is not None:
        displacement = found.field_displacement(scene.grid.cols, scene.grid.rows)
    elif found.known:
        displacement = found.displacement()
    else:
        return None
    return displacement if np.hypot(*displacement.shift.T).max() >= _WORTHWHILE else None


def in_words(found: Misregistration, name: str) -> str:
    """Return what was measured of the layer `name` in one sentence."""
    consensus = found.consensus
    if not found.known:
        return f"By how much '{name}' lies off the earlier image cannot be told: {consensus.reason}."
    east = f"{abs(found.east_m):.2f} m {'east' if found.east_m >= 0 else 'west'}"
    north = f"{abs(found.north_m):.2f} m {'north' if found.north_m >= 0 else 'south'}"
    return (
        f"'{name}' lies {east} and {north} of the earlier image ({consensus.length:.1f} pixels, give or take "
        f"{consensus.uncertainty:.1f})."
    )
