package io.tailrace.analysis;

/// By what number an action is chosen.
///
/// CVaR95 is the highest, over all levels, of the mean of `level + min(0, outcome - level) / 0.05`, so that for a given
/// level it is a mean too, and choices can be made path by path.
/// Source: Rockafellar & Uryasev, Optimization of conditional value-at-risk, Journal of Risk 2 (2000).
public enum Criterion {
    MEAN(1) {
        @Override
        double utility(double outcome, double level) { return outcome; }

        @Override
        Influence of(double[] outcomes) { return Influence.mean(outcomes); }
    },
    CVAR95(10) {
        @Override
        double utility(double outcome, double level) { return Math.min(0, outcome - level) / Outcomes.TAIL; }

        @Override
        Influence of(double[] outcomes) { return Influence.lowerShortfall(outcomes, Outcomes.TAIL); }
    };

    private final int turns;

    Criterion(int turns) {
        this.turns = turns;
    }

    /// How often level and choices may be improved in turns; two times are usually enough.
    int turns() {
        return turns;
    }

    /// What a path counts for, but for a constant.
    abstract double utility(double outcome, double level);

    abstract Influence of(double[] outcomes);

    /// The action that is best without knowing more.
    int best(double[][] actions) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < actions.length; action++) {
            double value = of(actions[action]).value();
            best = value > most ? action : best;
            most = Math.max(value, most);
        }
        return best;
    }
}
