package io.tailrace.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tailrace.Configs;
import io.tailrace.engine.OpeningState;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// With all volatilities and probabilities 0 the model is arithmetic that can be done again in a few lines.
class PlainArithmeticTest {
    private static final double EXACT_PERCENT = 1e-9;

    /// 300 MW of this business, 100 more of it late by a quarter and a half; demand outgrows capacity, then falls idle.
    private static final Plan PLAN = Limits.plan(
            "quarters=8",
            "demand.openingGrowth=null",
            "demand.nextGrowth=0.9",
            "demand.longRunGrowth=-0.2",
            "demand.growthPersistence=0.4",
            "channel.longRunShare=0.40",
            "trainium.longRunTokenShare=0.75",
            "efficiency.nextGrowth=0.24",
            "efficiency.longRunGrowth=0.06",
            "efficiency.growthPersistence=0.5",
            "capacity.spillShare=0.15",
            "capacity.projects=[{plannedQuarters: [1], mw: 400, delayQuarters: 1.5}]",
            "costs.carryMillionPerLateMwQuarter=0.25",
            "tokenService.floor=0.4",
            "tokenService.referenceUtilisation=0.8",
            "tokenService.reuseShare=0.5",
            "tokenService.reuseDiscount=0.8",
            "tokenService.tiers={perMw: true, indexPerYear: 0.03, multiplier: 1.1,"
                    + " brackets: [{thresholdMillionPerQuarter: 4, rate: 0.075}, {thresholdMillionPerQuarter: 9, rate: 0.125}]}",
            "lease.indexPerYear=0.02",
            "lease.termQuarters=6",
            "lease.occupancyDrawdownSensitivity=0.5");

    @Test
    void everyPathIsTheSame() {
        var draws = new Draws(PLAN);
        var path = new Path(PLAN);
        var expected = new ArrayList<Double>();
        var random = new RandomDraws(PLAN, 5);
        for (int number = 0; number < 200; number++) {
            random.fill(number, draws);
            new PathModel(PLAN).run(draws, path);
            var values = everything(path);
            if (number == 0) {
                expected.addAll(values);
            }
            assertThat(values).isEqualTo(expected);
        }
    }

    @Test
    void bothContractsEarnWhatPlainArithmeticSays() {
        Path path = path(PLAN);
        var expected = new Arithmetic();
        for (int t = 0; t <= 8; t++) {
            expected.quarter(t);
            same(path.at(Quantity.TOKENS, t), expected.tokens);
            same(path.at(Quantity.SERVED_TOKENS, t), expected.served);
            same(path.at(Quantity.TAAS_REVENUE, t), expected.taasRevenue);
            same(path.at(Quantity.TAAS_EBIT, t), expected.taasEbit);
            same(path.at(Quantity.SPOT, t), expected.spot);
            same(path.at(Quantity.IAAS_REVENUE, t), expected.iaasRevenue);
            same(path.at(Quantity.IAAS_EBIT, t), expected.iaasEbit);
        }
    }

    @Test
    void theArithmeticMeetsEveryRegion() {
        Path path = path(PLAN);
        for (var quantity : List.of(
                Quantity.LOST_FRACTION, Quantity.IDLE_REUSE, Quantity.EXCESS_SHARE, Quantity.LATE_MW,
                Quantity.DRAWDOWN)) {
            assertThat(IntStream.rangeClosed(1, 8).mapToObj(t -> path.at(quantity, t)))
                    .as(quantity.key())
                    .anyMatch(x -> x > 0);
        }
        assertThat(path.at(Quantity.ALIVE, 6)).isEqualTo(1);
        assertThat(path.at(Quantity.ALIVE, 7)).isZero();
    }

    /// The observed quarter 2026Q1; tolerances are those of the back-test's fits.
    @Test
    void awsBedrockOpensAsObserved() {
        var opening = new OpeningState(Configs.plan("aws-bedrock"));
        assertThat(opening.of(Quantity.TAAS_REVENUE)).isBetween(1375 * 0.99, 1375 * 1.01);
        assertThat(opening.of(Quantity.TAAS_MARGIN)).isBetween(0.55 - 0.01, 0.55 + 0.01);
        assertThat(opening.of(Quantity.TAAS_MARGIN)).isBetween(0.5505, 0.5515);
        assertThat(opening.of(Quantity.TAAS_SHARE_OF_AI)).isBetween(0.36, 0.38);
        assertThat(opening.of(Quantity.AI_SHARE)).isBetween(0.095, 0.105);
        assertThat(opening.of(Quantity.TRAINIUM_SHARE)).isBetween(0.50, 0.65);
        assertThat(opening.of(Quantity.TAKE_PER_MW_YEAR)).isBetween(10.845, 10.855);
        assertThat(opening.of(Quantity.GROSS_PER_MW_YEAR)).isBetween(25.995, 26.005);
        assertThat(opening.of(Quantity.UTILISATION)).isBetween(0.8499999, 0.8500001);
    }

