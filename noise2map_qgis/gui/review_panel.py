# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel in which changes are looked at one after the other, kept or rejected by a key, and exported."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from .. import paths
from ..translation import tr
from .pair_view import AFTER, BEFORE, FLICKER, SWIPE, PairView
from .review import KEPT, REJECTED, ExportError, Review

try:  # Qt 6
    from qgis.PyQt.QtGui import QShortcut
except ImportError:
    from qgis.PyQt.QtWidgets import QShortcut

OBJECT_NAME = "Noise2MapReviewPanel"


class ReviewPanel(QgsDockWidget):
    """A dock: layers on top, the pair in the middle, decisions below. Every button has a key, named on it."""

    def __init__(self, iface, parent=None):
        super().__init__(tr("Review changes"), parent)
        self.setObjectName(OBJECT_NAME)
        self.iface = iface
        self.review: Review | None = None
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.addLayout(self._layers_form())
        self.view = PairView()
        layout.addWidget(self.view, 1)
        layout.addLayout(self._modes_row())
        self.facts = QLabel()
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setWordWrap(True)
        layout.addWidget(self.facts)
        layout.addLayout(self._decisions_row())
        layout.addLayout(self._steps_row())
        self.bar = QProgressBar()
        self.bar.setFormat(tr("%v of %m looked at"))
        layout.addWidget(self.bar)
        layout.addLayout(self._export_row())
        self.setWidget(body)
        self.view.modeChanged.connect(self._show_mode)
        self._show_mode(self.view.mode)
        self.choose_layer(self.layer.currentLayer())

    # --- what it is made of

    def _layers_form(self) -> QFormLayout:
        self.layer = QgsMapLayerComboBox()
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layer.layerChanged.connect(self.choose_layer)
        self.before, self.after = QgsMapLayerComboBox(), QgsMapLayerComboBox()
        for box in (self.before, self.after):
            box.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
            box.setAllowEmptyLayer(True)
            box.layerChanged.connect(self._show_images)
        form = QFormLayout()
        form.addRow(tr("Chan&ges"), self.layer)
        form.addRow(tr("&Before"), self.before)
        form.addRow(tr("&After"), self.after)
        return form

    def _modes_row(self) -> QHBoxLayout:
        self.modes = {
            BEFORE: self._button(tr("Before"), "1", lambda: self.view.set_mode(BEFORE)),
            AFTER: self._button(tr("After"), "2", lambda: self.view.set_mode(AFTER)),
            FLICKER: self._button(tr("Flicker"), "F", lambda: self.view.set_mode(FLICKER)),
            SWIPE: self._button(tr("Swipe"), "S", lambda: self.view.set_mode(SWIPE)),
        }
        for button in self.modes.values():
            button.setCheckable(True)
        self._key("Space", self.view.toggle)
        self._key("+", lambda: self.view.zoom(1.25))
        self._key("-", lambda: self.view.zoom(0.8))
        self._key("Shift+Left", lambda: self.view.move_divider(-0.05))
        self._key("Shift+Right", lambda: self.view.move_divider(0.05))
        return _row(*self.modes.values())

    def _decisions_row(self) -> QHBoxLayout:
        self.keep_button = self._button(tr("Keep"), "K", lambda: self.decide(KEPT))
        self.reject_button = self._button(tr("Reject"), "R", lambda: self.decide(REJECTED))
        self.undo_button = self._button(tr("Undo"), "U", self.undo)
        return _row(self.keep_button, self.reject_button, self.undo_button)

    def _steps_row(self) -> QHBoxLayout:
        self.previous_button = self._button(tr("Previous"), "P", lambda: self.step(-1))
        self.next_button = self._button(tr("Next"), "N", lambda: self.step(1))
        self.open_button = self._button(tr("Next open"), "O", self.go_to_open)
        self.follow = QCheckBox(tr("The &map follows"))
        self.follow.setChecked(True)
        self.follow.toggled.connect(lambda on: self._move_map() if on else None)
        return _row(self.previous_button, self.next_button, self.open_button, self.follow)

    def _export_row(self) -> QHBoxLayout:
        self.with_open = QCheckBox(tr("Those not &looked at, too"))
        self.export_button = self._button(tr("Export what was kept…"), "E", self._choose_file)
        return _row(self.export_button, self.with_open)

    def _button(self, text: str, key: str, action) -> QPushButton:
        button = QPushButton(tr("{action} ({key})").format(action=text, key=key))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: action())
        self._key(key, button.click)
        return button

    def _key(self, key: str, action) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)

    # --- what it does

    def open_review(self, layer: QgsVectorLayer, before: QgsRasterLayer | None, after: QgsRasterLayer | None) -> None:
        """Show the panel with the changes of a layer and the images they were found in."""
        self.before.setLayer(before)
        self.after.setLayer(after)
        if self.layer.currentLayer() is layer:
            self.choose_layer(layer)
        else:
            self.layer.setLayer(layer)
        self.setUserVisible(True)
        self.view.setFocus()

    def choose_layer(self, layer) -> None:
        """Review the polygons of another layer."""
        if self.review is not None:
            self.review.layer.willBeDeleted.disconnect(self._forget)
        self.review = Review(layer) if isinstance(layer, QgsVectorLayer) and layer.isValid() else None
        if self.review is not None:
            layer.willBeDeleted.connect(self._forget)
            self.review.go_to_open()
        self._show_images()
        self.show_current()

    def _forget(self) -> None:
        self.review = None
        self.show_current()

    def decide(self, decision: str) -> None:
        """Keep or reject the current change and go to the next open one."""
        if self.review is None:
            return
        self.review.decide(decision)
        self.review.go_to_open()
        self.show_current()

    def undo(self) -> None:
        """Take the last decision back."""
        if self.review is not None and self.review.undo():
            self.show_current()

    def step(self, step: int) -> None:
        """Go to the next change, or the one before."""
        if self.review is not None:
            self.review.go(step)
            self.show_current()

    def go_to_open(self) -> None:
        """Go to the next change of which nothing was decided."""
        if self.review is not None and self.review.go_to_open():
            self.show_current()

    def show_current(self) -> None:
        """Show the current change, what is known of it, and how far the review is."""
        review = self.review
        feature = review.feature() if review is not None else None
        for button in (self.keep_button, self.reject_button, self.previous_button, self.next_button, self.open_button):
            button.setEnabled(feature is not None)
        self.undo_button.setEnabled(review is not None)
        self.export_button.setEnabled(review is not None and review.count > 0)
        looked_at = len(review.decisions) if review is not None else 0
        self.bar.setMaximum(max(1, review.count if review is not None else 1))
        self.bar.setValue(looked_at)
        if feature is None:
            self.facts.setText(tr("There is no change in this layer.") if review else tr("Choose a layer of changes."))
            return
        self.facts.setText(self._facts(review, feature))
        self.view.set_change(feature.geometry(), review.layer.crs())
        self._move_map()

    def _facts(self, review: Review, feature) -> str:
        names = {field.name() for field in feature.fields()}
        parts = [tr("Change {number} of {count}").format(number=review.position + 1, count=review.count)]
        if "area_m2" in names:
            parts.append(tr("{area:,.0f} m²").format(area=feature["area_m2"] or 0))
        if {"mean_prob", "max_prob"} <= names:
            parts.append(
                tr("probability {mean:.2f}, highest {highest:.2f}").format(
                    mean=feature["mean_prob"] or 0, highest=feature["max_prob"] or 0
                )
            )
        decided = {KEPT: tr("kept"), REJECTED: tr("rejected"), None: tr("not decided")}[review.decision]
        counts = tr("{kept} kept, {rejected} rejected").format(
            kept=review.counted(KEPT), rejected=review.counted(REJECTED)
        )
        return " · ".join(parts) + f" · {decided}\n{counts}"

    def _show_images(self, _layer=None) -> None:
        self.view.set_layers(self.before.currentLayer(), self.after.currentLayer())

    def _show_mode(self, mode: str) -> None:
        for name, button in self.modes.items():
            button.setChecked(name == mode)

    def _move_map(self) -> None:
        feature = self.review.feature() if self.review is not None else None
        if self.follow.isChecked() and self.isVisible() and feature is not None:
            show_on_map(self.iface.mapCanvas(), self.review.layer, feature.id())

    def _choose_file(self) -> None:
        kinds = "GeoPackage (*.gpkg);;GeoJSON (*.geojson);;Shapefile (*.shp);;FlatGeobuf (*.fgb)"
        path, _kind = QFileDialog.getSaveFileName(self, tr("Export what was kept"), "", kinds)
        if path:
            self.export(Path(path if Path(path).suffix else path + ".gpkg"))

    def export(self, path: Path) -> None:
        """Write what was kept to a file, add it to the project, and say so in the message bar."""
        if self.review is None:
            return
        try:
            count = self.review.export(path, self.with_open.isChecked())
        except ExportError as error:
            self.iface.messageBar().pushWarning("Noise2Map", str(error))
            return
        layer = QgsVectorLayer(str(path), path.stem, "ogr")
        layer.loadNamedStyle(str(paths.resources_dir() / "styles" / "change_polygons.qml"))
        QgsProject.instance().addMapLayer(layer)
        self.iface.messageBar().pushSuccess(
            "Noise2Map", tr("{count} changes were written to {path}.").format(count=count, path=path)
        )

    def closeEvent(self, event):
        self.view.stop_rendering()
        super().closeEvent(event)


def show_on_map(canvas, layer: QgsVectorLayer, feature_id: int) -> None:
    """Move the map to a polygon with its surroundings, and let it flash."""
    canvas.zoomToFeatureIds(layer, [feature_id])
    canvas.zoomByFactor(3.0)
    canvas.flashFeatureIds(layer, [feature_id])


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
