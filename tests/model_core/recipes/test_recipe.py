# SPDX-License-Identifier: GPL-2.0-or-later
"""Recipes as files: what may be set from outside, what one may take from another, and what is said of mistakes."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from model_core.errors import DataError
from model_core.export.card import licence_of
from model_core.recipes.recipe import load_recipe, recipe_for_folder, with_settings
from model_core.recipes.schema import SCHEMA_FILE, bundled_recipes, recipe_schema, schema_text
from noise2map_qgis.engine.model.augmentation import VIEWS

LITE = bundled_recipes()["noise2map-lite"]


@pytest.mark.parametrize("name", sorted(bundled_recipes()))
def test_recipes_that_come_along_are_valid_by_the_schema_and_by_us(name):
    path = bundled_recipes()[name]
    recipe = load_recipe(path)
    jsonschema.Draft202012Validator(recipe_schema()).validate(yaml.safe_load(path.read_text()))
    # What a run saves is a recipe again.
    jsonschema.Draft202012Validator(recipe_schema()).validate(json.loads(recipe.model_dump_json()))
    assert type(recipe).model_validate(json.loads(recipe.model_dump_json())) == recipe


def test_the_schema_that_is_checked_in_is_current():
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), f"noise2map schema -o {SCHEMA_FILE}"


def test_the_schema_refuses_what_we_refuse():
    fields = yaml.safe_load(LITE.read_text())
    check = jsonschema.Draft202012Validator(recipe_schema())
    for wrong in ({"steps": "many"}, {"stepz": 3}, {"crop": 100}, {"tasks": []}, {"class_weight": "some"}):
        assert list(check.iter_errors(fields | wrong)), wrong
    assert list(check.iter_errors({"name": "alone"}))
    assert not list(check.iter_errors({"extends": "other.yaml", "name": "alone"}))


def test_any_field_can_be_set():
    settings = [
        "steps=10",
        "sources.0.weight=0.25",
        "sources.gzcd.validation=[a*, b*]",
        "network_options.channels=[8, 16]",
        "class_weight={change: 3, segment: data}",
        "gsd=[0.2, 0.5]",
        'title="Towns: old and new"',
    ]
    recipe = load_recipe(LITE, settings)
    assert recipe.title == "Towns: old and new"
    assert recipe.steps == 10
    assert recipe.sources[0].weight == 0.25
    assert recipe.sources[1].validation == ["a*", "b*"]
    assert recipe.network_options == {"channels": [8, 16]}
    assert (recipe.weight_of("change"), recipe.weight_of("segment")) == (3, "data")
    assert recipe.gsd == (0.2, 0.5)
    assert load_recipe(LITE).steps == 4000


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("steps=abc", "wrong at 'steps': .*integer"),
        ("stepz=3", "no field 'stepz'; did you mean 'steps'"),
        ("steps", "should look like steps=100"),
        ("steps=0", "wrong at 'steps': .*greater than 0"),
        ("views=3", "wrong at 'views': .*1, 2, 4 or 8, not 3"),
        ("steps.a=3", "'steps' has no field 'a'"),
        ("sources.99.weight=1", "no item '99', only 0 to 26 or levir1024"),
        ("sources.gzcd.wait=1", "wrong at 'sources.1.wait': there is no field 'wait'"),
        ("sources.0.layout=circles", "wrong at 'sources.0.layout'"),
        ("title=[", "quote it"),
        ("class_weight=many", "wrong at 'class_weight'"),
        ("crop=100", "multiple of 32"),
        ("tasks=[chang]", "wrong at 'tasks.0': .*'change' or 'segment', not 'chang'"),
        ("gsd=[1]", "wrong at 'gsd.1': this field is missing"),
    ],
)
def test_a_wrong_setting_is_one_sentence_that_names_the_field(setting, words):
    with pytest.raises(DataError, match=words) as raised:
        load_recipe(LITE, [setting])
    assert setting in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_model_of_open_images_is_open_and_the_default_one_is_not():
    licences = {}
    for name in ("noise2map-lite", "noise2map-lite-open"):
        recipe = load_recipe(bundled_recipes()[name])
        trained = [source for kind in ("pairs", "images", "plain") for source in recipe.trained_on(kind)]
        licences[name] = licence_of(trained, recipe.sources)
    assert not licences["noise2map-lite"]["open"]
    assert licences["noise2map-lite-open"]["open"]
    for closed in ("levir1024", "gzcd", "austin_chicago"):
        assert closed in licences["noise2map-lite-open"]["note"]


def test_views_are_those_of_the_engine():
    choices = recipe_schema()["properties"]["views"]["enum"]
    assert tuple(choices) == VIEWS
    assert [load_recipe(LITE, [f"views={views}"]).views for views in VIEWS] == list(VIEWS)


def test_settings_of_a_folder(data):
    own = recipe_for_folder(data / "pairs", 0.5)
    assert own.tasks == ["change"]
    assert (own.views, own.int8) == (2, True)  # as the model in the box
    assert with_settings(own, ["network=noise2map-unet", "pairs=2"]).network_settings() == {}
    assert own.network_settings() == {"encoder": "lite0"}


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return path


def test_a_recipe_extends_others_and_the_last_word_counts(tmp_path):
    write(tmp_path / "parts" / "slow.yaml", "steps: 7\npairs: 2\nimages: 2")
    write(tmp_path / "parts" / "quick.yaml", "extends: slow.yaml\nsteps: 5")
    source = "{name: s, path: s, layout: pairs, terms: t, origin: o}"
    write(tmp_path / "base.yaml", f"name: base\ntitle: Base\npairs: 3\nseed: 4\nsources: [{source}]")
    recipe = load_recipe(
        write(tmp_path / "own.yaml", "extends: [base.yaml, parts/quick.yaml]\nname: own-name\nimages: 1")
    )
    assert (recipe.name, recipe.title, recipe.seed) == ("own-name", "Base", 4)
    assert (recipe.steps, recipe.pairs, recipe.images) == (5, 2, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("extends: a.yaml", "extends itself"),
        ("extends: 5", "wrong at 'extends': name a file"),
        ("extends: nowhere.yaml", "nowhere.yaml', which .*a.yaml' extends, can't be read"),
        ("name: [", "not YAML at line"),
        ("- 1", "should hold fields"),
        ("name: x", "wrong at 'title': this field is missing"),
        ("\x00", "not YAML"),
    ],
)
def test_a_broken_file_is_named(tmp_path, text, words):
    path = write(tmp_path / "a.yaml", text)
    with pytest.raises(DataError, match=words) as raised:
        load_recipe(path)
    assert "\n" not in str(raised.value)
    assert "a.yaml" in str(raised.value)


def test_single_tasks_need_no_samples_of_the_other(recipe):
    assert recipe.for_its_tasks() == recipe
    assert recipe.model_copy(update={"tasks": ["change"]}).for_its_tasks().images == 0
    assert recipe.model_copy(update={"tasks": ["segment"]}).for_its_tasks().pairs == 0
