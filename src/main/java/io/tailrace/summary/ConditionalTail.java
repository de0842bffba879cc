package io.tailrace.summary;

/// Means and signs of some columns over the paths on which another column is lowest: net present values in the worst
/// decile of token spending.
///
/// The worst share is cut at any rank up to the bins of the conditioning column; the bin that holds the cut counts in
/// proportion. Paths whose condition is NaN belong to no share; an asked column's NaN is left out of its own sums.
///
/// All sums are integers, so paths and merges come in any order: values in units of 2⁻¹⁰ as longs, their squares as
/// 128-bit numbers. Domain: within a bin of the condition Σ|x| < 2⁵³ ≈ 9·10¹⁵ (a billion paths of a million each take
/// 10¹⁵) and |x| < 2⁵³; beyond, an [ArithmeticException] instead of a wrong sum.
/// Memory: 8·(1 + 5·asked) bytes for each bin from the lowest to the highest in use. Not safe for use by several
/// threads.
public final class ConditionalTail {
    private final Condition condition;
    private final int[] of;
    private final double unitsPerOne;
    private final TailCells cells;

    ConditionalTail(Layout layout, Condition condition) {
        this.condition = condition;
        of = condition.of().stream().mapToInt(Integer::intValue).toArray();
        unitsPerOne = layout.columns().get(condition.by()).unitsPerOne();
        cells = new TailCells(of.length);
    }

    /// From `values` `[column][path in block]`, all finite or NaN.
    void record(double[][] values, int paths) {
        double[] by = values[condition.by()];
        for (int path = 0; path < paths; path++) {
            if (!Double.isNaN(by[path])) {
                cells.record(Bins.of(by[path], unitsPerOne), values, of, path);
            }
        }
    }

    void add(ConditionalTail other) {
        cells.add(other.cells);
    }

    void write(Encoder to) {
        cells.write(to);
    }

    void read(Decoder from) {
        cells.read(from);
    }

    public Condition condition() {
        return condition;
    }

    /// Mean of `column`, one of [Condition#of], over the lowest `share` of the condition.
    ///
    /// Error: see [#variance].
    public Estimate mean(int column, double share) {
        Cut cut = cut(column, share);
        double variance = variance(cut.tail().variance(), cut.tail().mean(), cut.edge().mean(), share);
        return Estimate.normal(cut.tail().mean(), Math.sqrt(variance / cut.tail().count()));
    }

    /// Share of those paths on which `column` is below 0, by its exact sign.
    ///
    /// The interval is Wilson's at the number of independent paths that would give the same standard error.
    public Estimate probabilityNegative(int column, double share) {
        Cut cut = cut(column, share);
        double p = cut.tail().negativeShare();
        double binomial = p * (1 - p);
        double variance = variance(binomial, p, cut.edge().negativeShare(), share);
        double paths = variance > 0 ? cut.tail().count() * binomial / variance : cut.tail().count();
        return Estimate.share(p, paths);
    }

    /// How many paths the lowest `share` holds, a split bin in proportion.
    public double paths(double share) {
        return share * cells.paths();
    }

    long estimatedBytes() {
        return cells.estimatedBytes();
    }

    /// Variance a path of the conditional mean: Var(X | tail) + (1 − share)·(E[X | at the cut] − E[X | tail])².
    ///
    /// Why: the cut is itself estimated, and a path more or less in the tail has the value X takes there.
    /// Source: the influence function of E[X | Y ≤ quantile of Y], which for X = Y is Manistre & Hancock's (2005).
    private static double variance(double within, double mean, double atCut, double share) {
        double gap = Double.isNaN(atCut) ? 0 : atCut - mean;
        return within + (1 - share) * gap * gap;
    }

    /// `edge` is the tenth on either side of the cut: where X at the cut is read off.
    private Cut cut(int column, double share) {
        int k = condition.of().indexOf(column);
        if (k < 0 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("Column " + column + " over a share of " + share + " was not kept");
        }
        double rank = share * cells.paths();
        TailCells.Portion edge = cells.lowest(k, 1.1 * rank).minus(cells.lowest(k, 0.9 * rank));
        return new Cut(cells.lowest(k, rank), edge);
    }

    private record Cut(TailCells.Portion tail, TailCells.Portion edge) {}
}
