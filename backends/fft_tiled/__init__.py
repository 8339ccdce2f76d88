"""The transforms of `fft` on tiles in cache."""
