# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans: equal budgets, sensible references, mistakes told in a sentence; places that don't mix."""

import numpy as np
import pytest

from model_core.compare.plan import Arm, ScoringSet, bundled_plans, load_plan
from model_core.compare.scenes import check_apart, scenes_of
from model_core.errors import DataError
from tests.model_core.compare.conftest import plan_fields, write_plan
from tests.model_core.conftest import write_image


def test_arms_differ_only_in_what_they_set(loaded):
    control, order, pretrained = (loaded.recipe(arm, 1) for arm in loaded.plan.arms)
    assert (control.schedule, order.schedule) == ("clean", "linear")
    for recipe in (control, order, pretrained):
        assert (recipe.steps, recipe.seed, recipe.crop, recipe.pairs) == (2, 1, 32, 2)
        assert [s.name for s in recipe.sources] == ["p", "l"]
    assert (order.pretrain_steps, pretrained.pretrain_steps) == (None, 1)
    same = order.model_dump(exclude={"name", "schedule", "timesteps"})
    assert same == control.model_dump(exclude={"name", "schedule", "timesteps"})


def test_fields_are_set_by_dotted_names(tmp_path):
    loaded = load_plan(write_plan(tmp_path, set={"sources.p.weight": 0.25, "crop": 64}))
    recipe = loaded.recipe(loaded.plan.arms[0], 0)
    assert (recipe.sources[0].weight, recipe.crop) == (0.25, 64)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"control": "nobody"}, "tests against 'nobody'"),
        ({"control": "contrast"}, "'contrast' for its control; a control needs `schedule: clean`"),
        ({"set": {"steps": 5}}, "sets 'steps'"),
        ({"leave_out": ["z"]}, "leaves out 'z'"),
        ({"seeds": [1]}, "'pretrained' seeds that the plan does not have"),
        ({"arms": [{"name": "control", "weights": "random", "pretrain_steps": 1}]}, "random weights and pre-training"),
        ({"steps": 0}, "wrong at 'steps'"),
        ({"colour": 1}, "no field 'colour'"),
    ],
)
def test_mistakes_are_told_in_a_sentence(tmp_path, changes, message):
    with pytest.raises(DataError, match=message):
        load_plan(write_plan(tmp_path, **changes))


@pytest.mark.parametrize("field", ["steps", "pairs", "crop", "sources.p.weight"])
def test_no_arm_has_a_budget_of_its_own(tmp_path, field):
    arms = [*plan_fields()["arms"], {"name": "greedy", "set": {field: 64}}]
    with pytest.raises(DataError, match=f"'greedy' a '{field}' of its own"):
        load_plan(write_plan(tmp_path, arms=arms))


def test_a_wrong_field_of_an_arm_names_arm_and_field(tmp_path):
    arms = [*plan_fields()["arms"], {"name": "odd", "set": {"schedule": "spiral"}}]
    with pytest.raises(DataError, match=r"arm 'odd' .* 'schedule'"):
        load_plan(write_plan(tmp_path, arms=arms))


def test_a_part_of_a_plan_keeps_what_it_is_tested_against(loaded):
    assert [arm.name for arm in loaded.plan.only(["extra"]).arms] == ["control", "contrast", "pretrained"]
    assert [arm.name for arm in loaded.plan.only(["noise"]).arms] == ["control", "contrast"]
    with pytest.raises(DataError, match="no arm or group 'noize'"):
        loaded.plan.only(["noize"])
    first = loaded.narrowed(["noise"], seeds=1, steps=7).plan
    assert [first.seeds_of(arm) for arm in first.arms] == [[0], [0]]
    assert first.steps == 7
    more = loaded.narrowed([], steps=20).plan
    assert [more.pretrain_steps_of(arm) for arm in more.arms] == [0, 0, 10]


def test_references(loaded):
    plan = loaded.plan
    assert [plan.reference(arm) for arm in plan.arms] == [None, "control", "contrast"]


def test_a_plan_that_is_not_there(tmp_path):
    with pytest.raises(DataError, match="There is no plan 'nowhere'"):
        load_plan("nowhere")
    with pytest.raises(DataError, match="can't be read"):
        load_plan(tmp_path / "no.yaml")


