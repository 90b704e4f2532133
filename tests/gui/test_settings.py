# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings that all runs keep to, the self-test, and the window that adds an ONNX file; in light and dark, at 200 %."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit

from noise2map_qgis import installed, paths, preferences
from noise2map_qgis.engine.model import session
from noise2map_qgis.engine.model.exported.describe import describe_onnx
from noise2map_qgis.gui.onnx_dialog import OnnxDialog
from noise2map_qgis.gui.settings_page import SettingsPage
from tests.engine.model.test_exported import DEEPNESS, network


@pytest.fixture(autouse=True)
def limits():
    """The limits of sessions are the process's: put back after each test."""
    yield
    session.set_limits(session.Limits())


@pytest.fixture
def page(qgis_app, home):
    page = SettingsPage()
    page.resize(860, 760)
    page.show()
    yield page
    page.close()
    page.deleteLater()


def test_preferences_are_stored_and_read_back(home):
    assert preferences.load() == preferences.Preferences()
    chosen = preferences.Preferences("cuda", 32, 4)
    preferences.save(chosen)
    assert preferences.load() == chosen
    assert [path.name for path in home.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text", ["", "no json", "[]", '{"runtime": "evil", "memory_gb": -1, "threads": "x"}', '{"memory_gb": true}']
)
def test_what_is_not_usable_in_the_file_has_its_default(home, text):
    home.mkdir()
    (home / "settings.json").write_text(text)
    assert preferences.load() == preferences.Preferences()


def test_the_page_stores_limits_and_sessions_keep_to_them(page, monkeypatch):
    page.runtime_box.memory.setValue(3)
    page.runtime_box.threads.setValue(1)
    assert (preferences.load().memory_gb, preferences.load().threads) == (3, 1)
    assert session._limits == session.Limits(3 << 30, 1)


def test_the_chosen_runtime_comes_before_that_of_the_cpu(home, monkeypatch):
    monkeypatch.setattr(sys, "path", list(sys.path))
    preferences.save(dataclasses.replace(preferences.load(), runtime="cuda"))
    installed.find_runtime()
    assert sys.path[-2:] == [str(paths.runtime_dir("cuda")), str(paths.runtime_dir())]
    preferences.save(preferences.Preferences())
    installed.find_runtime()
    assert sys.path[-1] == str(paths.runtime_dir())
    assert str(paths.runtime_dir("cuda")) not in sys.path


def test_the_self_test_names_device_and_speed(page):
    page.runtime_box.test_button.click()
    end = time.monotonic() + 120
    while page.runtime_box.test is not None and time.monotonic() < end:
        QgsApplication.processEvents()
        time.sleep(0.02)
    text = page.runtime_box.result.text()
    assert text.startswith("It works: CPU ran “noise2map-lite” at ")
    assert "megapixels a second" in text


def _picture(widget, name: str, folder: Path) -> None:
    assert widget.grab().save(str(Path(os.environ.get("NOISE2MAP_PICTURES") or folder) / f"{name}.png"))


def test_the_window_shows_what_was_read_and_asks_for_the_rest(page, home, tmp_path):
    dialog = OnnxDialog(describe_onnx(network(tmp_path / "net.onnx", 1, 6, last="logits")), page)
    dialog.show()
    dialog.add()
    assert "Please fill in: task, bands" in dialog.status.text()
    dialog.task.setCurrentIndex(dialog.task.findData("change"))
    dialog.bands.setText("red, green, blue")
    dialog.finest.setValue(0.3)
    dialog.coarsest.setValue(1.0)
    dialog.scale.setCurrentIndex(dialog.scale.findData("255"))
    dialog.licence.setText("MIT")
    _picture(dialog, "onnx", tmp_path)
    got = []
    dialog.added.connect(got.append)
    dialog.add()
    assert [bundle.name for bundle in got] == ["net"], dialog.status.text()
    assert got[0].tasks["change"].gsd == (0.3, 1.0)


def test_a_file_with_metadata_leaves_only_the_licence_open(page, home, tmp_path):
    path = network(tmp_path / "roads.onnx", 1, 3, last="Softmax", classes=2, metadata=DEEPNESS)
    dialog = OnnxDialog(describe_onnx(path), page)
    dialog.add()
    assert dialog.status.text().endswith("Please fill in: licence.")
    dialog.licence.setText("CC BY 4.0")
    dialog.added.connect(page._show_added)
    dialog.add()
    assert "roads" in page.status.text()


def test_a_file_that_cannot_be_added_says_why_on_the_page(page, tmp_path):
    (tmp_path / "net.onnx").write_bytes(b"no model")
    page.add_onnx(tmp_path / "net.onnx")
    assert "net.onnx is not an ONNX file" in page.status.text()


def test_everything_on_the_page_is_reached_by_the_keyboard(page):
    from qgis.PyQt.QtCore import Qt

    for kind in (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit):
        for widget in page.findChildren(kind):
            if widget.isVisible() and widget.isEnabled() and not isinstance(widget.parent(), QAbstractSpinBox):
                assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget


def test_the_page_in_a_dark_theme(page, tmp_path):
    dark = QPalette()
    roles, grey = QPalette.ColorRole, {"Window": 43, "Base": 30, "Button": 60}
    for name in ("Window", "Base", "Button", "Text", "WindowText", "ButtonText"):
        role, colour = getattr(roles, name), QColor(*[grey.get(name, 230)] * 3)
        dark.setColor(role, QColor(colour))
    before = QApplication.palette()
    QApplication.setPalette(dark)
    try:
        QgsApplication.processEvents()
        picture = page.grab()
        _picture(page, "settings_dark", tmp_path)
    finally:
        QApplication.setPalette(before)
    image = picture.toImage()
    light = sum(
        image.pixelColor(x, y).lightness() > 200
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    )
    assert light < 0.2 * (image.width() // 7) * (image.height() // 7)


def test_the_windows_at_200_percent(tmp_path):
    """Drawn by another process, since the scale is fixed when Qt starts."""
    code = (
        "from qgis.core import QgsApplication; app = QgsApplication([], True); app.initQgis()\n"
        "from noise2map_qgis.gui.settings_page import SettingsPage; from noise2map_qgis.gui.install_dialog import "
        "InstallDialog\n"
        "import sys\n"
        "page = SettingsPage(); page.resize(860, 760); page.show(); install = InstallDialog(); install.show(); "
        "app.processEvents()\n"
        "for name, widget in (('settings_200', page), ('install_200', install)):\n"
        "    grabbed = widget.grab(); assert grabbed.devicePixelRatio() == 2, grabbed.devicePixelRatio()\n"
        "    assert grabbed.save(f'{sys.argv[1]}/{name}.png')\n"
        "import os; os._exit(0)\n"
    )
    folder = os.environ.get("NOISE2MAP_PICTURES") or str(tmp_path)
    environment = os.environ | {"QT_SCALE_FACTOR": "2", "NOISE2MAP_HOME": str(tmp_path / "home")}
    subprocess.run([sys.executable, "-c", code, folder], check=True, env=environment, timeout=120)
    assert (Path(folder) / "settings_200.png").stat().st_size > 10_000
