"""Filters by name, and photos, of `polyconv race`."""

import numpy as np
import pytest

import polyconv
from polyconv import cli
from polyconv.cli._filters import filter_bank
from polyconv.cli._photo import load_photo, sample_photo


@pytest.mark.parametrize("size", [1, 2, 5, 15, 31])
@pytest.mark.parametrize("name", ["gaussian", "box"])
def test_smoothing_filters_sum_to_one(name, size):
    (bank,) = filter_bank(f"{name}:{size}")
    assert bank.shape == (size, size)
    assert bank.dtype == np.float32
    assert bank.sum() == pytest.approx(1, abs=1e-6)
    np.testing.assert_array_equal(bank, bank.T)
    np.testing.assert_allclose(bank, bank[::-1, ::-1], rtol=1e-6)
    assert bank.max() == bank[size // 2, size // 2]


def test_gaussian_is_opencvs():
    # cv2.getGaussianKernel(5, 0): sigma is 1.1.
    line = np.array([0.07076643, 0.24446025, 0.36954665, 0.24446025, 0.07076643])
    np.testing.assert_allclose(filter_bank("gaussian:5")[0], np.outer(line, line), rtol=1e-3)


def test_sobel_is_antisymmetric():
    horizontal, vertical = filter_bank("sobel")
    np.testing.assert_array_equal(horizontal, -horizontal[:, ::-1])
    np.testing.assert_array_equal(horizontal, vertical.T)
    # Brightness that grows by one for each pixel to the right has the derivative 8 in these units.
    ramp = np.tile(np.arange(5.0), (5, 1))[None]
    np.testing.assert_array_equal(polyconv.conv(ramp, horizontal[None, None])[0], 8)


def test_laplacian_ignores_ramps():
    ramp = np.add.outer(np.arange(5.0), 2 * np.arange(6.0))[None]
    np.testing.assert_array_equal(polyconv.conv(ramp, filter_bank("laplacian")[None]), 0)


def test_photos_become_channels_of_brightness(tmp_path):
    from PIL import Image

    colour = np.zeros((4, 6, 3), np.uint8)
    colour[..., 1] = 255
    for mode, channels in [("RGB", 3), ("RGBA", 3), ("P", 3), ("L", 1), ("1", 1), ("LA", 1)]:
        path = tmp_path / f"{mode}.png"
        Image.fromarray(colour).convert(mode).save(path)
        array = load_photo(path)
        assert array.shape == (channels, 4, 6)
        assert array.dtype == np.float32
        assert 0 <= array.min() <= array.max() <= 1
    Image.fromarray(np.full((4, 6), 65535, np.uint16)).save(tmp_path / "deep.png")
    np.testing.assert_array_equal(load_photo(tmp_path / "deep.png"), np.ones((1, 4, 6)))


def test_a_float_image_is_taken_as_it_is(tmp_path):
    from PIL import Image

    values = np.linspace(-0.5, 1.0, 24, dtype=np.float32).reshape(4, 6)
    path = tmp_path / "float.tif"
    Image.fromarray(values).save(path)
    np.testing.assert_array_equal(load_photo(path), values[None])
    values[1, 2] = np.nan
    Image.fromarray(values).save(path)
    with pytest.raises(cli.BadInput, match="not finite"):
        load_photo(path)


def test_sample_photo():
    assert sample_photo().shape == (3, 600, 512)
