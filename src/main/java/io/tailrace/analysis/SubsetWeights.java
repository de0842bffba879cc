package io.tailrace.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Which subsets of some players are to be evaluated, and with what weight each counts in a player's Shapley value.
///
/// For a few players all subsets, which gives the value exactly. For more, the orders that begin at each player in turn
/// and go round, and their reverses: each player then stands in each place equally often, and what the orders disagree
/// about shows the error.
/// Source: Shapley (1953); reversed orders: Mitchell, Cooper, Frank & Holmes, Sampling permutations for Shapley value
/// estimation (2022).
final class SubsetWeights {
    private final int players;
    private final Map<BitSet, double[]> weights = new LinkedHashMap<>(); // by player
    private final List<Map<BitSet, double[]>> rounds = new ArrayList<>(); // an order and its reverse each

    private SubsetWeights(int players) {
        this.players = players;
        at(weights, new BitSet());
    }

    /// 2^players subsets.
    static SubsetWeights exact(int players) {
        var result = new SubsetWeights(players);
        for (long bits = 0; bits < 1L << players; bits++) {
            BitSet subset = BitSet.valueOf(new long[]{bits});
            double[] weights = result.at(result.weights, subset);
            for (int player = 0; player < players; player++) {
                int others = subset.cardinality() - (subset.get(player) ? 1 : 0);
                weights[player] = (subset.get(player) ? 1 : -1) * perOrder(players, others);
            }
        }
        return result;
    }

    /// players · (players − 1) + 2 subsets.
    static SubsetWeights goingRound(int players) {
        var result = new SubsetWeights(players);
        for (int first = 0; first < players; first++) {
            var round = new LinkedHashMap<BitSet, double[]>();
            result.walk(round, first, 1);
            result.walk(round, first + players - 1, -1);
            result.rounds.add(round);
        }
        for (Map<BitSet, double[]> round : result.rounds) {
            round.forEach((subset, parts) -> {
                double[] sum = result.at(result.weights, subset);
                for (int player = 0; player < players; player++) {
                    sum[player] += parts[player] / players;
                }
            });
        }
        return result;
    }

    /// The empty one first.
    List<BitSet> subsets() {
        return List.copyOf(weights.keySet());
    }

    /// A player's value is the sum over subsets of this times the subset's worth.
    double of(BitSet subset, int player) {
        return weights.get(subset)[player];
    }

    /// Orders that were taken; 0 where the value is exact.
    int orders() {
        return 2 * rounds.size();
    }

    /// Error that comes from not taking all orders.
    double standardError(int player, ToDoubleFunction<BitSet> worth) {
        if (rounds.isEmpty()) {
            return 0;
        }
        double[] values = rounds.stream()
                .mapToDouble(round -> round.entrySet().stream()
                        .mapToDouble(entry -> entry.getValue()[player] * worth.applyAsDouble(entry.getKey()))
                        .sum())
                .toArray();
        return Influence.mean(values).standardError();
    }

    /// Adds half of what one order says; `step` is 1 or, backwards, -1.
    private void walk(Map<BitSet, double[]> round, int first, int step) {
        var before = new BitSet();
        for (int i = 0; i < players; i++) {
            int player = Math.floorMod(first + step * i, players);
            var after = (BitSet) before.clone();
            after.set(player);
            at(round, before)[player] -= 0.5;
            at(round, after)[player] += 0.5;
            before = after;
        }
    }

    private double[] at(Map<BitSet, double[]> map, BitSet subset) {
        return map.computeIfAbsent(subset, _ -> new double[players]);
    }

    /// 1 over (players times the ways to choose so many others).
    private static double perOrder(int players, int others) {
        double ways = 1;
        for (int i = 1; i <= others; i++) {
            ways *= (double) (players - i) / i;
        }
        return 1 / (players * ways);
    }
}
