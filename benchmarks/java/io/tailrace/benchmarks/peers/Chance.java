package io.tailrace.benchmarks.peers;

/// What a path asks of a random number library.
interface Chance {
    /// Uniform on (0, 1).
    double uniform();

    /// Standard normal.
    double normal();

    /// Correlated standard normals, one for each [W1.Factor]; the array may be used again by the next call.
    double[] factors();
}
