package io.tailrace.plan;

/// How the shocks of a quarter hang together.
///
/// `cholesky[row][column]` is the lower triangular root of the correlation matrix of [Factor]s: correlated
/// normals are its product with independent ones. With a Student t copula every quarter has one common
/// scale √(dof/χ²), and each shock is turned back into a standard normal, so that margins stay normal
/// while bad quarters are bad at once.
public sealed interface Copula {
    double[][] cholesky();

    record Gaussian(double[][] cholesky) implements Copula {}

    /// @param scale √(dof/χ²) of a standard normal
    /// @param toNormal Φ⁻¹(T(y)) as a function of y / √(1 + y²/dof)
    record StudentT(double[][] cholesky, double degreesOfFreedom, Curve scale, Curve toNormal) implements Copula {}
}
