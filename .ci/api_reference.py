#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes docs/api.md from the docstrings of the engine's public names; `--check` only says whether it is up to date."""

from __future__ import annotations

import dataclasses
import inspect
import sys
import typing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "api.md"
sys.path.insert(0, str(ROOT))

OPENING = """# API reference

Made from the docstrings by `.ci/api_reference.py`; edit those. Everything here is imported
from `noise2map_qgis.engine`.
[python.md](python.md) shows how the parts are used together.
"""


def page() -> str:
    """The whole page."""
    from noise2map_qgis import engine

    values = {name: getattr(engine, name) for name in engine.EXPORTS}
    functions = [name for name, value in values.items() if not inspect.isclass(value)]
    classes = [name for name in values if name not in functions]
    contents = "\n".join(
        f"{title}: {', '.join(f'[{name}](#{name.lower()})' for name in names)}\n"
        for title, names in (("Functions", functions), ("Classes", classes))
    )
    parts = [OPENING, contents]
    parts += [_function(name, values[name], "##") for name in functions]
    parts += [_class(name, values[name]) for name in classes]
    return "\n".join(parts)


def _function(name: str, function: Any, heading: str, prefix: str = "") -> str:
    return f"{heading} {name}\n\n{_signature(prefix + name, function)}\n{_prose(function)}"


def _signature(name: str, function: Any) -> str:
    """The call as one would write it, a parameter a line where it is long."""
    parameters, keyword_only = [], False
    signature = inspect.signature(function)
    for parameter in signature.parameters.values():
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is parameter.VAR_POSITIONAL:
            keyword_only = True
        elif parameter.kind is parameter.KEYWORD_ONLY and not keyword_only:
            parameters.append("*")
            keyword_only = True
        parameters.append(_parameter(parameter))
    returns = "" if signature.return_annotation is signature.empty else f" -> {signature.return_annotation}"
    line = f"{name}({', '.join(parameters)}){returns}"
    if len(line) > 100:
        line = f"{name}(\n" + "".join(f"    {parameter},\n" for parameter in parameters) + f"){returns}"
    return f"```python\n{line}\n```\n"


def _parameter(parameter: inspect.Parameter) -> str:
    """A parameter as it is written in the source, where annotations are text."""
    stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    annotation = "" if parameter.annotation is parameter.empty else f": {parameter.annotation}"
    default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
    return f"{stars}{parameter.name}{annotation}{default}"


def _class(name: str, kind: Any) -> str:
    parts = [f"## {name}\n\n{_prose(kind)}"]
    if typing.is_typeddict(kind):
        return parts[0] + "\nKeys: " + ", ".join(f"`{key}`" for key in kind.__annotations__) + "\n"
    if dataclasses.is_dataclass(kind):
        rows = [f"| `{field.name}` | `{field.type}` |" for field in dataclasses.fields(kind)]
        parts.append(
            "| field | type |\n|---|---|\n" + "\n".join(row.replace(" | None`", " or None`") for row in rows) + "\n"
        )
    for member, value in vars(kind).items():
        if member.startswith("_") or not inspect.getdoc(value):
            continue
        if isinstance(value, property):
            parts.append(f"### {name}.{member}\n\nProperty. {_prose(value)}")
        elif inspect.isfunction(value):
            parts.append(_function(f"{name}.{member}", value, "###"))
        elif isinstance(value, classmethod):
            parts.append(_function(f"{name}.{member}", value.__func__, "###"))
    return "\n".join(parts)


def _prose(thing: Any) -> str:
    """The docstring as Markdown: what reStructuredText writes in double back quotes has single ones."""
    return (inspect.getdoc(thing) or "").replace("``", "`") + "\n"


def main() -> None:
    """Writes the page, or compares it."""
    made = page()
    if "--check" not in sys.argv:
        PAGE.write_text(made, encoding="utf-8")
    elif not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != made:
        sys.exit("docs/api.md is not what the docstrings say; run .ci/api_reference.py with the Python of .venv.")


if __name__ == "__main__":
    main()
