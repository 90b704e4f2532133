# SPDX-License-Identifier: GPL-2.0-or-later
"""A check of JSON against the part of JSON Schema (2020-12) that `card.schema.json` uses.

QGIS carries no schema library and the plugin asks its users for none, so the card's schema is read by these few lines:
the schema stays the one place that says what a card is. A keyword that is not known here is an error, never ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Callable

_SILENT = {"$schema", "$id", "$defs", "title", "description"}
_TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "integer": lambda value: (
        (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, float) and value.is_integer())
    ),
}


@dataclass(frozen=True)
class At:
    """Where the check is: the path of the field, the schema it is held against, and the whole schema."""

    field: str
    schema: dict[str, Any]
    root: dict[str, Any]

    def inside(self, key: str | int) -> At:
        """Return the place of a member."""
        path = f"{self.field}[{key}]" if isinstance(key, int) else f"{self.field}.{key}".lstrip(".")
        return replace(self, field=path)

    def name(self, key: str | None = None) -> str:
        """Return what to call the place, or a member of it, in a sentence."""
        field = self.field if key is None else self.inside(key).field
        return f"the field {field}" if field else "the card"


Found = Iterator[str]
Keyword = Callable[[Any, Any, At], Found]


def problems(value: Any, schema: dict[str, Any]) -> list[str]:
    """Return what is wrong with `value`, one phrase a fault with the field's path; an empty list if it is valid."""
    return list(_check(value, schema, At("", schema, schema)))


def _check(value: Any, schema: dict[str, Any], at: At) -> Found:
    at = replace(at, schema=schema)
    for keyword, rule in schema.items():
        if keyword in _SILENT:
            continue
        if keyword not in _KEYWORDS:
            raise NotImplementedError(f"JSON Schema keyword {keyword!r} is not read by {__name__}")
        yield from _KEYWORDS[keyword](value, rule, at)


def _type(value: Any, rule: Any, at: At) -> Found:
    names = [rule] if isinstance(rule, str) else rule
    if not any(_TYPES[name](value) for name in names):
        yield f"{at.name()} must be {_listed(names)}, not {_shown(value)}"


def _enum(value: Any, rule: Any, at: At) -> Found:
    if not any(_equal(value, allowed) for allowed in rule):
        yield f"{at.name()} must be {_listed([_shown(allowed) for allowed in rule])}, not {_shown(value)}"


def _const(value: Any, rule: Any, at: At) -> Found:
    return _enum(value, [rule], at)


def _bound(words: str, holds: Callable[[float, float], bool]) -> Keyword:
    def check(value: Any, rule: Any, at: At) -> Found:
        if _TYPES["number"](value) and not holds(value, rule):
            yield f"{at.name()} must be {words} {rule}, not {_shown(value)}"

    return check


def _size(kind: str, words: str, holds: Callable[[int, int], bool]) -> Keyword:
    def check(value: Any, rule: Any, at: At) -> Found:
        if _TYPES[kind](value) and not holds(len(value), rule):
            yield f"{at.name()} must have {words.format(rule)}"

    return check


def _pattern(value: Any, rule: Any, at: At) -> Found:
    # "$" is the very end in JSON Schema; in Python it also stands before a line's end.
    exact = rule[:-1] + r"\Z" if rule.endswith("$") else rule
    if isinstance(value, str) and not re.search(exact, value):
        yield f"{at.name()} must match the pattern {rule}, which {_shown(value)} does not"


def _required(value: Any, rule: Any, at: At) -> Found:
    if isinstance(value, dict):
        for key in rule:
            if key not in value:
                yield f"{at.name(key)} is missing"


def _properties(value: Any, rule: Any, at: At) -> Found:
    if isinstance(value, dict):
        for key, part in rule.items():
            if key in value:
                yield from _check(value[key], part, at.inside(key))


def _additional(value: Any, rule: Any, at: At) -> Found:
    if isinstance(value, dict):
        for key in value:
            if key in at.schema.get("properties", {}):
                continue
            if rule is False:
                yield f"{at.name(key)} is not a field of a card"
            else:
                yield from _check(value[key], rule, at.inside(key))


def _items(value: Any, rule: Any, at: At) -> Found:
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _check(part, rule, at.inside(index))


def _contains(value: Any, rule: Any, at: At) -> Found:
    if isinstance(value, list) and all(any(_check(part, rule, at)) for part in value):
        yield f"{at.name()} must hold {rule.get('const') or rule.get('pattern')}"


def _all_of(value: Any, rule: Any, at: At) -> Found:
    for part in rule:
        yield from _check(value, part, at)


def _ref(value: Any, rule: Any, at: At) -> Found:
    part = at.root
    for key in rule[2:].split("/"):
        part = part[key]
    yield from _check(value, part, at)


_KEYWORDS: dict[str, Keyword] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "minimum": _bound("at least", lambda value, rule: value >= rule),
    "maximum": _bound("at most", lambda value, rule: value <= rule),
    "exclusiveMinimum": _bound("more than", lambda value, rule: value > rule),
    "multipleOf": _bound("a multiple of", lambda value, rule: value % rule == 0),
    "minItems": _size("array", "at least {} item(s)", lambda size, rule: size >= rule),
    "maxItems": _size("array", "at most {} item(s)", lambda size, rule: size <= rule),
    "minLength": _size("string", "at least {} character(s)", lambda size, rule: size >= rule),
    "maxLength": _size("string", "at most {} character(s)", lambda size, rule: size <= rule),
    "minProperties": _size("object", "at least {} field(s)", lambda size, rule: size >= rule),
    "pattern": _pattern,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "contains": _contains,
    "allOf": _all_of,
    "$ref": _ref,
}


def _equal(a: Any, b: Any) -> bool:
    # Python takes True for 1; JSON does not.
    return isinstance(a, bool) == isinstance(b, bool) and a == b


def _listed(names: list[str]) -> str:
    return " or ".join(names)


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
