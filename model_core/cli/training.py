# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands of training: `pretrain`, `train`, `export`, `schema`. Torch is imported when one of them runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from model_core.cli.command import Command
from model_core.cli.terminal import terminal
from model_core.errors import DataError

if TYPE_CHECKING:
    from rich.console import Console

    from model_core.recipes.recipe import Recipe

_BUNDLED_WEIGHTS = Path(__file__).parents[1] / "weights"
_HARDWARE = "Hardware (Lightning's options)"
_RecipeOrFolder = Annotated[
    str,
    typer.Argument(
        metavar="RECIPE|FOLDER",
        help="A recipe (a YAML file, or the name of a bundled recipe such as whu-cd), or a folder of your own tiles: "
        "A/ B/ label/ for change, image/ label/ for buildings.",
    ),
]
_Data = Annotated[
    Path | None,
    typer.Option(help="The folder that the recipe's paths are relative to. Default: the working directory, or FOLDER."),
]
_Output = Annotated[
    Path,
    typer.Option(
        "--output", "-o", help="The folder of weights, checkpoints and logs; an unfinished run in it continues."
    ),
]
_Minutes = Annotated[
    float | None,
    typer.Option(min=0.01, help="Stop after this many minutes; the learning rate decays to zero by then."),
]
_Steps = Annotated[int | None, typer.Option(min=1, help="Training steps, instead of the recipe's.")]
_Seed = Annotated[int | None, typer.Option(min=0, help="Seed, instead of the recipe's.")]
_Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="Override a field of the recipe; may be repeated: --set pairs=4 --set sources.0.weight=0.5 "
        "--set network=noise2map-unet. `noise2map schema` lists them.",
    ),
]
_Gsd = Annotated[float, typer.Option(min=0.001, help="Ground sample distance of your own tiles, metres.")]
_Accelerator = Annotated[str, typer.Option(rich_help_panel=_HARDWARE, help="auto, cpu, gpu, mps …")]
_Devices = Annotated[str, typer.Option(rich_help_panel=_HARDWARE, help="Number or list of devices: auto, 2, 0,1 …")]
_Nodes = Annotated[int, typer.Option(rich_help_panel=_HARDWARE, min=1, help="Number of machines.")]
_Strategy = Annotated[str, typer.Option(rich_help_panel=_HARDWARE, help="auto, ddp, fsdp …")]
_Precision = Annotated[
    str, typer.Option(rich_help_panel=_HARDWARE, help="bf16-mixed, 16-mixed (GPUs without bfloat16), 32-true …")
]
_Timesteps = Annotated[
    str | None,
    typer.Option(
        metavar="0,300,600",
        help="Timesteps to offer beside the chosen one, for folding networks; '' for none. Default: every 200th.",
    ),
]
_Json = Annotated[bool, typer.Option("--json", help="Print the results as one JSON object.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command(cls=Command)(pretrain)
    app.command(cls=Command)(train)
    app.command(name="export", cls=Command)(export_bundle)
    app.command(cls=Command)(add_timesteps)
    app.command(cls=Command)(schema)


def pretrain(
    recipe: _RecipeOrFolder,
    output: _Output,
    data: _Data = None,
    minutes: _Minutes = None,
    steps: _Steps = None,
    seed: _Seed = None,
    settings: _Set = None,
    gsd: _Gsd = 0.5,
    accelerator: _Accelerator = "auto",
    devices: _Devices = "auto",
    nodes: _Nodes = 1,
    strategy: _Strategy = "auto",
    precision: _Precision = "auto",
    as_json: _Json = False,
) -> None:
    """Pre-train a network by denoising images, without their labels.

    Continue with `noise2map train --start OUTPUT/weights.safetensors`.

    Example: noise2map pretrain noise2map-lite --data DATA -o runs/pre --minutes 30
    """
    shorter = [f"pretrain_steps={steps}"] if steps is not None else []
    # An error in the recipe is reported before torch is imported, which takes seconds.
    chosen, root = _recipe(recipe, data, gsd, [*(settings or []), *shorter, *_seeded(seed)])
    from model_core.cli.training_tables import facts_of
    from model_core.training.pretrain import pretrain as run

    with _terminal() as (console, bar):
        console.print(f"Pre-training {chosen.name} on {root}")
        weights = run(
            chosen,
            root,
            output,
            minutes,
            **_hardware(accelerator, devices, nodes, strategy, precision),
            callbacks=[bar],
        )
    _tell(facts_of(weights), as_json)


def train(
    recipe: _RecipeOrFolder,
    output: _Output,
    data: _Data = None,
    start: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|NAME",
            help="Initial weights (safetensors), or the name of a bundled model whose weights to start from, such as "
            "noise2map-lite. Default: those that come with the network.",
        ),
    ] = None,
    minutes: _Minutes = None,
    steps: _Steps = None,
    seed: _Seed = None,
    settings: _Set = None,
    every: Annotated[int, typer.Option(min=1, help="Steps between validations.")] = 500,
    gsd: _Gsd = 0.5,
    accelerator: _Accelerator = "auto",
    devices: _Devices = "auto",
    nodes: _Nodes = 1,
    strategy: _Strategy = "auto",
    precision: _Precision = "auto",
    bundle: Annotated[bool, typer.Option(help="Export a bundle after training.")] = True,
    as_json: _Json = False,
) -> None:
    """Train change, buildings or both with structured noise, then export a bundle for inference.

    The bundle is OUTPUT/bundle: add it in QGIS under Settings ▸ Options ▸ Noise2Map, or pass it as --model.
    Ctrl-C stops after the current step, and the same command continues from there.

    Examples:

    noise2map train my/tiles -o runs/mine --minutes 30

    noise2map train my/tiles -o runs/mine --start noise2map-lite --minutes 10

    noise2map train whu-cd-folding --data WHU-CD -o runs/whu --set seed=1
    """
    # Steps replace epochs too.
    shorter = [f"steps={steps}", "epochs=null"] if steps is not None else []
    chosen, root = _recipe(recipe, data, gsd, [*(settings or []), *shorter, *_seeded(seed)])
    weights_file = first_weights(start)
    from lightning.pytorch.utilities import rank_zero_only

    from model_core.training.data_checks import require_held_out
    from model_core.training.train import train as run

    if bundle or chosen.patience is not None:
        require_held_out(chosen, root)
    with _terminal() as (console, bar):
        console.print(f"Training {chosen.name} on {root}")
        hardware = _hardware(accelerator, devices, nodes, strategy, precision)
        weights = run(chosen, root, output, weights_file, minutes, every, **hardware, callbacks=[bar])
        # Lightning runs this command once per device; the first process exports.
        rank_zero_only(_finish)(weights, root, bundle, as_json, console)


