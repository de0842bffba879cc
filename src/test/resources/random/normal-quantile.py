"""Writes NormalQuantileTable.java to standard output. Needs Python 3 and mpmath.

z(v) is the lower-tail standard normal quantile at p = v / 2. Octave k holds v * 2^31 in [2^(k-1), 2^k), k = 0..31,
and there u = mantissa - 1.5 in [-1/2, 1/2). In each octave a polynomial of degree 7 in u is fitted to z by least
squares at 96 Chebyshev-Lobatto nodes, with both ends of the octave met exactly, so that neighbours join. Coefficients
are rounded to float one by one, lowest degree first, and the rest is fitted again after each, so that what a rounded
coefficient gets wrong is mended by the later ones.
"""
import struct
import sys

from mpmath import cos, erfc, exp, matrix, lu_solve, mp, mpf, pi, sqrt

mp.dps = 50
DEGREE = 7
OCTAVES = 32
NODES = [cos(pi * j / 95) / 2 for j in range(96)]


def quantile(p):
    """Newton on the logarithm of the lower tail erfc(-z / sqrt 2) / 2; p <= 1/2."""
    if p == mpf(1) / 2:
        return mpf(0)
    z = -sqrt(-2 * mp.log(p)) if p < mpf("0.05") else mpf("-0.6")
    for _ in range(60):
        tail = erfc(-z / sqrt(2)) / 2
        step = tail * mp.log(tail / p) / (exp(-z * z / 2) / sqrt(2 * pi))
        z -= step
        if abs(step) < mpf(10) ** -40:
            return z
    raise ArithmeticError(p)


def to_float(x):
    return struct.unpack("<f", struct.pack("<f", float(x)))[0]


def fit(targets, low):
    """Coefficients of u^low .. u^7 that fit `targets` at NODES and meet the first and the last exactly."""
    n = DEGREE + 1 - low
    if n <= 1:
        return [targets[0] / NODES[0] ** low]
    a = matrix(n + 2, n + 2)
    b = matrix(n + 2, 1)
    for u, y in zip(NODES, targets):
        row = [u ** (low + i) for i in range(n)]
        for i in range(n):
            b[i] += row[i] * y
            for j in range(n):
                a[i, j] += row[i] * row[j]
    for end, (u, y) in enumerate([(NODES[0], targets[0]), (NODES[-1], targets[-1])]):
        for i in range(n):
            a[i, n + end] = a[n + end, i] = u ** (low + i)
        b[n + end] = y
    return list(lu_solve(a, b))[:n]


def octave(k):
    scale = mpf(2) ** (k - 1 - 32)
    targets = [quantile(scale * (u + mpf(3) / 2)) for u in NODES]
    coefficients = []
    for low in range(DEGREE + 1):
        rounded = to_float(fit(targets, low)[0])
        coefficients.append(rounded)
        targets = [y - mpf(rounded) * u ** low for u, y in zip(NODES, targets)]
    print(k, mp.nstr(max(abs(t) for t in targets), 3), file=sys.stderr)
    return coefficients


def literal(x):
    mantissa, exponent = x.hex().split("p")
    head, _, digits = mantissa.partition(".")
    return f"{head}.{digits.rstrip('0') or '0'}p{int(exponent)}f"


table = [octave(k) for k in range(OCTAVES)]
print("""package io.tailrace.random;

/// Coefficients of [NormalQuantile]: `COEFFICIENTS[degree][octave]`, so that lanes look up one row per degree.
///
/// Source: fitted by `src/test/resources/random/normal-quantile.py`, which prints this file and describes the recipe.
final class NormalQuantileTable {
    static final int DEGREE = 7;
    static final int OCTAVES = 32;

    private static final float[][] COEFFICIENTS = {""")
for degree in range(DEGREE + 1):
    print("        {")
    row = [literal(table[k][degree]) for k in range(OCTAVES)]
    for i in range(0, OCTAVES, 4):
        print("            " + ", ".join(row[i:i + 4]) + ",")
    print("        },")
print("""    };

    private NormalQuantileTable() {}

    /// The coefficients of one degree, one per octave; a copy.
    static float[] ofDegree(int degree) {
        return COEFFICIENTS[degree].clone();
    }
}""")
