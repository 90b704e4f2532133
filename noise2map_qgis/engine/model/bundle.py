# SPDX-License-Identifier: GPL-2.0-or-later
"""A model bundle: one folder with a card (`card.json`, a STAC Item) and the files it names: ONNX files, and weights
that several share.

Reading a card needs neither GDAL nor ONNX Runtime and opens no model file, so that dialogs list models at once. A
file's SHA-256 is checked by `Bundle.verify` just before a session opens it. Nothing here is ever unpickled or executed.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, Callable

from ..errors import BundleError
from . import schema
from .adapter import Adapter
from .integrity import check_graph, check_hash

CARD = "card.json"
# The largest card, in bytes; the bundled ones have 30,000.
LARGEST_CARD = 1 << 20
# Names that Windows keeps for devices.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
# Old names of a task's fields, and the names they have now.
RENAMED_FIELDS = {"peak": "high_threshold"}
SCHEMA_FILE = Path(__file__).with_name("card.schema.json")


@dataclass(frozen=True)
class Licence:
    """The terms of the weights; `open` is False as soon as one training image was not openly licensed."""

    name: str
    open: bool
    note: str


@dataclass(frozen=True)
class Stored:
    """A file of a bundle: where it lies, and its SHA-256 (lower-case hex)."""

    path: Path
    sha256: str


@dataclass(frozen=True)
class ModelFile(Stored):
    """One ONNX file: "float32", "float16" or "int8", the timestep folded into it, and the file of its weights if they
    are not in it."""

    precision: str
    timestep: int
    weights: Stored | None = None
    task: str = ""
    vectors: Stored | None = None

    @property
    def parts(self) -> tuple[Stored, ...]:
        """The files that a session needs: this one and, where it has them, those of its weights and its vectors."""
        return (self, *(part for part in (self.weights, self.vectors) if part is not None))


@dataclass(frozen=True)
class TaskCard:
    """How one task of a model is run; see `card.schema.json` for the meaning of each field.

    gsd: finest and coarsest ground sample distance in metres; percentiles: 0-100; tile_size, overlap: pixels;
    threshold, high_threshold: 0-1.
    """

    images: int
    bands: tuple[str, ...]
    gsd: tuple[float, float]
    percentiles: tuple[float, float]
    tile_size: int
    overlap: int
    classes: tuple[tuple[int, str], ...]
    threshold: float
    timesteps: tuple[int, ...]
    default_timestep: int
    files: tuple[ModelFile, ...]
    metrics: tuple[dict[str, Any], ...] = ()
    views: int = 1
    high_threshold: float = 0.0
    vectors: Stored | None = None
    adapter: Adapter | None = None

    def high_threshold_for(self, threshold: float | None) -> float:
        """Return the peak that goes with a threshold: the card's with the card's own (None is that), else none, which
        is 0."""
        return self.high_threshold if threshold in (None, self.threshold) else 0.0

    def file(self, timestep: int, precision: str) -> ModelFile | None:
        """Return the file of this timestep and precision, or None if the model has none.

        Of a timestep that the vectors give, it is the float32 file of the default timestep with the vectors.
        """
        for file in self.files:
            if (file.timestep, file.precision) == (timestep, precision):
                return file
        if precision != "float32" or self.vectors is None or timestep not in self.timesteps:
            return None
        base = self.file(self.default_timestep, precision)
        return None if base is None else replace(base, timestep=timestep, vectors=self.vectors)


@dataclass(frozen=True)
class Bundle:
    """A model as its card describes it; `tasks` maps "change" and/or "segment" to a `TaskCard`.

    deprecations: a sentence for each field of the card that has a new name.
    """

    name: str
    folder: Path
    title: str
    description: str
    licence: Licence
    citation: str
    training: tuple[dict[str, Any], ...]
    known_failures: tuple[str, ...]
    tasks: dict[str, TaskCard]
    card: dict[str, Any] = field(repr=False)
    deprecations: tuple[str, ...] = ()

    def verify(self, file: ModelFile) -> None:
        """Compare a file and its weights with the SHA-256 of the card, and the files it reads with those that the card
        names for it.

        Raises BundleError if anything differs or is gone, or if the file uses operators that are not allowed.
        """
        for part in file.parts:
            check_hash(part.path, part.sha256, self.name)
        check_graph(file.path, (part.path for part in file.parts), self.name)


def find_bundles(folders: Iterable[Path]) -> tuple[list[Bundle], list[str]]:
    """Read every model in the sub-folders of `folders`: the good ones, and a sentence for each that cannot be used.

    A folder that does not exist holds no models. Of two models with one name the first found is kept.
    """
    bundles: dict[str, Bundle] = {}
    problems = []
    for folder in folders:
        for card in sorted(Path(folder).glob(f"*/{CARD}")):
            try:
                bundle = load_bundle(card.parent)
            except BundleError as error:
                problems.append(str(error))
                continue
            if bundle.name in bundles:
                problems.append(
                    f"The model in {card.parent} is left out: {bundles[bundle.name].folder} already holds one named "
                    f"'{bundle.name}'. Give one of them another id in its card."
                )
            else:
                bundles[bundle.name] = bundle
    return list(bundles.values()), problems


def load_bundle(folder: Path) -> Bundle:
    """Read and check the card in `folder`; raises BundleError, which names the card's file and the wrong field."""
    path = Path(folder) / CARD
    card = _read(path)
    faults = schema.problems(card, _card_schema())
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise BundleError(
            f"The model card {path} is not valid: {faults[0]}{more}. Correct the card or install the model again."
        )
    if _inside(card["id"]) != card["id"]:
        raise BundleError(
            f"The model card {path} is not valid: its id '{card['id']}' is not usable as a folder's name."
        )
    properties = card["properties"]
    licence = properties["noise2map:licence"]
    return Bundle(
        name=card["id"],
        folder=Path(folder),
        title=properties["title"],
        description=properties["description"],
        licence=Licence(licence["name"], licence["open"], licence["note"]),
        citation=properties["noise2map:citation"],
        training=tuple(properties["noise2map:training"]),
        known_failures=tuple(properties["noise2map:known_failures"]),
        tasks={name: _task(path, name, task, card["assets"]) for name, task in properties["noise2map:tasks"].items()},
        card=card,
        deprecations=_deprecations(path, properties["noise2map:tasks"]),
    )


