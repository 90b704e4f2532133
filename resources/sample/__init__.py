# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample scene of `make demo`: a drawn town at two dates, whose changes are known to the centimetre.

town.py names what a town is made of; plan.py and houses.py lay it out at each date; paint.py turns the plan into
heights and colours; camera.py adds sun, air and sensor; scene.py delivers two georeferenced rasters and the truth.
demo.py runs Detect change on them in QGIS by headless.py, score.py scores the answer, picture.py draws the overview.
None of it goes into the plugin's ZIP.
"""
