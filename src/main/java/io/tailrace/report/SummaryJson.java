package io.tailrace.report;

import io.tailrace.analysis.ContractComparison;
import io.tailrace.engine.RunResult;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Unit;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import io.tailrace.summary.Quantile;
import io.tailrace.summary.Tail;
import io.tailrace.summary.WorstPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/// `summary.json`: every statistic of a run, the same bytes for the same scenario, seed and number of paths.
///
/// Nothing in it depends on the machine or the clock; those are in the manifest. Numbers are written in full, so that
/// reading them back gives the same bits; what is not defined is null. A number with its interval takes one line.
final class SummaryJson {
    static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final ObjectWriter ONE_LINE = MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    private SummaryJson() {}

    static byte[] bytes(RunResult run, ContractComparison comparison) {
        var root = new LinkedHashMap<String, Object>();
        root.put("scenario", run.plan().name());
        root.put("paths", run.paths());
        root.put("seed", run.seed());
        root.putAll(SamplingText.keys(run));
        root.put("openingQuarter", run.plan().openingQuarter());
        root.put("quarters", run.plan().quarters());
        root.put("decision", decision(comparison));
        root.put("path", metrics(run));
        root.put("quarterly", quantities(run));
        root.put("worstPaths", worst(run));
        return MAPPER.writeValueAsBytes(root);
    }

    private static Map<String, Object> decision(ContractComparison c) {
        var decision = new LinkedHashMap<String, Object>();
        decision.put("probabilityTaasBelowIaas", estimate(c.probabilityTaasBelowIaas()));
        decision.put("expectedRegret", estimate(c.expectedRegret()));
        decision.put("regretCvar95", estimate(c.regretCvar95()));
        decision.put("lockInTaas", estimate(c.taas().lockIn()));
        decision.put("lockInIaas", estimate(c.iaas().lockIn()));
        decision.put("meanGivenUpPerCvar95Saved", c.givenUpPerCvarSaved().map(SummaryJson::estimate).orElse(null));
        var worst = new LinkedHashMap<String, Object>();
        worst.put("meanNpvTaas", estimate(c.worstDemandDecile().meanNpvTaas()));
        worst.put("meanNpvIaas", estimate(c.worstDemandDecile().meanNpvIaas()));
        worst.put("meanNpvDifference", estimate(c.worstDemandDecile().meanDifference()));
        worst.put("probabilityTaasBelowIaas", estimate(c.worstDemandDecile().probabilityTaasBelowIaas()));
        decision.put("worstDemandDecile", worst);
        decision.put("frontier", c.frontier().stream().map(SummaryJson::mix).toList());
        return decision;
    }

    private static Map<String, Object> mix(ContractComparison.MixPoint point) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("tokenShareOfMw", point.share());
        entry.put("mean", estimate(point.mean()));
        entry.put("cvar95", estimate(point.cvar95()));
        return entry;
    }

    private static Map<String, Object> metrics(RunResult run) {
        var metrics = new LinkedHashMap<String, Object>();
        for (Metric metric : Metric.values()) {
            metrics.put(metric.key(), metric(metric.unit(), metric.meaning(), run.of(metric.key(), 0)));
        }
        for (double share : run.plan().mixShares()) {
            String key = Plan.mixKey(share);
            String meaning = "NPV of EBIT when a share " + share + " of the MW sells tokens and the rest is leased";
            metrics.put(key, metric(Unit.MONEY, meaning, run.of(key, 0)));
        }
        return metrics;
    }

    private static Map<String, Object> metric(Unit unit, String meaning, ColumnStatistics statistics) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("unit", unit.text());
        entry.put("meaning", meaning);
        entry.putAll(statistics(statistics));
        return entry;
    }

    private static Map<String, Object> quantities(RunResult run) {
        var quantities = new LinkedHashMap<String, Object>();
        for (Quantity quantity : run.plan().recorded()) {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("unit", quantity.unit().text());
            entry.put("meaning", quantity.meaning());
            var quarters = new LinkedHashMap<String, Object>();
            for (int t = 1; t <= run.plan().quarters(); t++) {
                quarters.put(run.plan().label(t), statistics(run.of(quantity.key(), t)));
            }
            entry.put("quarters", quarters);
            quantities.put(quantity.key(), entry);
        }
        return quantities;
    }

    private static Map<String, Object> statistics(ColumnStatistics s) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("count", s.count());
        entry.put("leftOut", s.leftOut());
        if (s.clamped() > 0) {
            entry.put("clamped", s.clamped());
        }
        entry.put("mean", estimate(s.mean()));
        entry.put("standardDeviation", number(s.standardDeviation()));
        entry.put("skewness", number(s.skewness()));
        entry.put("excessKurtosis", number(s.excessKurtosis()));
        entry.put("min", number(s.min()));
        entry.put("max", number(s.max()));
        var quantiles = new LinkedHashMap<String, Object>();
        for (Quantile q : s.quantiles()) {
            quantiles.put(Double.toString(q.probability()), interval(q.estimate(), q.thin()));
        }
        entry.put("quantiles", quantiles);
        var var = new LinkedHashMap<String, Object>();
        var cvar = new LinkedHashMap<String, Object>();
        for (Tail tail : s.tails()) {
            var.put(Double.toString(tail.confidence()), interval(tail.valueAtRisk(), tail.thin()));
            cvar.put(Double.toString(tail.confidence()), interval(tail.shortfall(), tail.thin()));
        }
        entry.put("var", var);
        entry.put("cvar", cvar);
        return entry;
    }

    private static Map<String, Object> worst(RunResult run) {
        var worst = new LinkedHashMap<String, Object>();
        for (int column : run.summary().layout().worstColumns()) {
            List<RawValue> paths = new ArrayList<>();
            for (WorstPath path : run.summary().worst(column).paths()) {
                var entry = new LinkedHashMap<String, Object>();
                entry.put("path", path.path());
                entry.put("value", path.value());
                paths.add(oneLine(entry));
            }
            worst.put(run.summary().layout().columns().get(column).name(), paths);
        }
        return worst;
    }

    static RawValue estimate(Estimate estimate) {
        return oneLine(fields(estimate));
    }

    static Map<String, Object> fields(Estimate estimate) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("value", number(estimate.value()));
        entry.put("standardError", number(estimate.standardError()));
        entry.put("low", number(estimate.low()));
        entry.put("high", number(estimate.high()));
        return entry;
    }

    private static RawValue interval(Estimate estimate, boolean thin) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("value", number(estimate.value()));
        entry.put("low", number(estimate.low()));
        entry.put("high", number(estimate.high()));
        if (thin) {
            entry.put("fewerThan100PathsInTail", true);
        }
        return oneLine(entry);
    }

    static RawValue oneLine(Object entry) {
        return new RawValue(ONE_LINE.writeValueAsString(entry));
    }

    private static Double number(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
