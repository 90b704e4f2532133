# SPDX-License-Identifier: GPL-2.0-or-later
"""Adding and removing the user's own models: the engine's checks (`engine.model.adding`) and the folders of this
installation."""

from __future__ import annotations

from pathlib import Path

from .. import paths, preferences
from ..engine.errors import BundleError
from ..engine.model import adding
from ..engine.model.bundle import Bundle
from ..installed import installed_models
from ..translation import tr


def user_models_dir() -> Path:
    """Return the folder the user's own models lie in."""
    return paths.user_dir() / "models"


def is_users(bundle: Bundle) -> bool:
    """Say whether `bundle` was added by the user (and may be removed) rather than carried by the plugin."""
    return user_models_dir() in bundle.folder.parents


def add_model(place: Path) -> Bundle:
    """Check the model at `place` (a folder or a ZIP) and copy it to the user's models; return it from there.

    Raises BundleError, with nothing copied, if it is not a model, is damaged, or its name is taken.
    """
    taken = {bundle.name for bundle in installed_models()[0]}
    return adding.add_model(place, user_models_dir(), preferences.load().memory_bytes, taken)


def remove_model(bundle: Bundle) -> None:
    """Delete one of the user's own models. Raises BundleError for one that the plugin carries."""
    if not is_users(bundle):
        raise BundleError(tr("The model “{name}” comes with the plugin and stays.").format(name=bundle.name))
    adding.remove_model(bundle, user_models_dir())
