package io.tailrace.report;

import io.tailrace.analysis.Analysis;
import io.tailrace.analysis.AnalysisKind;
import io.tailrace.analysis.BadPath;
import io.tailrace.analysis.Study;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Unit;
import io.tailrace.scenario.Scenario.BackTestRow;
import io.tailrace.summary.Estimate;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// `analyses/NAME.json`: any analysis, its record's components by their names, the same bytes for the same scenario,
/// seed and number of paths.
///
/// Numbers are written in full; what is not defined or not there is null. A number with its interval takes one line.
/// Money is in $M; names end in their unit where they have another.
final class AnalysisJson {
    private AnalysisJson() {}

    static byte[] bytes(AnalysisKind kind, Analysis analysis, Study study) {
        var root = new LinkedHashMap<String, Object>();
        root.put("analysis", kind.key());
        root.put("question", kind.question());
        root.put("scenario", study.plan().name());
        root.put("scenarioSha256", study.loaded().sha256());
        root.put("seed", study.size().seed());
        root.put("paths", study.paths());
        root.put("result", tree(analysis));
        return SummaryJson.MAPPER.writeValueAsBytes(root);
    }

    /// What Jackson writes as it is.
    private static Object tree(Object value) {
        return switch (value) {
            case Estimate estimate -> SummaryJson.estimate(estimate);
            case Double number -> Double.isFinite(number) ? number : null;
            case OptionalDouble number -> number.isPresent() ? tree(number.getAsDouble()) : null;
            case Optional<?> optional -> optional.map(AnalysisJson::tree).orElse(null);
            case double[] numbers ->
                Arrays.stream(numbers).mapToObj(AnalysisJson::tree).toList();
            case double[][] rows -> Arrays.stream(rows).map(AnalysisJson::tree).toList();
            case List<?> list -> list.stream().map(AnalysisJson::tree).toList();
            case Map<?, ?> map -> entries(map);
            case Unit unit -> unit.text();
            case Metric metric -> metric.key();
            case Quantity quantity -> quantity.key();
            case Parameter parameter -> parameter.key();
            case BackTestRow.Kind kind -> kind.name();
            case Enum<?> other -> other.name().toLowerCase(Locale.ROOT).replace('_', '-');
            case BadPath path -> PathStoryFiles.brief(new PathStory(path.scenario(), path.replay(), path.causes()));
            case Record section -> components(section);
            default -> value;
        };
    }

    private static Map<String, Object> entries(Map<?, ?> map) {
        var entries = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> entries.put(key.toString(), tree(value)));
        return entries;
    }

    private static Map<String, Object> components(Record section) {
        var components = new LinkedHashMap<String, Object>();
        for (RecordComponent component : section.getClass().getRecordComponents()) {
            try {
                components.put(component.getName(), tree(component.getAccessor().invoke(section)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(section.getClass() + "." + component.getName(), e);
            }
        }
        return components;
    }
}
