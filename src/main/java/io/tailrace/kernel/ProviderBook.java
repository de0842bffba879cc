package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.exp;
import static io.tailrace.kernel.LaneMath.log;
import static io.tailrace.kernel.Lanes.NONE;
import static io.tailrace.kernel.Lanes.ZERO;
import static io.tailrace.kernel.Lanes.all;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.GT;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.List;
import jdk.incubator.vector.DoubleVector;

/// Lane twin of the model's `ProviderBook`; it has no stage where none of its quantities is recorded.
final class ProviderBook {
    private static final Quantity[] QUANTITIES = {
        Quantity.BASE_REVENUE,
        Quantity.OTHER_AI_REVENUE,
        Quantity.AI_REVENUE,
        Quantity.PROVIDER_REVENUE,
        Quantity.PROVIDER_EBIT,
        Quantity.PROVIDER_MARGIN,
        Quantity.PROVIDER_MARGIN_CHANGE_BP,
        Quantity.AI_SHARE,
        Quantity.TAAS_SHARE_OF_AI,
        Quantity.TAAS_SHARE_OF_GROSS_PROFIT_INCREASE
    };

    private final Plan plan;
    private final Tile p;
    private final Parameter baseGrossMargin;
    private final Parameter otherAiGrossMargin;
    private final double[] logBase = new double[Tile.PATHS];
    private final double[] marginBefore = new double[Tile.PATHS];
    /// `[t]` of the last five quarters, by t modulo 5
    private final double[][] grossProfit = new double[5][Tile.PATHS];
    private final double[][] lineGrossProfit = new double[5][Tile.PATHS];

    ProviderBook(Plan plan, Tile tile) {
        this.plan = plan;
        this.p = tile;
        baseGrossMargin = plan.baseGrossMarginStated() ? BASE_GROSS_MARGIN : BASE_EBIT_MARGIN;
        otherAiGrossMargin = plan.otherAiGrossMarginStated() ? OTHER_AI_GROSS_MARGIN : OTHER_AI_EBIT_MARGIN;
    }

    void addTo(List<Stage> stages) {
        if (p.wants(QUANTITIES)) {
            stages.add(this::base);
            stages.add(this::lines);
        }
    }

    private void base(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            baseAt(t, i);
        }
    }

    private void lines(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            linesAt(t, i);
        }
    }

    private void baseAt(int t, int i) {
        DoubleVector opening = p.of(OPENING_BASE_REVENUE, i);
        DoubleVector now = t == 0
                ? log(opening)
                : load(logBase, i).add(p.of(BASE_GROWTH, i))
                        .add(p.of(BASE_VOLATILITY, i).mul(p.factor(Factor.BASE, i)));
        now.intoArray(logBase, i);
        p.set(Quantity.BASE_REVENUE, i, ZERO.blend(exp(now), opening.compare(GT, ZERO)));
    }

    private void linesAt(int t, int i) {
        boolean tokens = plan.sellsTokens();
        DoubleVector base = p.at(Quantity.BASE_REVENUE, i);
        DoubleVector others = p.at(Quantity.CAPACITY_MW, i).sub(p.at(Quantity.BUSINESS_MW, i));
        DoubleVector other = others.mul(p.at(Quantity.LEASE_PRICE, i));
        DoubleVector line = p.at(tokens ? Quantity.TAAS_REVENUE : Quantity.IAAS_REVENUE, i);
        DoubleVector lineEbit = p.at(tokens ? Quantity.TAAS_EBIT : Quantity.IAAS_EBIT, i);
        DoubleVector revenue = base.add(other).add(line);
        DoubleVector ebit = base.mul(p.of(BASE_EBIT_MARGIN, i))
                .add(other.mul(p.of(OTHER_AI_EBIT_MARGIN, i)))
                .add(lineEbit);
        DoubleVector margin = ebit.div(revenue);
        DoubleVector change = t == 0 ? ZERO : margin.sub(load(marginBefore, i)).mul(1e4);
        margin.intoArray(marginBefore, i);
        p.set(Quantity.OTHER_AI_REVENUE, i, other);
        p.set(Quantity.AI_REVENUE, i, line.add(other));
        p.set(Quantity.PROVIDER_REVENUE, i, revenue);
        p.set(Quantity.PROVIDER_EBIT, i, ebit);
        p.set(Quantity.PROVIDER_MARGIN, i, margin);
        p.set(Quantity.PROVIDER_MARGIN_CHANGE_BP, i, change);
        p.set(Quantity.AI_SHARE, i, line.add(other).div(revenue));
        p.set(Quantity.TAAS_SHARE_OF_AI, i, tokens ? line.div(line.add(other)) : ZERO);
        DoubleVector otherLines = base.mul(p.of(baseGrossMargin, i)).add(other.mul(p.of(otherAiGrossMargin, i)));
        grossProfitIncrease(t, otherLines, i);
    }

    private void grossProfitIncrease(int t, DoubleVector otherLines, int i) {
        boolean tokens = plan.sellsTokens();
        DoubleVector line = tokens
                ? p.at(Quantity.TAAS_GROSS_PROFIT, i)
                : p.at(Quantity.IAAS_REVENUE, i).sub(p.at(Quantity.IAAS_CAPACITY_COST, i));
        DoubleVector all = otherLines.add(line);
        all.intoArray(grossProfit[t % 5], i);
        line.intoArray(lineGrossProfit[t % 5], i);
        boolean known = tokens && (t > 4 || plan.historyTaas().length == 4 && t > 0);
        DoubleVector share = NONE;
        if (known) {
            DoubleVector lineBefore = t > 4 ? load(lineGrossProfit[(t - 4) % 5], i) : all(plan.historyTaas()[t - 1]);
            DoubleVector before = t > 4 ? load(grossProfit[(t - 4) % 5], i) : all(plan.historyProvider()[t - 1]);
            DoubleVector increase = all.sub(before);
            share = share.blend(line.sub(lineBefore).div(increase), increase.compare(GT, ZERO));
        }
        p.set(Quantity.TAAS_SHARE_OF_GROSS_PROFIT_INCREASE, i, share);
    }
}
