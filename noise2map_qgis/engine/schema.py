# SPDX-License-Identifier: GPL-2.0-or-later
"""A check of JSON against the part of JSON Schema (2020-12) that `card.schema.json` uses.

QGIS carries no schema library and the plugin asks its users for none, so the card's schema is read by these few lines: the
schema stays the one place that says what a card is. A keyword that is not known here is an error, never ignored.
"""

from __future__ import annotations

import re
from typing import Any, Callable, Iterator

_SILENT = {"$schema", "$id", "$defs", "title", "description"}
_TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "integer": lambda value: (isinstance(value, int) and not isinstance(value, bool))
    or (isinstance(value, float) and value.is_integer()),
}


def problems(value: Any, schema: dict[str, Any]) -> list[str]:
    """Return what is wrong with `value`, one phrase a fault with the field's path; an empty list if it is valid."""
    return list(_check(value, schema, schema, ""))


def _check(value: Any, schema: dict[str, Any], root: dict[str, Any], field: str) -> Iterator[str]:
    for keyword, rule in schema.items():
        if keyword in _SILENT:
            continue
        if keyword not in _KEYWORDS:
            raise NotImplementedError(f"JSON Schema keyword {keyword!r} is not read by {__name__}")
        yield from _KEYWORDS[keyword](value, rule, schema, root, field)


def _type(value, rule, schema, root, field):
    names = [rule] if isinstance(rule, str) else rule
    if not any(_TYPES[name](value) for name in names):
        yield f"{_name(field)} must be {_listed(names)}, not {_shown(value)}"


def _enum(value, rule, schema, root, field):
    if not any(_equal(value, allowed) for allowed in rule):
        yield f"{_name(field)} must be {_listed([_shown(allowed) for allowed in rule])}, not {_shown(value)}"


def _const(value, rule, schema, root, field):
    return _enum(value, [rule], schema, root, field)


def _bound(words: str, holds: Callable[[float, float], bool]):
    def check(value, rule, schema, root, field):
        if _TYPES["number"](value) and not holds(value, rule):
            yield f"{_name(field)} must be {words} {rule}, not {_shown(value)}"

    return check


def _size(kind: str, words: str, holds: Callable[[int, int], bool]):
    def check(value, rule, schema, root, field):
        if _TYPES[kind](value) and not holds(len(value), rule):
            yield f"{_name(field)} must have {words.format(rule)}"

    return check


def _pattern(value, rule, schema, root, field):
    if isinstance(value, str) and not re.search(rule, value):
        yield f"{_name(field)} must match the pattern {rule}, which {_shown(value)} does not"


def _required(value, rule, schema, root, field):
    if isinstance(value, dict):
        for key in rule:
            if key not in value:
                yield f"{_name(_join(field, key))} is missing"


def _properties(value, rule, schema, root, field):
    if isinstance(value, dict):
        for key, part in rule.items():
            if key in value:
                yield from _check(value[key], part, root, _join(field, key))


def _additional(value, rule, schema, root, field):
    if isinstance(value, dict):
        for key in value:
            if key in schema.get("properties", {}):
                continue
            if rule is False:
                yield f"{_name(_join(field, key))} is not a field of a card"
            else:
                yield from _check(value[key], rule, root, _join(field, key))


def _items(value, rule, schema, root, field):
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _check(part, rule, root, f"{field}[{index}]")


def _contains(value, rule, schema, root, field):
    if isinstance(value, list) and all(any(_check(part, rule, root, field)) for part in value):
        yield f"{_name(field)} must hold {rule.get('const') or rule.get('pattern')}"


def _all_of(value, rule, schema, root, field):
    for part in rule:
        yield from _check(value, part, root, field)


def _ref(value, rule, schema, root, field):
    part = root
    for key in rule[2:].split("/"):
        part = part[key]
    yield from _check(value, part, root, field)


_KEYWORDS: dict[str, Callable[..., Iterator[str]]] = {
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


def _join(field: str, key: str) -> str:
    return f"{field}.{key}" if field else key


def _name(field: str) -> str:
    return f"the field {field}" if field else "the card"


def _listed(names: list[str]) -> str:
    return " or ".join(names)


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
