"""Prints elementary.txt: known answers of exp, log and logistic. Needs Python 3 and mpmath."""
import math
import random

from mpmath import exp, ln, mp, mpf

mp.dps = 400
random.seed(1)
LN2 = math.log(2)


def around(x, steps=2):
    points = [x]
    below = above = x
    for _ in range(steps):
        below, above = math.nextafter(below, -math.inf), math.nextafter(above, math.inf)
        points += [below, above]
    return points


def show(name, function, points):
    for x in sorted(set(points)):
        value = function(mpf(x))
        nearest = float(value)
        ulp = mpf(math.ulp(nearest))
        print(name, float(x).hex(), nearest.hex(), f"{float((value - mpf(nearest)) / ulp):.6f}")


tiny = [5e-324, 2.2250738585072014e-308, 1e-300, 2.0 ** -54, 2.0 ** -53, 2.0 ** -52, 2.0 ** -27, 1e-9, 1e-3]
halves = [y for k in (-1010, -513, -53, -2, -1, 0, 1, 2, 52, 511, 1009) for y in around((k + 0.5) * LN2)]
wholes = [y for k in (-1000, -40, -1, 1, 40, 1000) for y in around(k * LN2)]
exponents = [0.0, 1.0, -1.0, 700.0, -700.0, math.nextafter(700, 0), math.nextafter(-700, 0)] + tiny + [-t for t in tiny]
exponents += halves + wholes + [random.uniform(-2, 2) for _ in range(150)] + [
    random.uniform(-700, 700) for _ in range(150)]
numbers = [y for c in (math.sqrt(0.5), 1.0, math.sqrt(2), 2.0, 0.5, 1e100, 1e-100) for y in around(c, 4)]
numbers += [2.2250738585072014e-308, 1.7976931348623157e308, math.nextafter(2.2250738585072014e-308, 1)]
numbers += [1 + s * 2.0 ** -k for k in range(1, 53) for s in (1, -1)]
numbers += [math.exp(random.uniform(-1.5, 1.5)) for _ in range(150)] + [
    math.exp(random.uniform(-700, 700)) for _ in range(150)]

print("# Columns: function, x, the double nearest to its value, (value - that double) in units of its last place.")
print("# Recipe: elementary.py, 400 digits.")
show("exp", exp, exponents)
show("log", ln, numbers)
show("logistic", lambda x: 1 / (1 + exp(-x)),
     [0.0, 700.0, -700.0] + [random.uniform(-40, 40) for _ in range(200)] + [
         random.uniform(-700, 0) for _ in range(50)])
