package io.tailrace.analysis;

/// Mean NPV and CVaR95 at one value of a term, with each path's influence on both.
record RiskReturn(double at, Influence mean, Influence cvar95) {
    static RiskReturn of(double at, double[] npv) {
        return new RiskReturn(at, Influence.mean(npv), Influence.lowerShortfall(npv, 0.05));
    }

    /// How another compares with this.
    enum Other { BETTER, PERHAPS_BETTER, ALIKE, NOT_BETTER }

    /// BETTER: at least as good in both and better in one, each beyond its 95 % interval or exactly equal. ALIKE: no
    /// difference in either beyond it. PERHAPS_BETTER: higher in both, but not beyond it in one.
    Other compared(RiskReturn other) {
        Influence moreMean = other.mean.minus(mean);
        Influence moreCvar = other.cvar95.minus(cvar95);
        int m = sign(moreMean);
        int c = sign(moreCvar);
        if (m == 0 && c == 0) {
            return Other.ALIKE;
        }
        boolean sureOfMean = m > 0 || exactlyEqual(moreMean);
        boolean sureOfCvar = c > 0 || exactlyEqual(moreCvar);
        if (sureOfMean && sureOfCvar) {
            return Other.BETTER;
        }
        return moreMean.value() >= 0 && moreCvar.value() >= 0 ? Other.PERHAPS_BETTER : Other.NOT_BETTER;
    }

    private static int sign(Influence difference) {
        double half = difference.estimate().high() - difference.value();
        return Math.abs(difference.value()) <= half ? 0 : (int) Math.signum(difference.value());
    }

    private static boolean exactlyEqual(Influence difference) {
        return difference.value() == 0 && difference.standardError() == 0;
    }
}
