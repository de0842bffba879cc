package io.tailrace.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Every analysis that can be asked for by name, in the order in which they are read.
public enum AnalysisKind {
    BACK_TEST("backtest", "observed figures against what the model says of them: hits, PIT values, verdicts", 0) {
        @Override
        Analysis compute(Study study) {
            return BackTest.of(study);
        }
    },
    CONTRACTS("contracts", "both contracts on the same paths: tails, regret, dominance, cash by quarter", 24) {
        @Override
        Analysis compute(Study study) {
            return ContractRisk.of(study);
        }
    },
    STRESS("stress", "every stress overlay beside the scenario: what it does to each headline number", 28) {
        @Override
        Analysis compute(Study study) {
            return Stress.of(study);
        }
    },
    BREAK_EVEN("break-even", "what would have to be true for both contracts to be worth the same", 8) {
        @Override
        Analysis compute(Study study) {
            return BreakEven.of(study);
        }
    },
    MIX("mix", "mean NPV against CVaR95 over the mix of both contracts and over their terms", 16) {
        @Override
        Analysis compute(Study study) {
            return MixFrontier.of(study);
        }
    },
    PROVIDERS("providers", "the shipped providers side by side, and the swap of their mixes", 16) {
        @Override
        Analysis compute(Study study) {
            return Providers.of(study);
        }
    },
    REVERSE_STRESS("reverse-stress", "what would have to happen for a floor to break, and the causes told apart", 32) {
        @Override
        Analysis compute(Study study) {
            return ReverseStress.of(study);
        }
    },
    TORNADO("tornado", "what each uncertain parameter does on its own, from its P10 to its P90", 1) {
        @Override
        Analysis compute(Study study) {
            return Tornado.of(study);
        }
    },
    SOBOL("sobol", "whose uncertainty the outcomes' uncertainty is: Sobol indices of every driver, tails too", 4) {
        @Override
        Analysis compute(Study study) {
            return SobolShares.of(study);
        }
    },
    SHAPLEY("shapley", "each driver's fair share of the uncertainty, correlated shocks included, tails too", 2) {
        @Override
        Analysis compute(Study study) {
            return ShapleyShares.of(study);
        }
    },
    RANKS("ranks", "which way and where in its range each driver moves the NPVs: rank correlations, CUSUNORO", 24) {
        @Override
        Analysis compute(Study study) {
            return Ranks.of(study);
        }
    },
    INFORMATION("information", "which assumption is worth checking before signing, and what that is worth", 16) {
        @Override
        Analysis compute(Study study) {
            return Information.of(study);
        }
    },
    TAIL("tail", "how likely a rare level is breached, and how bad it is then, by importance sampling", 8) {
        @Override
        Analysis compute(Study study) {
            return TailRisk.of(study);
        }
    },
    MEANS("means", "mean NPVs with control variates: how much of the simulation error is known chance", 1) {
        @Override
        Analysis compute(Study study) {
            return ControlledMeans.of(study);
        }
    };

    private final String key;
    private final String question;
    private final int columns;

    AnalysisKind(String key, String question, int columns) {
        this.key = key;
        this.question = question;
        this.columns = columns;
    }

    /// Name on the command line, in scenarios and of the file.
    public String key() {
        return key;
    }

    /// What it answers, in one line.
    public String question() {
        return question;
    }

    /// Memory that it holds at once: so many numbers for each of the study's paths.
    public int columns() {
        return columns;
    }

    public Analysis of(Study study) {
        study.begins(this);
        return compute(study);
    }

    abstract Analysis compute(Study study);

    public static Optional<AnalysisKind> named(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(AnalysisKind::key).toList();
    }
}