def first_weights(start: str | None) -> Path | None:
    """Return the file of `--start`: a path, or the weights of a bundled model; None for None.

    Raises DataError, which names the bundled models, for anything else.
    """
    if start is None or Path(start).is_file():
        return None if start is None else Path(start)
    bundled = {path.stem: path for path in _BUNDLED_WEIGHTS.glob("*.safetensors")}
    if start not in bundled:
        known = ", ".join(sorted(bundled)) or "none"
        raise DataError(f"There is no file '{start}', and no bundled model of that name. Bundled weights: {known}.")
    return bundled[start]


def _finish(weights: Path, data: Path, bundle: bool, as_json: bool, console: Console) -> None:
    """Export the bundle if requested, and print the results."""
    from model_core.cli.training_tables import facts_of, facts_of_bundle
    from model_core.export.export import export

    facts = facts_of(weights)
    if bundle:
        console.print("Choosing timestep and threshold on validation tiles")
        facts |= facts_of_bundle(export(weights.parent, data, weights.parent / "bundle", lambda line: None))
    _tell(facts, as_json)


def export_bundle(
    run: Annotated[Path, typer.Argument(help="The output folder of `train`.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder of the bundle.")],
    data: Annotated[Path, typer.Option(help="The folder that the recipe's paths are relative to.")],
    float16: Annotated[bool, typer.Option("--float16", help="Add float16 files, for GPUs.")] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Add files with the timestep as an input, for tools that explain maps."),
    ] = False,
    timesteps: _Timesteps = None,
    as_json: _Json = False,
) -> None:
    """Export a bundle from a finished run: choose timestep and threshold on validation tiles, write ONNX, evaluate."""
    from model_core.cli.training_tables import facts_of_bundle
    from model_core.export.export import export

    with _terminal() as (console, _):
        card = export(
            run,
            data,
            output,
            lambda line: console.print(line, style="dim", soft_wrap=True),
            float16=float16,
            explain=explain,
            timesteps=_timesteps(timesteps),
        )
    _tell(facts_of_bundle(card), as_json)


