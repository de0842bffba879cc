package io.tailrace.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the copula and the correlations must satisfy together.
final class ShockRules {
    static final String CORRELATION = "shocks.correlation";
    private static final List<String> COPULAS = List.of("gaussian", "student-t");

    private final BoundScenario bound;

    ShockRules(BoundScenario bound) {
        this.bound = bound;
    }

    void check() {
        copula();
        correlation().ifPresent(matrix -> {
            if (!matrix.isPositiveSemiDefinite()) {
                bound.failSection(
                        CORRELATION,
                        "is not positive semi-definite: its smallest eigenvalue is "
                                + String.format(Locale.ROOT, "%.6g", matrix.smallestEigenvalue()),
                        "--repair-correlation takes the nearest matrix that is");
            }
        });
    }

    /// The matrix, if every pair is sound.
    Optional<CorrelationMatrix> correlation() {
        var pairs = new LinkedHashMap<String, Map<String, Double>>();
        boolean sound = bound.get(CORRELATION, Map.class).isPresent();
        for (var factor : bound.keys(CORRELATION)) {
            var row = CORRELATION + "." + factor;
            sound &= known(factor, row);
            for (var other : bound.keys(row)) {
                var value = bound.get(row + "." + other, Double.class);
                sound &= known(other, row + "." + other) && value.isPresent()
                        && pair(factor, other, value.get(), pairs);
            }
        }
        return sound ? Optional.of(CorrelationMatrix.of(pairs)) : Optional.empty();
    }

    private boolean known(String factor, String path) {
        if (CorrelationMatrix.FACTORS.contains(factor)) {
            return true;
        }
        bound.failSection(path, "no such factor", Suggestions.didYouMeanOneOf(factor, CorrelationMatrix.FACTORS));
        return false;
    }

    private boolean pair(String factor, String other, double value, Map<String, Map<String, Double>> pairs) {
        var path = CORRELATION + "." + factor + "." + other;
        if (factor.equals(other) && value != 1) {
            bound.fail(path, "the correlation of a factor with itself must be 1");
            return false;
        }
        var mirrored = Optional.ofNullable(pairs.getOrDefault(other, Map.of()).get(factor));
        if (mirrored.isPresent() && mirrored.get() != value) {
            bound.fail(path, "is not symmetric: " + other + "." + factor + " is " + NumberText.of(mirrored.get()));
            return false;
        }
        pairs.computeIfAbsent(factor, _ -> new LinkedHashMap<>()).put(other, value);
        return true;
    }

    private void copula() {
        var copula = bound.get("shocks.copula", String.class);
        if (copula.isEmpty()) {
            return;
        }
        if (!COPULAS.contains(copula.get())) {
            bound.fail(
                    "shocks.copula", "must be gaussian or student-t", Suggestions.didYouMean(copula.get(), COPULAS));
            return;
        }
        boolean student = copula.get().equals("student-t");
        boolean degrees = bound.given("shocks.degreesOfFreedom");
        if (student && !degrees) {
            bound.fail("shocks.degreesOfFreedom", "is missing: the student-t copula needs it");
        }
        if (!student && degrees) {
            bound.fail("shocks.degreesOfFreedom", "belongs to the student-t copula only");
        }
    }
}
