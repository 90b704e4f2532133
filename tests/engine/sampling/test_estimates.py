# SPDX-License-Identifier: GPL-2.0-or-later
"""The worked example of Olofsson et al. 2014 (section 5, tables 6-9), and the estimators where strata are not the map's
classes.
"""

from __future__ import annotations

import math

import numpy as np
import pytest

from noise2map_qgis.engine.errors import EngineError
from noise2map_qgis.engine.sampling.allocation import allocate, sample_size
from noise2map_qgis.engine.sampling.estimates import Estimate, Sample, estimate

# Deforestation, forest gain, stable forest, stable non-forest: pixels of 30 m on the map, and the sample by map
# (rows) and reference.
PIXELS = (200_000, 150_000, 3_200_000, 6_450_000)
COUNTS = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
HECTARES = 0.09


def sample_of(counts: np.ndarray, sizes) -> Sample:
    mapped, reference = (np.repeat(index.ravel(), counts.ravel()) for index in np.indices(counts.shape))
    return Sample(dict(enumerate(sizes)), mapped, mapped, reference, range(len(counts)))


@pytest.fixture(scope="module")
def paper():
    return estimate(sample_of(COUNTS, [pixels * HECTARES for pixels in PIXELS]))


def test_the_error_matrix_of_estimated_area_proportions(paper):
    assert np.round(paper.proportions, 4).tolist() == [
        [0.0176, 0.0, 0.0013, 0.0011],
        [0.0, 0.0110, 0.0016, 0.0024],
        [0.0019, 0.0, 0.2967, 0.0213],
        [0.0040, 0.0020, 0.0179, 0.6212],
    ]
    assert paper.counts.tolist() == COUNTS.tolist()


def test_the_accuracies_and_their_95_percent_intervals(paper):
    def rounded(figures):
        return [(round(one.value, 2), round(one.half_width, 2)) for one in figures]

    assert rounded([paper.overall]) == [(0.95, 0.02)]
    assert rounded(paper.users) == [(0.88, 0.07), (0.73, 0.10), (0.93, 0.04), (0.96, 0.02)]
    # These follow from the counts by eq. 7, which the next test but one evaluates term by term.
    assert rounded(paper.producers) == [(0.75, 0.21), (0.85, 0.25), (0.93, 0.03), (0.96, 0.02)]


def test_the_areas_and_their_95_percent_intervals_to_the_last_digit(paper):
    """Section 5.2.2: 21,158 +- 6158 ha of deforestation, 11,686 +- 3756 ha, 285,770 +- 15,510 ha, 581,386 +- 16,282
    ha.
    """
    assert [(round(one.value), round(one.half_width)) for one in paper.areas] == [
        (21158, 6158), (11686, 3756), (285770, 15510), (581386, 16282),
    ]  # fmt: skip
    assert sum(one.value for one in paper.areas) == pytest.approx(900_000)
    pixels = estimate(sample_of(COUNTS, PIXELS)).areas[0]
    assert (round(pixels.value), round(pixels.half_width)) == (235086, 68418)


def test_equations_5_to_7_and_10_by_their_own_formulas(paper):
    weight = np.array(PIXELS) / sum(PIXELS)
    drawn = COUNTS.sum(axis=1)
    share = COUNTS / drawn[:, None]
    user = np.diag(share)
    overall = math.sqrt((weight**2 * user * (1 - user) / (drawn - 1)).sum())  # eq. 5
    assert paper.overall.standard_error == pytest.approx(overall, rel=1e-12)
    size = np.array(PIXELS, float)
    estimated = (size[:, None] * share).sum(axis=0)
    for k in range(4):
        assert paper.users[k].standard_error == pytest.approx(
            math.sqrt(user[k] * (1 - user[k]) / (drawn[k] - 1))
        )  # eq. 6
        producer = size[k] * user[k] / estimated[k]
        others = [i for i in range(4) if i != k]
        variance = size[k] ** 2 * (1 - producer) ** 2 * user[k] * (1 - user[k]) / (drawn[k] - 1)
        variance += producer**2 * sum(
            size[i] ** 2 * share[i, k] * (1 - share[i, k]) / (drawn[i] - 1) for i in others
        )  # eq. 7
        assert paper.producers[k].standard_error == pytest.approx(math.sqrt(variance) / estimated[k], rel=1e-12)
        area = math.sqrt((weight**2 * share[:, k] * (1 - share[:, k]) / (drawn - 1)).sum())  # eq. 10
        assert paper.areas[k].standard_error == pytest.approx(area * 900_000, rel=1e-12)


