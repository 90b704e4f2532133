# SPDX-License-Identifier: GPL-2.0-or-later
"""A small plan over the tiny data folder, and results made up for it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from model_core.compare.plan import LoadedPlan, load_plan
from model_core.compare.results import RunResult
from noise2map_qgis.engine.evaluation.confusion import Confusion
from tests.model_core.conftest import tiny_recipe


def plan_fields() -> dict:
    """Tiles 0-2 train, tile 3 chooses, tiles 4 and 5 score, cut into squares of 64."""
    return {
        "name": "tiny",
        "title": "Tiny comparison",
        "recipe": "recipe.yaml",
        "set": {"images": 0, "tasks": ["change"], "crop": 32},
        "leave_out": ["i"],
        "steps": 2,
        "seeds": [0, 1],
        "timesteps": [0, 999],
        "control": "control",
        "arms": [
            {"name": "control", "group": "noise", "set": {"schedule": "clean"}},
            {"name": "contrast", "group": "noise", "set": {"timesteps": "contrast"}},
            {"name": "pretrained", "group": "extra", "against": "contrast", "pretrain_steps": 1, "seeds": [0]},
        ],
        "validation": [{"name": "three", "path": "pairs", "gsd": 0.5, "include": ["tile_3"]}],
        "test": [
            {"name": "four", "path": "pairs", "gsd": 0.5, "include": ["tile_4"], "side": 64},
            {"name": "five", "path": "pairs", "gsd": 0.5, "include": ["tile_5"], "side": 64},
        ],
    }


def write_plan(folder: Path, **changes: object) -> Path:
    """The plan, changed at its top level, and the recipe it starts from."""
    import json

    recipe = json.loads(tiny_recipe().model_dump_json())
    recipe["sources"][0]["validation"] = ["tile_3", "tile_4", "tile_5"]
    (folder / "recipe.yaml").write_text(yaml.safe_dump(recipe))
    path = folder / "plan.yaml"
    path.write_text(yaml.safe_dump(plan_fields() | changes, sort_keys=False))
    return path


@pytest.fixture
def loaded(tmp_path: Path) -> LoadedPlan:
    return load_plan(write_plan(tmp_path))


def made_up(arm: str, seed: int, quality: int, timesteps: tuple[int, ...] = (0,)) -> RunResult:
    """A run that finds `quality` of 100 pixels in each of three scenes, a few more or fewer by scene and seed."""

    def scene(extra: int) -> Confusion:
        right = quality + extra + seed
        return Confusion(right, 10, 100 - right, 1000)

    four = {"tile_4/0-0": scene(0), "tile_4/0-64": scene(5), "tile_4/64-0": Confusion(0, 3, 0, 1000)}
    compared = {t: 0.5 + t / 10_000 for t in timesteps}
    scored = {"four": four, "five": {"tile_5": scene(-5)}}
    return RunResult(arm, seed, 2, 0.5, 4_000_000, timesteps[-1], 0.5, compared, scored)


@pytest.fixture
def results() -> list[RunResult]:
    return [
        made_up("control", 0, 60),
        made_up("control", 1, 60),
        made_up("contrast", 0, 70, (0, 999)),
        made_up("contrast", 1, 68, (0, 999)),
    ]
