package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.exp;
import static io.tailrace.kernel.LaneMath.logarithms;
import static io.tailrace.kernel.Lanes.NONE;
import static io.tailrace.kernel.Lanes.ZERO;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.GT;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

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
    private final double[] inHistory = new double[Tile.PATHS];
    private final double[] lineInHistory = new double[Tile.PATHS];

    ProviderBook(Plan plan, Tile tile) {
        this.plan = plan;
        this.p = tile;
        baseGrossMargin = plan.baseGrossMarginStated() ? BASE_GROSS_MARGIN : BASE_EBIT_MARGIN;
        otherAiGrossMargin = plan.otherAiGrossMarginStated() ? OTHER_AI_GROSS_MARGIN : OTHER_AI_EBIT_MARGIN;
    }

    void addOpeningTo(List<Stage> stages) {
        if (p.wants(QUANTITIES)) {
            stages.add(logarithms(p.column(OPENING_BASE_REVENUE), logBase));
            addResultsTo(stages);
            stages.add(_ -> Arrays.fill(p.column(Quantity.PROVIDER_MARGIN_CHANGE_BP), 0));
        }
    }

    void addTo(List<Stage> stages) {
        if (p.wants(QUANTITIES)) {
            stages.add(this::grow);
            stages.add(_ -> System.arraycopy(p.column(Quantity.PROVIDER_MARGIN), 0, marginBefore, 0, Tile.PATHS));
            addResultsTo(stages);
            stages.add(this::changes);
        }
    }

    private void addResultsTo(List<Stage> stages) {
        stages.add(this::base);
        stages.add(this::revenues);
        stages.add(this::results);
        stages.add(this::shares);
        stages.add(this::grossProfits);
        stages.add(this::grossProfitIncreases);
    }

    private void grow(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            load(logBase, i).add(p.of(BASE_GROWTH, i))
                    .add(p.of(BASE_VOLATILITY, i).mul(p.factor(Factor.BASE, i)))
                    .intoArray(logBase, i);
        }
    }

    private void base(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            VectorMask<Double> some = p.of(OPENING_BASE_REVENUE, i).compare(GT, ZERO);
            p.set(Quantity.BASE_REVENUE, i, ZERO.blend(exp(load(logBase, i)), some));
        }
    }

    private void changes(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector change = p.at(Quantity.PROVIDER_MARGIN, i).sub(load(marginBefore, i));
            p.set(Quantity.PROVIDER_MARGIN_CHANGE_BP, i, change.mul(1e4));
        }
    }

    private void revenues(int t) {
        Quantity revenue = plan.sellsTokens() ? Quantity.TAAS_REVENUE : Quantity.IAAS_REVENUE;
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector line = p.at(revenue, i);
            DoubleVector others = p.at(Quantity.CAPACITY_MW, i).sub(p.at(Quantity.BUSINESS_MW, i));
            DoubleVector other = others.mul(p.at(Quantity.LEASE_PRICE, i));
            p.set(Quantity.OTHER_AI_REVENUE, i, other);
            p.set(Quantity.AI_REVENUE, i, line.add(other));
            p.set(Quantity.PROVIDER_REVENUE, i, p.at(Quantity.BASE_REVENUE, i).add(other).add(line));
        }
    }

    private void results(int t) {
        Quantity result = plan.sellsTokens() ? Quantity.TAAS_EBIT : Quantity.IAAS_EBIT;
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector base = p.at(Quantity.BASE_REVENUE, i);
            DoubleVector other = p.at(Quantity.OTHER_AI_REVENUE, i);
            DoubleVector ebit = base.mul(p.of(BASE_EBIT_MARGIN, i))
                    .add(other.mul(p.of(OTHER_AI_EBIT_MARGIN, i)))
                    .add(p.at(result, i));
            p.set(Quantity.PROVIDER_EBIT, i, ebit);
            p.set(Quantity.PROVIDER_MARGIN, i, ebit.div(p.at(Quantity.PROVIDER_REVENUE, i)));
        }
    }

    private void shares(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector ai = p.at(Quantity.AI_REVENUE, i);
            DoubleVector ofAi = plan.sellsTokens() ? p.at(Quantity.TAAS_REVENUE, i).div(ai) : ZERO;
            p.set(Quantity.AI_SHARE, i, ai.div(p.at(Quantity.PROVIDER_REVENUE, i)));
            p.set(Quantity.TAAS_SHARE_OF_AI, i, ofAi);
        }
    }

    private void grossProfits(int t) {
        boolean tokens = plan.sellsTokens();
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector line = tokens
                    ? p.at(Quantity.TAAS_GROSS_PROFIT, i)
                    : p.at(Quantity.IAAS_REVENUE, i).sub(p.at(Quantity.IAAS_CAPACITY_COST, i));
            DoubleVector base = p.at(Quantity.BASE_REVENUE, i).mul(p.of(baseGrossMargin, i));
            DoubleVector other = p.at(Quantity.OTHER_AI_REVENUE, i).mul(p.of(otherAiGrossMargin, i));
            base.add(other).add(line).intoArray(grossProfit[t % 5], i);
            line.intoArray(lineGrossProfit[t % 5], i);
        }
    }

    /// Over the year before; from history as long as the run is younger.
    private void grossProfitIncreases(int t) {
        double[] to = p.column(Quantity.TAAS_SHARE_OF_GROSS_PROFIT_INCREASE);
        if (plan.sellsTokens() && t > 4) {
            shareOfIncrease(t, lineGrossProfit[(t - 4) % 5], grossProfit[(t - 4) % 5], to);
        } else if (plan.sellsTokens() && plan.historyTaas().length == 4 && t > 0) {
            Arrays.fill(lineInHistory, plan.historyTaas()[t - 1]);
            Arrays.fill(inHistory, plan.historyProvider()[t - 1]);
            shareOfIncrease(t, lineInHistory, inHistory, to);
        } else {
            Arrays.fill(to, Double.NaN);
        }
    }

    private void shareOfIncrease(int t, double[] lineBefore, double[] before, double[] to) {
        double[] line = lineGrossProfit[t % 5];
        double[] all = grossProfit[t % 5];
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector increase = load(all, i).sub(load(before, i));
            DoubleVector share = load(line, i).sub(load(lineBefore, i)).div(increase);
            NONE.blend(share, increase.compare(GT, ZERO)).intoArray(to, i);
        }
    }
}
