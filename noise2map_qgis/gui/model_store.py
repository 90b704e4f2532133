# SPDX-License-Identifier: GPL-2.0-or-later
"""Adding and removing the user's own models. A model is a folder, or a ZIP of one: `card.json` and the files it names.

Nothing in it is run or unpickled here: the card is read, the files it names are checked against its SHA-256 sums, and
only those are copied.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path

from .. import paths
from ..engine.errors import BundleError
from ..engine.model.bundle import Bundle, load_bundle
from ..installed import installed_models
from ..translation import tr

CARD = "card.json"


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
    models = user_models_dir()
    models.mkdir(parents=True, exist_ok=True)
    # In the same file system as the models, so that the last step is a rename: all of it or nothing.
    with tempfile.TemporaryDirectory(dir=paths.user_dir(), prefix="adding-") as work:
        folder = _unzipped(place, Path(work) / "unzipped") if place.is_file() else place
        bundle = load_bundle(_card_folder(folder, place))
        files = [file for card in bundle.tasks.values() for file in card.files]
        for file in files:
            bundle.verify(file)
        _refuse_taken_name(bundle)
        copy = Path(work) / "copy"
        for path in {bundle.folder / CARD, *(part.path for file in files for part in file.parts)}:
            destination = copy / _inside(path, bundle.folder)
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, destination)
        copy.rename(models / bundle.name)
    return load_bundle(models / bundle.name)


def remove_model(bundle: Bundle) -> None:
    """Delete one of the user's own models. Raises BundleError for one that the plugin carries."""
    if not is_users(bundle):
        raise BundleError(tr("The model “{name}” comes with the plugin and stays.").format(name=bundle.name))
    shutil.rmtree(bundle.folder)


def _unzipped(archive: Path, folder: Path) -> Path:
    try:
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(folder)
    except (zipfile.BadZipFile, OSError) as error:
        raise BundleError(
            tr("{file} cannot be unpacked: {error}. Choose a ZIP of a model's folder.").format(
                file=archive, error=error
            )
        ) from error
    return folder


def _card_folder(folder: Path, place: Path) -> Path:
    """Return where the card lies: in `folder`, or in the one folder in it, as most ZIPs are made."""
    for candidate in (folder, *(entry for entry in sorted(folder.iterdir()) if entry.is_dir())):
        if (candidate / CARD).is_file():
            return candidate
    raise BundleError(
        tr("{place} is not a model: there is no {card} in it. A model needs a card that describes it.").format(
            place=place, card=CARD
        )
    )


def _refuse_taken_name(bundle: Bundle) -> None:
    known, _problems = installed_models()
    if bundle.name in {other.name for other in known} or (user_models_dir() / bundle.name).exists():
        raise BundleError(
            tr(
                "There is a model “{name}” already. Remove it first, or give the new one another id in its card."
            ).format(name=bundle.name)
        )
    if Path(bundle.name).name != bundle.name:
        raise BundleError(tr("The model's id “{name}” is not usable as a folder's name.").format(name=bundle.name))


def _inside(path: Path, folder: Path) -> Path:
    try:
        return path.resolve().relative_to(folder.resolve())
    except ValueError as error:
        raise BundleError(
            tr("The card names {file}, which lies outside the model's folder {folder}.").format(
                file=path, folder=folder
            )
        ) from error
