# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `add-model`: a model from a folder, a ZIP or an ONNX file that was exported elsewhere."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from model_core.cli.command import Command
from noise2map_qgis import paths, preferences
from noise2map_qgis.installed import installed_models

_LIST = "Numbers separated by commas."


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("add-model", cls=Command)(add_model)


def add_model(
    place: Annotated[Path, typer.Argument(help="A model's folder or ZIP, or an .onnx file.")],
    name: Annotated[str | None, typer.Option(help="Name of the model. Default: the file's.")] = None,
    task: Annotated[Literal["change", "segment"] | None, typer.Option(help="Two dates, or one image.")] = None,
    bands: Annotated[str | None, typer.Option(metavar="red,green,blue", help="Bands of one date, in order.")] = None,
    gsd: Annotated[str | None, typer.Option(metavar="0.3,1", help="Finest and coarsest pixel size, in metres.")] = None,
    scale: Annotated[float | None, typer.Option(min=0, help="Pixel values 0-255 are divided by this number.")] = None,
    mean: Annotated[str | None, typer.Option(help=f"Subtracted from each band after that. {_LIST}")] = None,
    std: Annotated[str | None, typer.Option(help=f"Each band is divided by it after that. {_LIST}")] = None,
    activation: Annotated[
        Literal["none", "sigmoid", "softmax", "class"] | None,
        typer.Option(help="What makes probability of the output. Default: told by its last operator."),
    ] = None,
    channel: Annotated[int | None, typer.Option(min=0, help="Channel or number of the class to map.")] = None,
    threshold: Annotated[
        float | None, typer.Option(min=0, max=1, help="Probability from which a pixel counts.")
    ] = None,
    tile_size: Annotated[int | None, typer.Option(min=96, help="Pixels, a multiple of 32.")] = None,
    licence: Annotated[str | None, typer.Option(help="Licence of the weights, as its author states it.")] = None,
) -> None:
    """Check a model and add it to the models of this computer.

    The options after PLACE describe an .onnx file; what they leave out is read from the file. Nothing is added if
    something is neither in the file nor given.
    """
    from noise2map_qgis.engine.model.adding import add_model as add
    from noise2map_qgis.engine.model.exported.add import add_onnx
    from noise2map_qgis.engine.model.exported.describe import describe_onnx

    models, memory = paths.user_dir() / "models", preferences.load().memory_bytes
    taken = {bundle.name for bundle in installed_models()[0]}
    if place.suffix.lower() != ".onnx":
        bundle = add(place, models, memory, taken)
    else:
        draft = describe_onnx(place)
        numbers = {"mean": mean, "std": std}
        adapter: dict[str, Any] = {key: _numbers(text, key) for key, text in numbers.items() if text is not None}
        adapter |= {} if activation is None else {"activation": activation}
        given: dict[str, Any] = {
            "name": name,
            "task": task,
            "bands": None if bands is None else tuple(part.strip() for part in bands.split(",")),
            "gsd": None if gsd is None else _range(gsd),
            "scale": scale,
            "channel": channel,
            "threshold": threshold,
            "tile_size": tile_size,
            "licence": licence,
        }
        given = {key: value for key, value in given.items() if value is not None}
        draft = dataclasses.replace(draft, **given, adapter=dataclasses.replace(draft.adapter, **adapter))
        for note in draft.notes:
            typer.echo(note, err=True)
        bundle = add_onnx(draft, models, memory, taken)
    typer.echo(f"Added '{bundle.name}' ({', '.join(bundle.tasks)}): {bundle.folder}")


def _numbers(text: str, name: str) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in text.split(","))
    except ValueError:
        raise typer.BadParameter(f"--{name} takes numbers such as 0.485,0.456,0.406, not '{text}'") from None


def _range(text: str) -> tuple[float, float]:
    numbers = _numbers(text, "gsd")
    if len(numbers) not in (1, 2):
        raise typer.BadParameter(f"--gsd takes one number or two, such as 0.3,1, not '{text}'")
    return numbers[0], numbers[-1]
