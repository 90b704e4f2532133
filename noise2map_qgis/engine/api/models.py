# SPDX-License-Identifier: GPL-2.0-or-later
"""A model by its name or its folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Union

from ..errors import BundleError
from ..model.bundle import CARD, Bundle, find_bundles, load_bundle
from ..model.folders import model_folders

PathLike = Union[str, "os.PathLike[str]"]


def load_model(name_or_folder: PathLike, folders: Iterable[PathLike] | None = None) -> Bundle:
    """Return the model of a name, such as "noise2map-lite", or the model in a folder that holds a ``card.json``.

    folders: where to look for a name, each a folder with one sub-folder a model. None: the folders that this
    installation names (see `model.folders.model_folders`), which hold the bundled models and the user's own. A folder
    is tried before a name. No model file is opened; ONNX Runtime is not needed. Raises BundleError if there is no such
    model or its card is not valid.
    """
    folder = Path(name_or_folder)
    if (folder / CARD).is_file():
        return load_bundle(folder)
    searched = model_folders() if folders is None else tuple(Path(one) for one in folders)
    bundles, problems = find_bundles(searched)
    for bundle in bundles:
        if bundle.name == str(name_or_folder):
            return bundle
    known = ", ".join(bundle.name for bundle in bundles) or "none"
    places = ", ".join(map(str, searched)) or (
        "no folder (this is a source tree that is not installed: 'pip install .' names the bundled models)"
    )
    raise BundleError(
        f"There is no model named '{name_or_folder}', and no folder of that path with a {CARD}. Models found: {known}. "
        f"Searched: {places}. Give one of these names, a model's folder, or folders=[...]. {' '.join(problems)}"
    )
