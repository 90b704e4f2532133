# SPDX-License-Identifier: GPL-2.0-or-later
"""The networks by name. Recipes and comparisons say `network: NAME`; this is the one list they choose from."""

from __future__ import annotations

import importlib
from typing import Any

from model_core.errors import DataError
from model_core.networks.interface import MapNetwork

# Where each network is: imported when asked for, as each brings libraries that the others do without.
NETWORKS = {
    "folding": ("model_core.networks.folding", "FoldingNetwork"),
    "noise2map-unet": ("model_core.networks.authors_unet", "AuthorsUNet"),
    "unet": ("model_core.networks.peer_unets", "UNet"),
    "fc-siam-diff": ("model_core.networks.peer_unets", "SiameseDifference"),
    "segformer": ("model_core.networks.peer_segformer", "SegFormer"),
}


def build_network(name: str, **options: Any) -> MapNetwork:
    """A network with random weights; `load_pretrained` gives it those that come with its package.

    Raises DataError for a name that is not in NETWORKS, for options that network does not have, and where a library
    it is built from is not installed.
    """
    if name not in NETWORKS:
        raise DataError(f"There is no network '{name}'. Choose one of {', '.join(NETWORKS)}.")
    module, kind = NETWORKS[name]
    try:
        network: type[MapNetwork] = getattr(importlib.import_module(module), kind)
    except ModuleNotFoundError as error:
        raise DataError(
            f"The network '{name}' is built with '{error.name}', which is not installed; "
            "run: pip install -e '.[train,compare]'."
        ) from error
    try:
        return network(**options)
    except (TypeError, ValueError) as error:
        raise DataError(f"The network '{name}' can't be built with the options {options}: {error}") from error
