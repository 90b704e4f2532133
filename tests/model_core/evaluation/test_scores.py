# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
import torch

from model_core.evaluation.scores import best_threshold, count, pooled, reliability
from model_core.selection.selection import fit_calibration
from model_core.training.losses import exclusive_loss, map_loss
from noise2map_qgis.engine.encoding import LEVELS


def test_histogram_scores_are_those_of_the_pixels():
    rng = np.random.default_rng(0)
    levels, labels = rng.integers(0, 255, 5000).astype(np.uint8), rng.choice([0, 1, 255], 5000).astype(np.uint8)
    histogram = count(levels, labels)
    for threshold in (0.2, 0.5, 0.81):
        positive, known = levels / 254 >= threshold - 1e-12, labels != 255
        hits = (positive & (labels == 1)).sum()
        precision, recall = hits / (positive & known).sum(), hits / (labels == 1).sum()
        scores = histogram.at(threshold)
        assert scores.precision == pytest.approx(precision)
        assert scores.recall == pytest.approx(recall)
        assert scores.f1 == pytest.approx(2 * precision * recall / (precision + recall))
        assert scores.iou == pytest.approx(hits / ((positive & known) | (labels == 1)).sum())


def test_calibration_error_is_the_gap_between_said_and_true():
    levels, labels = np.full(1000, 203, np.uint8), np.zeros(1000, np.uint8)
    labels[:500] = 1
    assert reliability(count(levels, labels)).expected_error == pytest.approx(203 / 254 - 0.5)
    labels[:799] = 1
    assert reliability(count(levels, labels)).expected_error < 0.001
    assert reliability(pooled({})).expected_error == 0


def test_best_threshold_weighs_sets_alike():
    small = count(np.array([200, 40, 40], np.uint8), np.array([1, 0, 0], np.uint8))
    large = count(np.repeat(np.array([100, 60], np.uint8), 10_000), np.repeat(np.array([1, 0], np.uint8), 10_000))
    threshold, f1 = best_threshold({"small": small, "large": large})
    assert f1 == 1.0
    assert 60 / 254 < threshold <= 100 / 254


def test_calibration_recovers_what_was_done_to_the_logits():
    rng = np.random.default_rng(0)
    logit = rng.normal(0, 2, 400_000)
    label = (rng.random(logit.size) < 1 / (1 + np.exp(-logit))).astype(np.uint8)
    overconfident = 1 / (1 + np.exp(-(1.5 * logit + 0.5)))
    histogram = count(np.round(overconfident * LEVELS).astype(np.uint8), label)
    gain, offset = fit_calibration(histogram)
    assert gain == pytest.approx(1 / 1.5, abs=0.03)
    assert offset == pytest.approx(-0.5 / 1.5, abs=0.05)


def test_map_loss_ignores_unknown_pixels_and_falls_when_right():
    labels = torch.tensor([[[0, 1], [255, 255]]], dtype=torch.uint8)
    right = torch.tensor([[[-6.0, 6.0], [50.0, -50.0]]])
    assert map_loss(right, labels) < 0.1 < map_loss(-right, labels)
    assert map_loss(right, torch.full_like(labels, 255)) == 0


def test_exclusive_loss_asks_for_one_building_where_change_is():
    change = torch.ones(1, 2, 2, dtype=torch.uint8)
    yes, no = torch.full((1, 2, 2), 8.0), torch.full((1, 2, 2), -8.0)
    assert exclusive_loss(yes, no, change) < 0.01
    assert exclusive_loss(no, yes, change) < 0.01
    assert exclusive_loss(yes, yes, change) > 3
    assert exclusive_loss(yes, yes, 1 - change) < 0.01
    assert exclusive_loss(yes, no, torch.full_like(change, 255)) == 0