def _deprecations(path: Path, tasks: dict[str, Any]) -> tuple[str, ...]:
    """Return a sentence for each old field name; it is read until 0.3.0."""
    return tuple(
        f"The model card {path} names its field '{old}' of the task '{name}' as 0.1.0 did; rename it to '{new}'."
        for name, task in tasks.items()
        for old, new in RENAMED_FIELDS.items()
        if old in task
    )


def _read(path: Path) -> Any:
    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is not a JSON number")

    def finite(text: str) -> float:
        if not math.isfinite(float(text)):
            refuse(text)
        return float(text)

    try:
        if not path.is_file() and path.exists():
            raise ValueError("it is not a regular file")
        with open(path, "rb") as stream:
            data = stream.read(LARGEST_CARD + 1)
        if len(data) > LARGEST_CARD:
            raise ValueError(f"it has more than {LARGEST_CARD:,} bytes")
        return json.loads(data.decode("utf-8"), parse_constant=refuse, parse_float=finite)
    except OSError as error:
        raise BundleError(
            f"The model card {path} cannot be read ({error.strerror}); choose a folder that holds a {CARD}."
        ) from error
    except (ValueError, RecursionError) as error:
        raise BundleError(
            f"The model card {path} is not valid JSON ({error}); correct it or install the model again."
        ) from error


