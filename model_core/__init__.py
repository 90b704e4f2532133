# SPDX-License-Identifier: GPL-2.0-or-later
"""Training, evaluation and export of Noise2Map networks.

The method: Shibli, Nascetti, Ban, "Noise2Map: End-to-End Diffusion Model for Semantic Segmentation and
Change Detection", IEEE TGRS 2026, doi 10.1109/TGRS.2026.3687393.
"""

import sys

if sys.version_info < (3, 10):  # noqa: UP036
    raise ImportError(
        "model_core, which holds training and the command noise2map, needs Python 3.10 or newer. The Python API "
        "(noise2map_qgis.engine) and the QGIS plugin run on this one."
    )