@pytest.mark.parametrize("name", bundled_plans())
def test_bundled_plans_load(name):
    plan = load_plan(name).plan
    assert plan.name == name
    assert plan.arms[0].name == plan.control


def test_scenes_cover_a_tile_once(data):
    wanted = ScoringSet(name="s", path="pairs", gsd=0.5, include=["tile_5"], side=64)
    scenes = scenes_of(wanted, data, (0.5, 0.5))
    assert [s.name for s in scenes] == ["tile_5/0-0", "tile_5/0-64", "tile_5/64-0", "tile_5/64-64"]
    assert all(s.image.shape == (6, 64, 64) and s.image.dtype == np.uint8 for s in scenes)
    (whole,) = scenes_of(wanted.model_copy(update={"side": None}), data, (0.5, 0.5))
    assert whole.image.shape == (6, 96, 96)
    for value in (0, 1):
        assert sum((s.label == value).sum() for s in scenes) == (whole.label == value).sum()
    assert np.array_equal(scenes[0].image, whole.image[:, :64, :64])


def test_scenes_are_brought_to_the_scale_of_the_networks(data):
    wanted = ScoringSet(name="s", path="pairs", gsd=0.25, include=["tile_5"], side=96)
    (scene,) = scenes_of(wanted, data, (0.5, 1.0))
    assert scene.image.shape == (6, 64, 64)
    assert (scene.label[:48, :48] != 255).all()
    assert (scene.label[48:] == 255).all()
    assert (scene.label == 1).sum() == 12 * 12


def test_a_set_without_tiles_is_an_error(data):
    with pytest.raises(DataError, match="no tiles for the set 's'"):
        scenes_of(ScoringSet(name="s", path="pairs", include=["no*"]), data, (0.5, 0.5))


def test_the_same_tile_may_not_choose_and_score(data, tmp_path):
    fields = plan_fields()
    check_apart((good := load_plan(write_plan(tmp_path))).plan, good.recipe(good.plan.arms[0], 0), data)
    fields["test"][0]["include"] = ["tile_3"]
    bad = load_plan(write_plan(tmp_path, test=fields["test"]))
    with pytest.raises(DataError, match=r"tile_3.* of 'four' is in validation and test"):
        check_apart(bad.plan, bad.recipe(bad.plan.arms[0], 0), data)


def test_nobody_trains_on_what_scores(data, tmp_path):
    fields = plan_fields()
    fields["test"][0]["include"] = ["tile_1"]
    bad = load_plan(write_plan(tmp_path, test=fields["test"]))
    with pytest.raises(DataError, match=r"tile_1.* is in training and test"):
        check_apart(bad.plan, bad.recipe(bad.plan.arms[0], 0), data)


def test_places_that_nobody_trains_on_may_score(data, tmp_path):
    fields = plan_fields()
    fields["test"][0]["include"] = ["tile_1"]
    idle = load_plan(write_plan(tmp_path, test=fields["test"], set={**fields.get("set", {}), "sources.0.weight": 0}))
    check_apart(idle.plan, idle.recipe(idle.plan.arms[0], 0), data)


def test_two_tiles_of_one_site_may_not_choose_and_score(tmp_path):
    image = np.zeros((32, 32, 3), np.uint8)
    for name in ("a", "b", "c"):
        for part in ("A", "B", "label"):
            write_image(tmp_path / "towns" / part / f"{name}.png", image if part != "label" else image[..., 0])
    (tmp_path / "towns" / "tiles.csv").write_text("tile,site,split\na,north,train\nb,south,val\nc,south,val\n")
    recipe = load_plan(write_plan(tmp_path)).base
    town = recipe.sources[0].model_copy(update={"path": "towns", "splits": "tiles.csv"})
    sets = {"path": "towns", "splits": "tiles.csv"}
    plan = load_plan(
        write_plan(
            tmp_path,
            validation=[{"name": "one", "include": ["b"], **sets}],
            test=[{"name": "other", "include": ["c"], **sets}],
        )
    ).plan
    with pytest.raises(DataError, match="site south' of 'other' is in validation and test"):
        check_apart(plan, recipe.model_copy(update={"sources": [town]}), tmp_path)


def test_arm_names_can_be_folders():
    with pytest.raises(ValueError, match="name"):
        Arm(name="../elsewhere")
