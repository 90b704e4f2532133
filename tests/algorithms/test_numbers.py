# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers from scripts and models: read exactly, unset where blank, refused by name where they are none."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProperty,
)

from tests.algorithms.recorder import Recorder

DECIMAL = ("THRESHOLD", "PEAK", "MIN_AREA", "SIMPLIFY")
WHOLE = ("OVERLAP", "TILE_SIZE")
TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture
def values(pair):
    return {"BEFORE": pair.before, "AFTER": pair.after, "MODEL": "tiny", "PROBABILITY": TEMPORARY}


@pytest.mark.parametrize("name", [*DECIMAL, *WHOLE])
@pytest.mark.parametrize("text", ["0,5", "abc", "50%", "1 000", "0.5.1", "nan", "inf", "1_0", "0x10", "--1", "½"])
def test_text_that_is_no_number_is_refused_by_name(check, values, name, text):
    reason = check("detectchange", {**values, name: text})
    assert reason.startswith(f"{name} (“")
    assert f"“{text}”" in reason


@pytest.mark.parametrize("name", [*DECIMAL, *WHOLE])
@pytest.mark.parametrize("blank", ["", " ", "\t", None])
def test_blank_is_not_set(check, values, name, blank):
    assert check("detectchange", {**values, name: blank}) == ""


def test_blank_and_unreadable_text_reach_no_run_as_zero(provider, values):
    def share(**more):
        form = provider.algorithm("detectchange").create()
        result, good = form.run({**values, **more}, QgsProcessingContext(), Recorder())
        return round(result["CHANGED_SHARE"], 6) if good else None

    own = share()
    assert own is not None
    assert own < 0.1
    for blank in ("", " "):
        assert share(**dict.fromkeys((*DECIMAL, *WHOLE), blank)) == own
    assert share(THRESHOLD=" 0.5 ") == share(THRESHOLD=0.5)
    for text in ("0,5", "abc", "50%"):
        assert share(THRESHOLD=text) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("THRESHOLD", "1.5"),
        ("THRESHOLD", -0.1),
        ("PEAK", 2),
        ("MIN_AREA", "-1"),
        ("TILE_SIZE", 64),
        ("TILE_SIZE", "64"),
        ("OVERLAP", -1),
    ],
)
def test_numbers_outside_the_range_are_refused_by_name(check, values, name, value):
    reason = check("detectchange", {**values, name: value})
    assert reason.startswith(f"{name} (“")
    assert str(value).rstrip("0") in reason


@pytest.mark.parametrize("value", [128.5, "128.5", True])
def test_whole_numbers_are_whole(check, values, value):
    assert check("detectchange", {**values, "TILE_SIZE": value}).startswith("TILE_SIZE")


@pytest.mark.parametrize("value", ["128", 128.0, " 1.28e2 ", QgsProperty.fromExpression("64 * 2")])
def test_whole_numbers_may_be_spelt_otherwise(check, values, value):
    assert check("detectchange", {**values, "TILE_SIZE": value}) == ""


def test_an_expression_without_a_value_is_refused(check, values):
    assert check("detectchange", {**values, "THRESHOLD": QgsProperty.fromExpression("no_such(")}).startswith(
        "THRESHOLD"
    )


def _model(parameter: str) -> QgsProcessingModelAlgorithm:
    """A model whose string input is a number of Detect change."""
    given = QgsProcessingModelChildParameterSource.fromModelParameter
    model = QgsProcessingModelAlgorithm("Ask for a number", "tests")
    for name in ("earlier", "later"):
        model.addModelParameter(QgsProcessingParameterRasterLayer(name, name), QgsProcessingModelParameter(name))
    model.addModelParameter(
        QgsProcessingParameterString("text", "text", optional=True), QgsProcessingModelParameter("text")
    )
    child = QgsProcessingModelChildAlgorithm("noise2map:detectchange")
    child.setChildId("detect")
    for name, source in {"BEFORE": given("earlier"), "AFTER": given("later"), parameter: given("text")}.items():
        child.addParameterSources(name, [source])
    child.addParameterSources("MODEL", [QgsProcessingModelChildParameterSource.fromStaticValue("tiny")])
    model.addChildAlgorithm(child)
    return model


@pytest.mark.parametrize("name", ["THRESHOLD", "TILE_SIZE"])
@pytest.mark.parametrize("text", ["0,5", "abc"])
def test_a_model_s_string_input_is_read_alike(provider, pair, name, text):
    model, feedback = _model(name), Recorder()
    values = {"earlier": pair.before, "later": pair.after, "text": text}
    try:
        _result, good = model.run(values, QgsProcessingContext(), feedback)
    except QgsProcessingException as error:
        good, feedback.texts = False, [*feedback.texts, str(error)]
    assert not good
    assert any(f"{name} (“" in line and text in line for line in feedback.texts)


def test_a_model_s_blank_string_input_is_not_set(provider, pair):
    model = _model("THRESHOLD")
    values = {"earlier": pair.before, "later": pair.after, "text": " "}
    _result, good = model.run(values, QgsProcessingContext(), QgsProcessingFeedback())
    assert good
