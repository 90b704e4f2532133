# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields by their dotted names: `sources.0.weight=0.5` on a command line, and what is wrong with one, in a sentence."""

from __future__ import annotations

import copy
import difflib
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from model_core.errors import DataError

Model = TypeVar("Model", bound=BaseModel)


def overridden(fields: dict[str, Any], setting: str, model: type[BaseModel]) -> dict[str, Any]:
    """Fields with one of them set: `steps=100`, `sources.0.weight=0.5`, `tasks=[change]`; values are read as YAML.

    An item of a list goes by its number or by its own field `name`. Raises DataError where the setting is no such
    pair or leads nowhere.
    """
    name, equals, text = setting.partition("=")
    path = name.strip().split(".")
    if not equals or not all(path):
        raise DataError(f"The setting '{setting}' should look like steps=100 or sources.0.weight=0.5.")
    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise DataError(
            f"The setting '{setting}' has a value that can't be read; quote it, or mind its brackets."
        ) from error
    if path[0] not in model.model_fields:
        raise DataError(f"The setting '{setting}' names no field: {_no_field(path[0], list(model.model_fields))}.")
    fields = copy.deepcopy(fields)
    place: Any = fields
    for part, following in zip(path, path[1:]):
        if isinstance(place, dict):
            # A field that the recipe leaves at its default is not written in it.
            place = place.setdefault(part, {})
        else:
            place = place[_position(place, part, setting)]
        if not isinstance(place, (dict, list)):
            raise DataError(f"The setting '{setting}' leads nowhere: '{part}' has no field '{following}'.")
    if isinstance(place, list):
        place[_position(place, path[-1], setting)] = value
    else:
        place[path[-1]] = value
    return fields


def validated(model: type[Model], fields: dict[str, Any], source: str) -> Model:
    """The typed object of these fields. Raises DataError: `source`, the field, and what it should be."""
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        # A field that is missing is not there to be found, but named all the same.
        missing = [str(first["loc"][-1])] if first["type"] == "missing" else []
        where = ".".join(_written(first["loc"], fields) + missing)
        if first["type"] == "extra_forbidden":
            unknown = str(first["loc"][-1])
            known = list(model.model_fields) if len(first["loc"]) == 1 else []
            raise DataError(f"{source} is wrong at '{where}': {_no_field(unknown, known)}.") from error
        if first["type"] == "missing":
            raise DataError(f"{source} is wrong at '{where}': this field is missing.") from error
        given = f", not {first['input']!r}" if isinstance(first["input"], (str, int, float)) else ""
        message = first["msg"].removeprefix("Value error, ").rstrip(".")
        raise DataError(f"{source} is wrong at '{where}': {message}{given}.") from error


def _written(path: tuple[int | str, ...], fields: Any) -> list[str]:
    """An error's path without the parts that name a choice of types, which nobody wrote."""
    kept: list[str] = []
    place = fields
    for part in path:
        try:
            place = place[part]
            kept.append(str(part))
        except (KeyError, IndexError, TypeError):
            continue
    return kept


def _no_field(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, 1)
    return f"there is no field '{name}'" + (f"; did you mean '{close[0]}'" if close else "")


def _position(items: list[Any], part: str, setting: str) -> int:
    names = [item.get("name") if isinstance(item, dict) else None for item in items]
    if part in names:
        return names.index(part)
    if part.isdecimal() and int(part) < len(items):
        return int(part)
    known = f"0 to {len(items) - 1}" if items else "none"
    named = [name for name in names if name]
    raise DataError(
        f"The setting '{setting}' leads nowhere: there is no item '{part}', only {known}"
        + (f" or {', '.join(named)}." if named else ".")
    )