    private static Path path(Plan plan) {
        var path = new Path(plan);
        var draws = new Draws(plan);
        new RandomDraws(plan, 11).fill(3, draws);
        new PathModel(plan).run(draws, path);
        return path;
    }

    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, withinPercentage(EXACT_PERCENT));
    }

    private static List<Double> everything(Path path) {
        var values = new ArrayList<Double>();
        for (Quantity quantity : Quantity.values()) {
            for (int t = 0; t <= path.quarters(); t++) {
                values.add(path.at(quantity, t));
            }
        }
        return values;
    }

    /// The specification's equations once more, with java.lang.Math and the numbers of [#PLAN] written out.
    private static final class Arithmetic {
        double tokens;
        double served;
        double taasRevenue;
        double taasEbit;
        double spot;
        double iaasRevenue;
        double iaasEbit;
        private double growth = 0.9;
        private double logTokens = Math.log(1000);
        private double logitShare = Math.log(0.45 / 0.55);
        private double logitTrainium = Math.log(0.55 / 0.45);
        private double logSpot = Math.log(2.4);
        private double peak = Math.log(1000 * 5.0);
        private double idleBefore;

        void quarter(int t) {
            if (t >= 1) {
                growth = t == 1 ? 0.9 : -0.2 + 0.4 * (growth + 0.2);
                logTokens += growth;
                logitShare += 0.15 * (Math.log(0.40 / 0.60) - logitShare);
                logitTrainium += 0.2 * (Math.log(0.75 / 0.25) - logitTrainium);
                logSpot += 0.3 * (Math.log(2.4) - 0.04 * t - logSpot);
            }
            double price = 5 * Math.exp(-0.1 * t);
            tokens = Math.exp(logTokens);
            spot = Math.exp(logSpot);
            peak = Math.max(peak, Math.log(tokens * price));
            // Planned for q = 1, there after t = 2.5: half of quarter 3, all of quarter 4; missing from quarter 2.
            double coming = t <= 2 ? 0 : t == 3 ? 0.5 : 1;
            double mw = 300 + 100 * coming;
            double late = t < 2 ? 0 : 100 * (1 - coming);
            taas(t, price, mw, late);
            iaas(t, mw, late, Math.max(0, peak - Math.log(tokens * price)));
        }

        private void taas(int t, double price, double mw, double late) {
            double theta = 1 / (1 + Math.exp(-logitTrainium));
            double efficiency = Math.exp(0.06 * t + 0.18 * (1 - Math.pow(0.5, t)) / 0.5);
            double perToken = theta / 2.2 + (1 - theta) / 2.0;
            double nominal = mw * efficiency / perToken;
            double demand = tokens / (1 + Math.exp(-logitShare));
            double own = Math.min(demand, 0.85 * nominal);
            double spilled = Math.min(demand - own, 0.15 * 0.85 * nominal);
            served = own + spilled;
            double used = own / nominal;
            double sales = served * price;
            double first = 4 * 1.1 * Math.pow(1.03, t / 4.0) * mw;
            double second = 9 * 1.1 * Math.pow(1.03, t / 4.0) * mw;
            double excess = 0.075 * Math.max(0, Math.min(sales, second) - first) + 0.125 * Math.max(0, sales - second);
            double idle = mw * (1 - used / 0.85);
            double reuse = t == 0 ? 0 : Math.min(idleBefore, idle) * (1 - 0.4) * 0.5 * 0.8 * spot;
            idleBefore = idle;
            double fee = 0.9 * mw * Math.max(0.4, Math.min(1, used / 0.8));
            taasRevenue = fee + 0.9 * Math.exp(-0.08 * t) * served + 0.20 * sales + excess + reuse;
            double tokenCost = 0.1 * served + 3 / efficiency * spilled;
            double cost = megawatts(mw, theta / 2.2 / perToken, late) + tokenCost;
            taasEbit = taasRevenue - cost - 0.08 * taasRevenue;
        }

        private void iaas(int t, double mw, double late, double drawdown) {
            double rent = 2.3 * Math.pow(1.02, t / 4.0);
            boolean alive = t <= 6;
            double atSpot = alive ? 0.15 : 1;
            double occupied = 0.85 * Math.exp(-0.5 * drawdown);
            double committed = alive ? 0.85 * mw * rent - 0.25 * 0.85 * late * rent : 0;
            iaasRevenue = committed + mw * atSpot * spot * occupied;
            iaasEbit = iaasRevenue - megawatts(mw, 0, late) - 0.05 * iaasRevenue;
        }

        private static double megawatts(double mw, double trainiumShare, double late) {
            double running = 1.2 * 2190 * 60 / 1e6 + 0.1;
            return mw * (trainiumShare * 0.9 + (1 - trainiumShare) * 1.7 + running) + 0.25 * late;
        }
    }
}
