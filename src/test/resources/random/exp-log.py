"""Prints the coefficients of Elementary as Java lines. Needs Python 3 and mpmath.

exp: exp(r) = 1 + r + r^2 q(r) on |r| <= ln(2) / 2 (1 + 2^-20); q of degree 9.
log: log(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)), s = f / (2 + f), |s| <= 3 - 2 sqrt 2; R(w) = w r(w), r of degree 6.
Both are least squares fits at Chebyshev nodes, weighted so that the error counts relative to the result (as the
functions r^2 / exp(r) and s^3 / log(1 + f) say), reweighted by Lawson's method towards the smallest largest error.
"""
from mpmath import atanh, cos, exp, expm1, log, lu_solve, matrix, mp, mpf, nstr, pi, sqrt

mp.dps = 60


def fit(name, target, weight, low, high, degree, nodes=120, sweeps=40):
    xs = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * j + 1) / (2 * nodes)) for j in range(nodes)]
    ys = [target(x) for x in xs]
    ws = [weight(x) for x in xs]
    shares = [mpf(1) / nodes] * nodes
    n = degree + 1
    for _ in range(sweeps):
        a, b = matrix(n, n), matrix(n, 1)
        for x, y, w, share in zip(xs, ys, ws, shares):
            powers = [x ** i for i in range(n)]
            for i in range(n):
                b[i] += share * w * w * powers[i] * y
                for j in range(n):
                    a[i, j] += share * w * w * powers[i] * powers[j]
        c = lu_solve(a, b)
        errors = [abs(w * (sum(c[i] * x ** i for i in range(n)) - y)) for x, y, w in zip(xs, ys, ws)]
        total = sum(share * error for share, error in zip(shares, errors))
        shares = [share * error / total for share, error in zip(shares, errors)]
    print(f"// {name}: largest error of the exact polynomial {nstr(max(errors), 3)}")
    return list(c)


def literal(x):
    mantissa, exponent = float(x).hex().split("p")
    head, _, digits = mantissa.partition(".")
    return f"{head}.{digits.rstrip('0') or '0'}p{int(exponent)}"


def show(prefix, values, first):
    for i, value in enumerate(values):
        print(f"private static final double {prefix}{first + i} = {literal(value)}; // {nstr(value, 17)}")


edge = log(2) / 2 * (1 + mpf(2) ** -20)
show("E", fit("exp", lambda r: (expm1(r) - r) / r ** 2, lambda r: r ** 2 / exp(r), -edge, edge, 9), 2)

edge = (3 - 2 * sqrt(2)) ** 2 * (1 + mpf(2) ** -20)
show("L", fit("log", lambda w: (2 * atanh(sqrt(w)) / sqrt(w) - 2) / w, lambda w: w ** mpf(1.5) / atanh(sqrt(w)),
              mpf(2) ** -40, edge, 6), 1)

high = mpf(int(log(2) * 2 ** 40)) / 2 ** 40
print(f"LN2_HIGH = {literal(high)}; // {nstr(high, 17)}, the first 40 bits")
print(f"LN2_LOW = {literal(log(2) - high)}; // {nstr(log(2) - high, 17)}")
print(f"LOG2_E = {literal(1 / log(2))}; // {nstr(1 / log(2), 17)}")
