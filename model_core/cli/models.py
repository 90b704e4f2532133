# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `info`, and the choice of a model by its name or folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from model_core.cli import tables
from model_core.cli.command import Command
from model_core.cli.options import Json
from noise2map_qgis.engine.errors import BundleError
from noise2map_qgis.engine.model.bundle import Bundle, load_bundle
from noise2map_qgis.installed import installed_models


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(cls=Command)(info)


def info(
    model: Annotated[str | None, typer.Argument(help="A model's name or folder; default: list all models.")] = None,
    as_json: Json = False,
) -> None:
    """List the models and devices of this computer, or show the card of one model."""
    if model is None:
        bundles, problems = installed_models()
        typer.echo(json.dumps(tables.listing(bundles, problems))) if as_json else tables.show_listing(bundles, problems)
    else:
        bundle = pick_bundle(model)
        typer.echo(json.dumps(bundle.card)) if as_json else tables.show_card(bundle)


def pick_bundle(model: str | None, task: str | None = None) -> Bundle:
    """Return the bundle of that name or in that folder; without `model`, the first one for `task`.

    Raises BundleError, which names the installed models.
    """
    if model is not None and Path(model).is_dir():
        return load_bundle(Path(model))
    bundles, problems = installed_models()
    for bundle in bundles:
        if model in (None, bundle.name) and (task is None or task in bundle.tasks):
            return bundle
    wanted = f"There is no model named '{model}'" if model else "There is no model"
    doing = f" for the task '{task}'" if task else ""
    known = ", ".join(bundle.name for bundle in bundles) or "none"
    raise BundleError(
        f"{wanted}{doing} here; installed are: {known}. Give --model one of these, or the folder of a bundle."
        + "".join(f"\n{problem}" for problem in problems)
    )
