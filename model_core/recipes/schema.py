# SPDX-License-Identifier: GPL-2.0-or-later
"""The JSON schema of recipe files, for editors, and the bundled recipes. `noise2map schema` prints the schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from model_core.recipes.recipe import Recipe

RECIPES = Path(__file__).parent
SCHEMA_FILE = RECIPES / "recipe.schema.json"


def recipe_schema() -> dict[str, Any]:
    """Return the schema of a recipe file; a file with `extends` needs no other field."""
    schema = Recipe.model_json_schema()
    required = schema.pop("required")
    one_or_many = [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]
    extends = {"anyOf": one_or_many, "description": "files beside this one whose fields it inherits"}
    schema["properties"] = {"extends": extends} | schema["properties"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A recipe of Noise2Map",
        "anyOf": [{"required": ["extends"]}, {"required": required}],
    }


def schema_text() -> str:
    """Return the text of recipe.schema.json."""
    return json.dumps(recipe_schema(), indent=2, ensure_ascii=False) + "\n"


def bundled_recipes() -> dict[str, Path]:
    """Return the bundled recipes by name."""
    return {path.stem: path for path in sorted(RECIPES.glob("*.yaml"))}
