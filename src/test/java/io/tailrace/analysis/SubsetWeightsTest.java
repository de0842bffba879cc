package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SubsetWeightsTest {
    /// A game in which players help and hinder each other.
    private static double game(BitSet subset) {
        double product = 1;
        double sum = 0;
        for (int player : subset.stream().toArray()) {
            product *= player + 2;
            sum += Math.sin(player + 1);
        }
        return product + sum * sum;
    }

    @Test
    void allSubsetsGiveTheAverageOverAllOrders() {
        SubsetWeights weights = SubsetWeights.exact(5);
        assertThat(weights.subsets()).hasSize(32);
        double[] expected = averageOverAllOrders(5);
        for (int player = 0; player < 5; player++) {
            assertThat(value(weights, player, SubsetWeightsTest::game)).isCloseTo(expected[player], within(1e-9));
            assertThat(weights.standardError(player, SubsetWeightsTest::game)).isZero();
        }
    }

    /// One left glove and two right ones, worth something as a pair only: 2/3, 1/6, 1/6.
    @Test
    void theGloveGameHasItsKnownValue() {
        ToDoubleFunction<BitSet> gloves = s -> s.get(0) && (s.get(1) || s.get(2)) ? 1 : 0;
        SubsetWeights weights = SubsetWeights.exact(3);
        assertThat(IntStream.range(0, 3).mapToDouble(p -> value(weights, p, gloves)).toArray())
                .containsExactly(new double[]{2 / 3.0, 1 / 6.0, 1 / 6.0}, within(1e-15));
    }

    @Test
    void goingRoundSharesOutTheWholeAndIsExactWherePlayersActAlone() {
        int players = 9;
        SubsetWeights weights = SubsetWeights.goingRound(players);
        assertThat(weights.subsets()).hasSize(players * (players - 1) + 2);
        assertThat(weights.orders()).isEqualTo(2 * players);
        double sum = IntStream.range(0, players).mapToDouble(p -> value(weights, p, SubsetWeightsTest::game)).sum();
        var all = new BitSet();
        all.set(0, players);
        assertThat(sum).isCloseTo(game(all) - game(new BitSet()), within(1e-6));
        ToDoubleFunction<BitSet> alone = s -> s.stream().mapToDouble(p -> 1.5 * p * p).sum();
        for (int player = 0; player < players; player++) {
            assertThat(value(weights, player, alone)).isCloseTo(1.5 * player * player, within(1e-9));
            assertThat(weights.standardError(player, alone)).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void goingRoundIsNearTheAverageOfAllOrdersWithinItsError() {
        SubsetWeights weights = SubsetWeights.goingRound(7);
        double[] expected = averageOverAllOrders(7);
        for (int player = 0; player < 7; player++) {
            double error = weights.standardError(player, SubsetWeightsTest::game);
            assertThat(error).isPositive();
            assertThat(value(weights, player, SubsetWeightsTest::game)).isCloseTo(expected[player], within(4 * error));
        }
    }

    private static double value(SubsetWeights weights, int player, ToDoubleFunction<BitSet> worth) {
        return weights.subsets().stream().mapToDouble(s -> weights.of(s, player) * worth.applyAsDouble(s)).sum();
    }

    private static double[] averageOverAllOrders(int players) {
        double[] sums = new double[players];
        var orders = new ArrayList<List<Integer>>();
        permute(new ArrayList<>(), players, orders);
        for (List<Integer> order : orders) {
            var before = new BitSet();
            for (int player : order) {
                double worth = game(before);
                before.set(player);
                sums[player] += (game(before) - worth) / orders.size();
            }
        }
        return sums;
    }

    private static void permute(List<Integer> begun, int players, List<List<Integer>> orders) {
        if (begun.size() == players) {
            orders.add(List.copyOf(begun));
        }
        for (int player = 0; player < players; player++) {
            if (!begun.contains(player)) {
                begun.add(player);
                permute(begun, players, orders);
                begun.removeLast();
            }
        }
    }
}
