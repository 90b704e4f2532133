# SPDX-License-Identifier: GPL-2.0-or-later
"""The networks by their names in recipes, and the function that builds them."""

from __future__ import annotations

import importlib
from typing import Any

from model_core.errors import DataError
from model_core.networks.interface import MapNetwork

# Module and class of each network, imported on demand because each needs libraries of its own.
NETWORKS = {
    "folding": ("model_core.networks.folding", "FoldingNetwork"),
    "noise2map-unet": ("model_core.networks.authors_unet", "AuthorsUNet"),
    "unet": ("model_core.networks.peer_unets", "UNet"),
    "fc-siam-diff": ("model_core.networks.peer_unets", "SiameseDifference"),
    "segformer": ("model_core.networks.peer_segformer", "SegFormer"),
}


def build_network(name: str, **options: Any) -> MapNetwork:
    """Return a network with random weights; its `load_pretrained` loads those of its package.

    Raises DataError for an unknown name, for options that the network does not have, and where a library that it needs
    is not installed.
    """
    if name not in NETWORKS:
        raise DataError(f"There is no network '{name}'. Choose one of {', '.join(NETWORKS)}.")
    module, kind = NETWORKS[name]
    try:
        network: type[MapNetwork] = getattr(importlib.import_module(module), kind)
    except ModuleNotFoundError as error:
        raise DataError(
            f"The network '{name}' needs '{error.name}', which is not installed; "
            "run: pip install -e '.[train,compare]'."
        ) from error
    try:
        return network(**options)
    except (TypeError, ValueError) as error:
        raise DataError(f"The network '{name}' can't be built with the options {options}: {error}") from error
