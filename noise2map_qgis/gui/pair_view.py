# SPDX-License-Identifier: GPL-2.0-or-later
"""Two images of one place in one widget: one after the other, flickering, or side by side with a line to swipe."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..translation import tr

BEFORE, AFTER, FLICKER, SWIPE = "before", "after", "flicker", "swipe"
_FLICKER_MS = 700
# How much more than the change itself is shown, and the least, in metres.
_AROUND, _LEAST_METRES = 2.6, 60.0
_ZOOM = 1.25


class PairView(QWidget):
    """Shows the surroundings of one polygon in two images. `mode`: BEFORE, AFTER, FLICKER or SWIPE."""

    modeChanged = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setMinimumSize(220, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("The change in the image before and in the image after"))
        self.mode = FLICKER
        self.shown = BEFORE
        self.divider = 0.5
        self._layers: tuple[QgsRasterLayer | None, QgsRasterLayer | None] = (None, None)
        self._geometry = QgsGeometry()
        self._crs = QgsCoordinateReferenceSystem()
        self._zoom = 1.0
        self._pictures: dict[str, QImage] = {}
        self._jobs: dict[str, QgsMapRendererParallelJob] = {}
        self._settings = QgsMapSettings()
        self._timer = QTimer(self)
        self._timer.setInterval(_FLICKER_MS)
        self._timer.timeout.connect(self._flicker)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(120)
        self._later.timeout.connect(self.render_now)

    def set_layers(self, before: QgsRasterLayer | None, after: QgsRasterLayer | None) -> None:
        """Take the two images; None for one that is not there."""
        self._layers = (before, after)
        self._later.start()

    def set_change(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Show the surroundings of a polygon in `crs`."""
        self._geometry, self._crs, self._zoom = geometry, crs, 1.0
        self._pictures.clear()
        self.render_now()

    def set_mode(self, mode: str) -> None:
        """Show the images in another way."""
        self.mode = mode
        if mode in (BEFORE, AFTER):
            self.shown = mode
        if mode == FLICKER and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()
        self.modeChanged.emit(mode)
        self.update()

    def toggle(self) -> None:
        """Show the other image, and stop flickering."""
        self.set_mode(AFTER if self.shown == BEFORE else BEFORE)

    def zoom(self, factor: float) -> None:
        """Show less (more than 1) or more of the surroundings."""
        self._zoom = min(20.0, max(0.05, self._zoom * factor))
        self._later.start()

    def render_now(self) -> None:
        """Draw both images anew, in the background."""
        self.stop_rendering()
        if self._geometry.isEmpty() or not self.isVisible():
            self.update()
            return
        target = next((layer.crs() for layer in self._layers if layer is not None and layer.crs().isValid()), self._crs)
        for name, layer in zip((BEFORE, AFTER), self._layers):
            if layer is None or not layer.isValid():
                continue
            settings = self._map_settings(layer, target)
            self._settings = settings
            job = QgsMapRendererParallelJob(settings)
            job.finished.connect(lambda name=name: self._take(name))
            self._jobs[name] = job
            job.start()

    def stop_rendering(self) -> None:
        """Leave off drawing in the background."""
        self._later.stop()
        for job in self._jobs.values():
            job.finished.disconnect()
            job.cancelWithoutBlocking()
            job.waitForFinished()
        self._jobs.clear()

    @property
    def rendered(self) -> bool:
        """Whether nothing is being drawn."""
        return not self._jobs and not self._later.isActive()

    def _map_settings(self, layer: QgsRasterLayer, target: QgsCoordinateReferenceSystem) -> QgsMapSettings:
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setDestinationCrs(target)
        settings.setTransformContext(QgsProject.instance().transformContext())
        ratio = self.devicePixelRatioF()
        settings.setOutputSize(QSize(max(1, int(self.width() * ratio)), max(1, int(self.height() * ratio))))
        settings.setOutputDpi(96 * ratio)
        settings.setBackgroundColor(QColor(0, 0, 0, 0))
        settings.setExtent(self._extent(target))
        return settings

    def _extent(self, target: QgsCoordinateReferenceSystem) -> QgsRectangle:
        box = self._in(target).boundingBox()
        least = _LEAST_METRES / (111_320.0 if target.isGeographic() else 1.0)
        side = max(least, _AROUND * max(box.width(), box.height())) / self._zoom
        return QgsRectangle.fromCenterAndSize(box.center(), side, side)

    def _in(self, target: QgsCoordinateReferenceSystem) -> QgsGeometry:
        shape = QgsGeometry(self._geometry)
        if self._crs.isValid() and self._crs != target:
            shape.transform(QgsCoordinateTransform(self._crs, target, QgsProject.instance()))
        return shape

    def _take(self, name: str) -> None:
        # A job may end after the window is gone.
        if sip.isdeleted(self):
            return
        job = self._jobs.pop(name, None)
        if job is not None:
            picture = job.renderedImage()
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[name] = picture
            self.update()

    def _flicker(self) -> None:
        self.shown = AFTER if self.shown == BEFORE else BEFORE
        self.update()

    # --- events of Qt

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().dark())
        if self._geometry.isEmpty():
            self._draw_text(painter, tr("No change is chosen."))
            return
        if self.mode == SWIPE:
            at = self.divider * self.width()
            self._draw_picture(painter, BEFORE, QRectF(0, 0, at, self.height()))
            self._draw_picture(painter, AFTER, QRectF(at, 0, self.width() - at, self.height()))
            painter.setPen(QPen(QColor("white"), 3))
            painter.drawLine(QPointF(at, 0), QPointF(at, self.height()))
        else:
            self._draw_picture(painter, self.shown, QRectF(self.rect()))
        self._draw_outline(painter)
        self._draw_captions(painter)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 3))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _draw_picture(self, painter: QPainter, name: str, part: QRectF) -> None:
        painter.save()
        painter.setClipRect(part)
        if name in self._pictures:
            painter.drawImage(QRectF(self.rect()), self._pictures[name])
        painter.restore()

    def _draw_outline(self, painter: QPainter) -> None:
        pixels = self._settings.mapToPixel()
        ratio = self.devicePixelRatioF()
        shape = self._in(self._settings.destinationCrs())
        polygons = shape.asMultiPolygon() if shape.isMultipart() else [shape.asPolygon()]
        for colour, width in ((QColor(255, 255, 255, 200), 4.0), (QColor(229, 0, 125), 2.0)):
            painter.setPen(QPen(colour, width))
            for polygon in polygons:
                for ring in polygon:
                    points = [pixels.transform(point) for point in ring]
                    painter.drawPolyline(QPolygonF([QPointF(p.x() / ratio, p.y() / ratio) for p in points]))

    def _draw_captions(self, painter: QPainter) -> None:
        words = {BEFORE: tr("Before"), AFTER: tr("After")}
        if self.mode == SWIPE:
            self._draw_caption(painter, words[BEFORE], Qt.AlignmentFlag.AlignLeft)
            self._draw_caption(painter, words[AFTER], Qt.AlignmentFlag.AlignRight)
        else:
            self._draw_caption(painter, words[self.shown], Qt.AlignmentFlag.AlignLeft)

    def _draw_caption(self, painter: QPainter, text: str, side: Qt.AlignmentFlag) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        box = painter.fontMetrics().boundingRect(text).adjusted(-7, -4, 7, 4)
        box.moveTop(8)
        box.moveLeft(8 if side == Qt.AlignmentFlag.AlignLeft else self.width() - box.width() - 8)
        # Light on dark, whatever the image and the theme.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 190))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor("white"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_text(self, painter: QPainter, text: str) -> None:
        painter.setPen(self.palette().brightText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def mouseMoveEvent(self, event):
        if self.mode == SWIPE and self.width():
            # Qt 6 has position(), Qt 5 has localPos().
            place = event.position() if hasattr(event, "position") else event.localPos()
            self.divider = min(1.0, max(0.0, place.x() / self.width()))
            self.update()

    def move_divider(self, step: float) -> None:
        """Move the line of the swipe by a share of the width."""
        self.divider = min(1.0, max(0.0, self.divider + step))
        self.update()

    def wheelEvent(self, event):
        self.zoom(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM)
        event.accept()

    def focusInEvent(self, event):
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event):
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event):
        self._later.start()
        super().resizeEvent(event)

    def showEvent(self, event):
        self.set_mode(self.mode)
        self._later.start()
        super().showEvent(event)

    def hideEvent(self, event):
        self._timer.stop()
        self.stop_rendering()
        super().hideEvent(event)
