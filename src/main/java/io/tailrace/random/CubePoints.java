package io.tailrace.random;

/// Points of the unit cube, replicate by replicate and coordinate by coordinate.
interface CubePoints {
    /// Coordinates that the construction has; further ones are independent random numbers.
    int dimensions();

    /// Fills `to` with one coordinate of the points `first` … of a replicate, as words of [Uniform].
    ///
    /// `to` has a power of two of elements, at most [Sampling.QuasiRandom#FEWEST_POINTS], and `first` is a multiple of it.
    void words(long replicate, int dimension, long first, int[] to);
}
