# SPDX-License-Identifier: GPL-2.0-or-later
"""The JSON schema of recipe files, by which editors complete and check them. `noise2map schema` writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from model_core.recipes.recipe import Recipe

RECIPES = Path(__file__).parent
SCHEMA_FILE = RECIPES / "recipe.schema.json"


def recipe_schema() -> dict[str, Any]:
    """The schema of a recipe as it may be written: what a file extends need not be said again."""
    schema = Recipe.model_json_schema()
    required = schema.pop("required")
    one_or_many = [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    extends = {"anyOf": one_or_many, "description": "files beside this one whose fields it begins with"}
    schema["properties"] = {"extends": extends} | schema["properties"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A recipe of Noise2Map",
        "anyOf": [{"required": ["extends"]}, {"required": required}],
    }


def schema_text() -> str:
    """The schema as it is checked in."""
    return json.dumps(recipe_schema(), indent=2, ensure_ascii=False) + "\n"


def bundled_recipes() -> dict[str, Path]:
    """The recipes that come along, by name."""
    return {path.stem: path for path in sorted(RECIPES.glob("*.yaml"))}
