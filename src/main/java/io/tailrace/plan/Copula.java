package io.tailrace.plan;

import java.util.List;

/// How the shocks of a quarter hang together.
///
/// `cholesky[row][column]` is a root of the correlation matrix of [Factor]s: correlated normals are its product with
/// independent ones. It is lower triangular in the factors' own order or in another; see [#inOrder]. With a Student t copula every quarter has one common
/// scale √(dof/χ²), and each shock is turned back into a standard normal, so that margins stay normal
/// while bad quarters are bad at once.
public sealed interface Copula {
    double[][] cholesky();

    /// The same law with the shocks drawn in another order: these first, then the others in their own order.
    ///
    /// A factor's own normal then decides what the earlier factors do not say of its shock. Domain: [Factor#BASE] is
    /// not among them, since it is not drawn where nothing recorded depends on it.
    /// Why: to replace some shocks and keep others, those that are kept must come first.
    Copula inOrder(List<Factor> first);

    /// Of two shocks in the same quarter, before Student's scale.
    default double correlation(Factor one, Factor other) {
        return Cholesky.dot(cholesky()[one.ordinal()], cholesky()[other.ordinal()], Factor.COUNT);
    }

    record Gaussian(double[][] cholesky) implements Copula {
        @Override
        public Copula inOrder(List<Factor> first) {
            return new Gaussian(Cholesky.inOrder(cholesky, Factor.order(first)));
        }
    }

    /// @param scale √(dof/χ²) of a standard normal
    /// @param toNormal Φ⁻¹(T(y)) as a function of y / √(1 + y²/dof)
    record StudentT(double[][] cholesky, double degreesOfFreedom, Curve scale, Curve toNormal) implements Copula {
        @Override
        public Copula inOrder(List<Factor> first) {
            return new StudentT(
                    Cholesky.inOrder(cholesky, Factor.order(first)), degreesOfFreedom, scale, toNormal);
        }
    }
}
