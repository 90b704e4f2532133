# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings such as `sources.0.weight=0.5`, and validation of fields with an error message in one sentence."""

from __future__ import annotations

import copy
import difflib
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from model_core.errors import DataError

Model = TypeVar("Model", bound=BaseModel)


def overridden(fields: dict[str, Any], setting: str, model: type[BaseModel]) -> dict[str, Any]:
    """Return fields with one of them set: `steps=100`, `sources.0.weight=0.5`, `tasks=[change]`; values are YAML.

    An item of a list is named by its number or by its field `name`. Raises DataError where the setting is malformed or
    names nothing.
    """
    name, equals, text = setting.partition("=")
    path = name.strip().split(".")
    if not equals or not all(path):
        raise DataError(f"The setting '{setting}' should look like steps=100 or sources.0.weight=0.5.")
    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise DataError(
            f"The setting '{setting}' has a value that is not YAML; quote it, or check its brackets."
        ) from error
    if path[0] not in model.model_fields:
        raise DataError(f"The setting '{setting}' names no field: {_no_field(path[0], list(model.model_fields))}.")
    fields = copy.deepcopy(fields)
    place: Any = fields
    for part, following in zip(path, path[1:]):
        if isinstance(place, dict):
            # A field with its default value is absent from the file.
            place = place.setdefault(part, {})
        else:
            place = place[_position(place, part, setting)]
        if not isinstance(place, (dict, list)):
            raise DataError(f"The setting '{setting}' names nothing: '{part}' has no field '{following}'.")
    if isinstance(place, list):
        place[_position(place, path[-1], setting)] = value
    else:
        place[path[-1]] = value
    return fields


def validated(model: type[Model], fields: dict[str, Any], source: str) -> Model:
    """Return the typed object of fields. Raises DataError with `source`, the field and the fault."""
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        # A missing field is not in `fields`; the message names it all the same.
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
    """Return an error's path without pydantic's names of the alternatives of a union, which are not in the file."""
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
        f"The setting '{setting}' names nothing: there is no item '{part}', only {known}"
        + (f" or {', '.join(named)}." if named else ".")
    )
