package io.tailrace.model;

import static io.tailrace.plan.Parameter.*;
import static io.tailrace.random.Elementary.exp;
import static io.tailrace.random.Elementary.log;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Values;

/// The provider as a whole: base business, other AI leasing, and this business as one line.
final class ProviderBook {
    private final Plan plan;
    private final Draws draws;
    private final Values p;
    private final Path path;
    private final double baseGrossMargin;
    private final double otherAiGrossMargin;
    private double logBase;
    /// `[t + 3]` for t = -3 … T, so that last year's quarter is four places back.
    private final double[] grossProfit;

    ProviderBook(Plan plan, Draws draws, Path path) {
        this.plan = plan;
        this.draws = draws;
        this.p = draws.parameters;
        this.path = path;
        baseGrossMargin = p.of(plan.baseGrossMarginStated() ? BASE_GROSS_MARGIN : BASE_EBIT_MARGIN);
        otherAiGrossMargin = p.of(plan.otherAiGrossMarginStated() ? OTHER_AI_GROSS_MARGIN : OTHER_AI_EBIT_MARGIN);
        grossProfit = new double[plan.quarters() + 1];
    }

    void quarter(int t) {
        logBase = t == 0
                ? log(p.of(OPENING_BASE_REVENUE))
                : logBase + p.of(BASE_GROWTH) + p.of(BASE_VOLATILITY) * draws.factor(Factor.BASE, t);
        double base = p.of(OPENING_BASE_REVENUE) > 0 ? exp(logBase) : 0;
        double other = (path.at(Quantity.CAPACITY_MW, t) - path.at(Quantity.BUSINESS_MW, t))
                * path.at(Quantity.LEASE_PRICE, t);
        boolean tokens = plan.sellsTokens();
        double line = path.at(tokens ? Quantity.TAAS_REVENUE : Quantity.IAAS_REVENUE, t);
        double lineEbit = path.at(tokens ? Quantity.TAAS_EBIT : Quantity.IAAS_EBIT, t);
        double revenue = base + other + line;
        double ebit = base * p.of(BASE_EBIT_MARGIN) + other * p.of(OTHER_AI_EBIT_MARGIN) + lineEbit;
        double margin = ebit / revenue;
        path.set(Quantity.BASE_REVENUE, t, base);
        path.set(Quantity.OTHER_AI_REVENUE, t, other);
        path.set(Quantity.AI_REVENUE, t, line + other);
        path.set(Quantity.PROVIDER_REVENUE, t, revenue);
        path.set(Quantity.PROVIDER_EBIT, t, ebit);
        path.set(Quantity.PROVIDER_MARGIN, t, margin);
        double change = t == 0 ? 0 : 1e4 * (margin - path.at(Quantity.PROVIDER_MARGIN, t - 1));
        path.set(Quantity.PROVIDER_MARGIN_CHANGE_BP, t, change);
        path.set(Quantity.AI_SHARE, t, (line + other) / revenue);
        path.set(Quantity.TAAS_SHARE_OF_AI, t, tokens ? line / (line + other) : 0);
        grossProfitIncrease(t, base * baseGrossMargin + other * otherAiGrossMargin);
    }

    private void grossProfitIncrease(int t, double otherLines) {
        boolean tokens = plan.sellsTokens();
        double line = tokens
                ? path.at(Quantity.TAAS_GROSS_PROFIT, t)
                : path.at(Quantity.IAAS_REVENUE, t) - path.at(Quantity.IAAS_CAPACITY_COST, t);
        grossProfit[t] = otherLines + line;
        boolean known = tokens && (t > 4 || plan.historyTaas().length == 4 && t > 0);
        double share = Double.NaN;
        if (known) {
            double lineBefore = t > 4 ? path.at(Quantity.TAAS_GROSS_PROFIT, t - 4) : plan.historyTaas()[t - 1];
            double before = t > 4 ? grossProfit[t - 4] : plan.historyProvider()[t - 1];
            double increase = grossProfit[t] - before;
            share = increase > 0 ? (line - lineBefore) / increase : Double.NaN;
        }
        path.set(Quantity.TAAS_SHARE_OF_GROSS_PROFIT_INCREASE, t, share);
    }
}
