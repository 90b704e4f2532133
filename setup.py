# SPDX-License-Identifier: GPL-2.0-or-later
"""What pyproject.toml cannot state: models, icons and styles of resources/ are installed inside the package."""

from setuptools import find_packages, setup

RESOURCES = "noise2map_qgis.resources"

setup(
    packages=[*find_packages(include=["noise2map_qgis*", "model_core*"]), RESOURCES],
    package_dir={RESOURCES: "resources"},
    package_data={
        "noise2map_qgis": ["**/*.json"],
        RESOURCES: ["models/**/*", "icons/*", "styles/*"],
        "model_core": ["**/*.yaml", "**/*.json", "**/*.css", "weights/*"],
    },
)
