# SPDX-License-Identifier: GPL-2.0-or-later
"""Every text that users read is handed to `tr`, and has a translation in every language that keeps its placeholders."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path
from unittest import mock

import pytest
from qgis.core import QgsApplication

from noise2map_qgis import translation
from noise2map_qgis.translation import FOLDER, load_language, tr, unload_language

ROOT = Path(__file__).resolve().parent.parent
HOW = "Run `make translations`, translate what is unfinished in noise2map_qgis/i18n/*.ts, and run it again."


def _script():
    spec = importlib.util.spec_from_file_location("translations", ROOT / ".ci" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


script = _script()
TEXTS = script.texts()


@pytest.fixture(params=script.LANGUAGES)
def language(request) -> str:
    return request.param


@pytest.fixture
def translated(language) -> dict[str, str]:
    return script.read_ts(FOLDER / f"{language}.ts")


def test_there_are_six_languages():
    assert set(script.LANGUAGES) == {"de", "es", "fr", "ja", "pt", "sv"}
    assert len(TEXTS) > 300


def test_every_text_has_a_translation(translated):
    missing = [text for text in TEXTS if not translated.get(text)]
    assert not missing, f"{len(missing)} texts, the first is {missing[0]!r}. {HOW}"


def test_no_translation_is_left_of_a_text_that_is_gone(translated):
    assert not set(translated) - set(TEXTS), HOW


def _placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^}]*\}|%[vm]", text))


def test_translations_keep_placeholders_tags_and_keys(translated):
    for source, text in ((one, other) for one, other in translated.items() if other):
        assert _placeholders(source) == _placeholders(text), source
        assert sorted(re.findall(r"</?\w+>", source)) == sorted(re.findall(r"</?\w+>", text)), source
        assert bool(re.search(r"&\w", source)) == bool(re.search(r"&\w", text)), source
        if source.endswith("…"):
            assert "…" in text, source


def test_the_file_that_qt_loads_is_up_to_date(qgis_app, language, translated):
    packed = (FOLDER / f"{language}.qm").read_bytes()
    assert packed == script.qm_bytes(translated, language), HOW
    assert load_language(language)
    try:
        assert {source: tr(source) for source in translated} == {k: text or k for k, text in translated.items()}
    finally:
        unload_language()


@pytest.mark.parametrize(
    ("locale", "word"), [("de", "Veränderungen"), ("pt_BR", "Mudanças"), ("ja", "変化"), ("sv-SE", "Förändringar")]
)
def test_the_plugin_speaks_the_language_of_qgis(qgis_app, locale, word):
    assert load_language(locale)
    try:
        assert tr("Changes") == word
    finally:
        unload_language()
    assert tr("Changes") == "Changes"


@pytest.mark.parametrize(
    ("spoken", "locale", "language"),
    [("de", "en_GB", "de"), ("", "sv_SE", "sv_SE"), ("C", "ja", "ja"), ("en", "de", "en")],
)
def test_the_language_is_that_of_qgis_s_own_texts(spoken, locale, language):
    application = mock.Mock(translation=lambda: spoken, locale=lambda: locale)
    assert translation.language_of(application) == language


@pytest.mark.parametrize("locale", ["en_GB", "en", "xx", "", "../de"])
def test_another_language_stays_english(qgis_app, locale):
    assert not load_language(locale)
    assert translation._installed == []


def test_the_help_is_translated(qgis_processing, tmp_path, monkeypatch):
    from noise2map_qgis.provider import Noise2MapProvider

    monkeypatch.setenv("NOISE2MAP_HOME", str(tmp_path))
    assert load_language("de")
    provider = Noise2MapProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    try:
        algorithm = provider.algorithm("detectchange")
        assert algorithm.displayName() == "Veränderungen erkennen"
        assert "<h3>Eingabe</h3>" in algorithm.shortHelpString()
        assert algorithm.parameterDefinition("BEFORE").description() == "Bild vorher"
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)
        unload_language()


# Calls whose text a user reads, and what is the same in every language.
SHOWN = {
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "setText", "setWindowTitle", "setToolTip",
    "addRow", "setPlaceholderText", "setSpecialValueText", "pushInfo", "pushWarning", "setHelp", "addAction",
    "setHeaderLabels",
    "setAccessibleName", "setDialogTitle", "setFormat",
}  # fmt: skip
THE_SAME = {"Noise2Map", "–", " ", "", "PNG"}


def test_no_text_is_shown_that_is_not_handed_to_tr():
    found = []
    for folder in ("gui", "algorithms"):
        for path in sorted((ROOT / "noise2map_qgis" / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call):
                    continue
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                for argument in node.args if name in SHOWN else ():
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        text = argument.value
                        if text not in THE_SAME and re.search(r"[A-Za-z]{2}", text):
                            found.append(f"{path.name}:{node.lineno} {text!r}")
    assert not found, "\n".join(found)


def test_texts_are_found_in_code():
    code = "tr('a')\nself.tr('b' 'c')\ntr(name)\nx.translate('Noise2Map', 'd')\nx.translate('Other', 'e')"
    assert list(script.texts_in(code)) == ["a", "bc", "d"]