@lru_cache(maxsize=1)
def _card_schema() -> dict[str, Any]:
    return json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def _task(path: Path, name: str, task: dict[str, Any], assets: dict[str, Any]) -> TaskCard:
    """Build one task's card, checking what a schema cannot say: how fields agree with one another."""

    def wrong(what: str) -> BundleError:
        return BundleError(
            f"The model card {path} is not valid: in the task '{name}', {what}. Correct the card or install the model "
            f"again."
        )

    low, high = task["gsd"]
    if low > high:
        raise wrong(f"gsd must run from the finest to the coarsest, not [{low}, {high}]")
    first, last = task["stretch"]["percentiles"]
    if first >= last:
        raise wrong(f"stretch.percentiles must rise, not [{first}, {last}]")
    if 2 * task["overlap"] > task["tile_size"]:
        raise wrong(f"overlap must be at most half of tile_size, not {task['overlap']} of {task['tile_size']}")
    offered, default = task["timesteps"]["offered"], task["timesteps"]["default"]
    if default not in offered:
        raise wrong(f"timesteps.default is {default}, which timesteps.offered does not hold")

    _check_adapter(task, wrong)

    def stored(key: str) -> Stored:
        asset = assets.get(key)
        if asset is None:
            raise wrong(f"files names the asset '{key}', which the card does not have")
        if "noise2map:sha256" not in asset:
            raise wrong(f"the asset '{key}' has no noise2map:sha256")
        inside = _inside(asset["href"])
        if inside is None:
            raise wrong(f"the asset '{key}' lies outside the model's folder or has no usable name ({asset['href']!r})")
        if inside == CARD:
            raise wrong(f"the asset '{key}' is the card itself")
        return Stored(path.parent / inside, asset["noise2map:sha256"].split(":")[-1])

    files = []
    for file in task["files"]:
        graph = stored(file["asset"])
        weights = stored(file["weights"]) if "weights" in file else None
        files.append(ModelFile(graph.path, graph.sha256, file["precision"], int(file["timestep"]), weights, name))
    vectors = stored(task["timesteps"]["vectors"]) if "vectors" in task["timesteps"] else None
    if vectors and not any((file.timestep, file.precision) == (default, "float32") for file in files):
        raise wrong(f"timesteps.vectors need a float32 file of the default timestep {default}")
    for timestep in offered:
        if vectors is None and not any(file.timestep == timestep for file in files):
            raise wrong(f"the timestep {timestep} is offered but no file has it")

    return TaskCard(
        images=int(task["images"]),
        bands=tuple(task["bands"]),
        gsd=(float(low), float(high)),
        percentiles=(float(first), float(last)),
        tile_size=int(task["tile_size"]),
        overlap=int(task["overlap"]),
        classes=tuple((int(item["value"]), item["name"]) for item in task["classes"]),
        threshold=float(task["threshold"]),
        timesteps=tuple(int(timestep) for timestep in offered),
        default_timestep=int(default),
        files=tuple(files),
        metrics=tuple(task["metrics"]),
        views=int(task.get("views", 1)),
        high_threshold=float(task.get("high_threshold", task.get("peak", 0.0))),
        vectors=vectors,
        adapter=Adapter.from_card(task["adapter"]) if "adapter" in task else None,
    )


def _check_adapter(task: dict[str, Any], wrong: Callable[[str], BundleError]) -> None:
    adapter = task.get("adapter")
    if adapter is None:
        return
    if len(adapter["inputs"]) not in (1, task["images"]):
        raise wrong(f"adapter.inputs must be one name or {int(task['images'])}, one a date")
    for name in ("mean", "std"):
        if adapter.get(name) and len(adapter[name]) not in (1, len(task["bands"])):
            raise wrong(f"adapter.{name} must have one number or one a band, not {len(adapter[name])}")
    if "size" in adapter and max(adapter["size"]) < task["tile_size"]:
        raise wrong(f"tile_size must be at most adapter.size, not {task['tile_size']}")


def _inside(href: str) -> str | None:
    """Return `href` as a path below the model's folder, or None if it leads out of it, is an address, or is not usable
    as a name."""
    parts = PurePosixPath(href).parts
    if not parts or ".." in parts or href.startswith(("/", "~")) or "\\" in href or ":" in href:
        return None
    if any(part.endswith((".", " ")) or _RESERVED.fullmatch(part) or not part.isprintable() for part in parts):
        return None
    return str(PurePosixPath(*parts))