def test_f1_and_iou_follow_from_the_proportions(paper):
    p = paper.proportions
    for k in range(4):
        assert paper.f1[k].value == pytest.approx(2 * p[k, k] / (p[k].sum() + p[:, k].sum()))
        assert paper.iou[k].value == pytest.approx(p[k, k] / (p[k].sum() + p[:, k].sum() - p[k, k]))
        assert paper.mapped_areas[k].value == pytest.approx(PIXELS[k] * HECTARES)


def test_the_sample_size_of_the_paper():
    """Section 5.1.1: user's accuracies of 0.70, 0.60, 0.90 and 0.95 and a standard error of 0.01 need 641 points."""
    weights = [pixels / sum(PIXELS) for pixels in PIXELS]
    assert sample_size(weights, [0.70, 0.60, 0.90, 0.95], 0.01) == 641
    assert sample_size(weights, [0.70, 0.60, 0.90, 0.95], 0.01, population=sum(PIXELS)) == 641
    assert sample_size(weights, [0.70, 0.60, 0.90, 0.95], 0.01, population=2000) < 500


def test_rare_strata_get_the_least_number_and_the_rest_by_area():
    assert allocate(641, PIXELS, 75) == [75, 75, 163, 328]
    assert allocate(100, [10_000, 3, 500], 50) == [50, 3, 50]
    assert sum(allocate(500, [7, 11, 13, 10_000], 2)) == 500
    assert allocate(10, [100, 100], 50) == [50, 50]


@pytest.mark.parametrize(("total", "least"), [(0, 50), (100, 1)])
def test_a_sample_that_tells_no_variance_is_refused(total, least):
    with pytest.raises(EngineError, match="at least 1 point, and 2"):
        allocate(total, [10, 10], least)
    with pytest.raises(EngineError, match="standard error must lie between"):
        sample_size([1.0], [0.9], 0.0)
    with pytest.raises(EngineError, match="expected accuracy must lie between"):
        sample_size([1.0], [90.0], 0.01)


def test_intervals_cover_the_truth_where_strata_are_not_the_map_s_classes():
    """Three strata, two classes: of 400 samples of a population that is known, about 95 % of the intervals hold the
    truth.
    """
    generator = np.random.default_rng(5)
    strata = np.repeat([0, 1, 2], [60_000, 8_000, 2_000])
    truth = generator.random(len(strata)) < np.array([0.05, 0.3, 0.8])[strata]
    mapped = np.where(strata == 2, 1, (generator.random(len(strata)) < 0.1) & (strata == 1)).astype(int)
    sizes = {0: 60_000.0, 1: 8_000.0, 2: 2_000.0}
    exact = {
        "areas": truth.sum(),
        "users": (truth & (mapped == 1)).sum() / (mapped == 1).sum(),
        "producers": (truth & (mapped == 1)).sum() / truth.sum(),
        "f1": 2 * (truth & (mapped == 1)).sum() / (truth.sum() + (mapped == 1).sum()),
        "iou": (truth & (mapped == 1)).sum() / (truth | (mapped == 1)).sum(),
    }
    covered = dict.fromkeys(exact, 0)
    places = [np.flatnonzero(strata == key) for key in sizes]
    for _ in range(400):
        chosen = np.concatenate([generator.choice(place, 300, replace=False) for place in places])
        found = estimate(Sample(sizes, strata[chosen], mapped[chosen], truth[chosen].astype(int), (0, 1)))
        for name, value in exact.items():
            low, high = getattr(found, name)[1].interval
            covered[name] += low <= value <= high
    assert all(0.90 < hits / 400 < 0.99 for hits in covered.values()), covered


def test_what_the_sample_cannot_tell():
    sizes = {0: 1.0, 1: 1.0}
    one = np.array([0, 0, 1])
    with pytest.raises(EngineError, match=r"Stratum 1 has 1 answered point\(s\)"):
        estimate(Sample(sizes, one, one, one, (0, 1)))
    with pytest.raises(EngineError, match="stratum 7, whose size is not known"):
        estimate(Sample(sizes, np.array([0, 0, 7]), one, one, (0, 1)))
    nothing = np.zeros(4, int)
    found = estimate(Sample({0: 5.0}, nothing, nothing, nothing, (0, 1)))
    assert math.isnan(found.users[1].value)
    assert found.areas[1] == Estimate(0.0, 0.0)
    assert found.overall.interval == (1.0, 1.0)