def add_timesteps(
    bundle: Annotated[Path, typer.Argument(help="The folder of the bundle; its card is written again.")],
    run: Annotated[
        Path | None, typer.Option(help="The output folder of `train` that the bundle was exported from.")
    ] = None,
    recipe: Annotated[str | None, typer.Option(help="Instead of --run: the recipe, and with --weights ...")] = None,
    weights: Annotated[Path | None, typer.Option(help="... the weights that `export` wrote (safetensors).")] = None,
    timesteps: _Timesteps = None,
) -> None:
    """Let a bundle offer more timesteps, in a file of some kilobytes for each.

    Example: noise2map add-timesteps runs/mine/bundle --run runs/mine
    """
    from model_core.diffusion.forward_process import schedules_named
    from model_core.export.timesteps import add_timesteps as add
    from model_core.networks.registry import build_network
    from model_core.training.train import RECIPE, WEIGHTS, load_weights

    if run is not None:
        recipe, weights = str(run / RECIPE), run / WEIGHTS
    if recipe is None or weights is None:
        raise typer.BadParameter("give --run, or --recipe and --weights")
    chosen, _ = _recipe(recipe, None, 0.5, [])
    net = build_network(chosen.network, **chosen.network_settings())
    load_weights(net, weights)
    with _terminal() as (console, _bar):
        add(
            bundle,
            net.eval(),
            schedules_named(chosen.schedules()),
            _timesteps(timesteps),
            lambda line: console.print(line, style="dim", soft_wrap=True),
        )


def _timesteps(text: str | None) -> tuple[int, ...]:
    """Return the timesteps of an option; not given, every 200th."""
    from model_core.export.timesteps import EVERY_200

    if text is None:
        return EVERY_200
    try:
        return tuple(int(part) for part in text.split(",") if part.strip())
    except ValueError:
        raise typer.BadParameter(f"timesteps are numbers such as 0,300,600, not '{text}'") from None


def schema(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file. Default: print.")] = None,
) -> None:
    """Print the JSON schema of recipe files: every field with its type, default and meaning.

    Editors complete and check recipes with it if the first line is `# yaml-language-server:
    $schema=recipe.schema.json`.
    """
    from model_core.recipes.schema import schema_text

    if output is None:
        typer.echo(schema_text(), nl=False)
    else:
        try:
            output.write_text(schema_text(), encoding="utf-8")
        except OSError as error:
            raise DataError(f"'{output}' can't be written: {error.strerror}.") from error


def _recipe(name: str, data: Path | None, gsd: float, settings: list[str]) -> tuple[Recipe, Path]:
    """Return the recipe of a folder, file or name with settings, and the folder that its paths are relative to."""
    from model_core.recipes.recipe import load_recipe, recipe_for_folder, with_settings
    from model_core.recipes.schema import bundled_recipes

    path, bundled = Path(name), bundled_recipes()
    if path.is_dir():
        return with_settings(recipe_for_folder(path, gsd), settings), path
    if not path.exists() and name not in bundled:
        raise DataError(f"There is no recipe or folder '{name}'. The bundled recipes are {', '.join(bundled)}.")
    recipe, root = load_recipe(path if path.exists() else bundled[name], settings), data or Path()
    if not root.is_dir():
        raise DataError(f"The data folder '{root}' does not exist; set --data.")
    return recipe, root


@contextmanager
def _terminal() -> Iterator[tuple[Console, Any]]:
    """Yield the console on stderr and the progress bar of a run, without the logs of other libraries."""
    from model_core.cli.training_progress import TrainingProgressBar, logs_on

    console = terminal(stderr=True)
    with logs_on(console):
        bar = TrainingProgressBar(console)
        try:
            yield console, bar
        finally:
            bar.stop()


def _seeded(seed: int | None) -> list[str]:
    return [f"seed={seed}"] if seed is not None else []


def _hardware(accelerator: str, devices: str, nodes: int, strategy: str, precision: str) -> dict[str, Any]:
    """Return arguments of Lightning's Trainer."""
    return {
        "accelerator": accelerator,
        "devices": devices,
        "num_nodes": nodes,
        "strategy": strategy,
        "precision": precision,
        # TrainingProgressBar replaces it, because it includes --minutes.
        "enable_progress_bar": False,
    }


def _tell(facts: dict[str, Any], as_json: bool) -> None:
    from model_core.cli.training_tables import show_facts

    if as_json:
        typer.echo(json.dumps(facts))
    else:
        show_facts(facts)
