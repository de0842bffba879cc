package io.tailrace.analysis;

import static io.tailrace.analysis.Knowledge.PARTS;

import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.stream.IntStream;

/// What it is worth to know something before choosing among actions: the criterion's value when the best action is taken
/// given what is known, less its value under the action that is best without.
///
/// One part of the paths makes the choices, a second is asked whether they clearly pay, or else the usual action stays,
/// and the third says what they are worth; then the parts change places. So chance chooses nothing on the paths that
/// judge (no upward bias). Error: sampling, and what bins or a regression do not see, which makes the value too low.
/// Source: Howard, Information value theory, IEEE Transactions on Systems Science and Cybernetics 2 (1966).
///
/// @param actions `[action][path]`, outcomes of each
/// @param usual the action that is best without knowing more
record InformationValue(double[][] actions, Criterion criterion, int usual) {
    /// Fewer paths than this teach nothing that could be tried on others.
    private static final int FEWEST_PATHS = 100;

    /// Standard errors by which choices must pay on paths that did not make them.
    private static final double CLEARLY = 2;

    InformationValue(double[][] actions, Criterion criterion) {
        this(actions, criterion, criterion.best(actions));
    }

    /// Of some knowledge; exactly 0 where it never changes the choice.
    Estimate of(Knowledge knowledge) {
        if (actions[usual].length < FEWEST_PATHS) {
            return Estimate.unknown(Double.NaN);
        }
        double[] outcomes = actions[usual].clone();
        boolean changed = false;
        for (int part = 0; part < PARTS; part++) {
            int[] choices = choices(knowledge, part);
            if (changes(choices) && pays(choices, (part + 1) % PARTS)) {
                for (int path = (part + 2) % PARTS; path < outcomes.length; path += PARTS) {
                    outcomes[path] = actions[choices[path]][path];
                }
                changed = true;
            }
        }
        return changed ? gain(outcomes) : Estimate.exact(0);
    }

    /// Of knowing everything, chance included: the best action on each path.
    Estimate perfect() {
        double[] best = actions[0].clone();
        for (double[] action : actions) {
            for (int path = 0; path < best.length; path++) {
                best[path] = Math.max(best[path], action[path]);
            }
        }
        return gain(best);
    }

    private Estimate gain(double[] outcomes) {
        return criterion.of(outcomes).minus(criterion.of(actions[usual])).estimate();
    }

    private boolean changes(int[] choices) {
        return Arrays.stream(choices).anyMatch(choice -> choice != usual);
    }

    private boolean pays(int[] choices, int part) {
        int[] same = new int[choices.length];
        Arrays.fill(same, usual);
        Influence gain = criterion.of(outcomes(choices, part)).minus(criterion.of(outcomes(same, part)));
        return gain.value() > CLEARLY * gain.standardError();
    }

    /// On every path, by what one part teaches.
    private int[] choices(Knowledge knowledge, int part) {
        int[] choices = new int[actions[usual].length];
        Arrays.fill(choices, usual);
        for (int turn = 0; turn < criterion.turns(); turn++) {
            // the best level for these choices is where the worst 5 % of what they earn begin
            double level = Influence.at(Influence.sorted(outcomes(choices, part)), Outcomes.TAIL);
            int[] better = choices(knowledge, part, level);
            if (Arrays.equals(better, choices)) {
                break;
            }
            choices = better;
        }
        return choices;
    }

    private int[] choices(Knowledge knowledge, int part, double level) {
        int[] choices = new int[actions[usual].length];
        Arrays.fill(choices, usual);
        double[] most = expected(knowledge, part, level, usual);
        for (int action = 0; action < actions.length; action++) {
            if (action != usual) {
                double[] expected = expected(knowledge, part, level, action);
                for (int path = 0; path < most.length; path++) {
                    if (expected[path] > most[path]) {
                        most[path] = expected[path];
                        choices[path] = action;
                    }
                }
            }
        }
        return choices;
    }

    private double[] expected(Knowledge knowledge, int part, double level, int action) {
        double[] utility = Arrays.stream(actions[action])
                .map(outcome -> criterion.utility(outcome, level))
                .toArray();
        return knowledge.expected(utility, part);
    }

    /// Of one part's paths.
    private double[] outcomes(int[] choices, int part) {
        return IntStream.iterate(part, path -> path < choices.length, path -> path + PARTS)
                .mapToDouble(path -> actions[choices[path]][path])
                .toArray();
    }
}
