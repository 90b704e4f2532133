# SPDX-License-Identifier: GPL-2.0-or-later
"""The networks by name. Recipes and comparisons say `network: NAME`; this is the one list they choose from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from model_core.errors import DataError
from model_core.networks.interface import MapNetwork


def _folding(**options: Any) -> MapNetwork:
    from model_core.networks.folding import FoldingNetwork

    return FoldingNetwork(**options)


def _authors(**options: Any) -> MapNetwork:
    from model_core.networks.authors_unet import AuthorsUNet

    return AuthorsUNet(**options)


# Imported when asked for: each brings libraries that the others do without.
NETWORKS: dict[str, Callable[..., MapNetwork]] = {"folding": _folding, "noise2map-unet": _authors}


def build_network(name: str, **options: Any) -> MapNetwork:
    """A network with random weights; `load_pretrained` gives it those that come with its package.

    Raises DataError for a name that is not in NETWORKS, for options that network does not have, and where a library
    it is built from is not installed.
    """
    if name not in NETWORKS:
        raise DataError(f"There is no network '{name}'. Choose one of {', '.join(NETWORKS)}.")
    try:
        return NETWORKS[name](**options)
    except (TypeError, ValueError) as error:
        raise DataError(f"The network '{name}' can't be built with the options {options}: {error}") from error
    except ModuleNotFoundError as error:
        raise DataError(
            f"The network '{name}' is built with '{error.name}', which is not installed; "
            'run: pip install "noise2map-qgis[compare]".'
        ) from error
