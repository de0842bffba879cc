package io.tailrace.report;

import io.tailrace.analysis.Information;
import io.tailrace.analysis.Information.Choice;
import io.tailrace.analysis.Information.Value;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A column for each way to choose: what is best now, and what knowing more would add.
final class InformationTable {
    private InformationTable() {}

    static List<String> lines(Information information) {
        List<Choice> choices = information.choices();
        var best = new Grid(header("choice by", choices, choice -> Wording.of(choice.criterion())));
        best.row("best without knowing more",
                figures(choices, choice -> new Figure(Wording.mix(choice.tokenShare()), "")));
        best.row("what it is worth, $B", figures(choices, choice -> Figure.billions(choice.worthMillion())));
        best.row("value of knowing, $B:", figures(choices, _ -> new Figure("", "")));
        best.row("everything, chance included", values(choices, Choice::perfectMillion));
        if (choices.getFirst().allParametersMillion().isPresent()) {
            best.row("all uncertain parameters",
                    values(choices, choice -> choice.allParametersMillion().orElseThrow()));
        }
        var worthless = new ArrayList<String>();
        for (String parameter : parameters(choices)) {
            if (choices.stream().allMatch(choice -> of(choice, parameter).equals(Estimate.exact(0)))) {
                worthless.add(parameter);
            } else {
                best.row(parameter, values(choices, choice -> of(choice, parameter)));
            }
        }
        var lines = new ArrayList<String>(best.lines());
        if (!worthless.isEmpty()) {
            lines.addAll(Wording.list("  worth nothing, the choice stays the same whatever they are:", worthless));
        }
        lines.add(String.format(
                Locale.ROOT,
                "  Chosen among selling tokens, leasing and the scenario's mixes; %,d paths, a third of"
                        + " which judges what another chose.",
                information.paths()));
        return lines;
    }

    private static String[] header(String first, List<Choice> choices, Function<Choice, String> name) {
        var header = new ArrayList<String>(List.of(first));
        choices.forEach(choice -> header.add(name.apply(choice)));
        return header.toArray(String[]::new);
    }

    private static Figure[] values(List<Choice> choices, Function<Choice, Estimate> value) {
        return figures(choices, choice -> {
            Estimate estimate = value.apply(choice);
            return estimate.equals(Estimate.exact(0)) ? new Figure("0", "") : Figure.billions(estimate);
        });
    }

    private static Figure[] figures(List<Choice> choices, Function<Choice, Figure> figure) {
        return choices.stream().map(figure).toArray(Figure[]::new);
    }

    /// The most valuable first, by whichever choice.
    private static List<String> parameters(List<Choice> choices) {
        return choices.getFirst().parameters().stream()
                .map(Value::parameter)
                .sorted(Comparator.comparingDouble((String parameter) -> choices.stream()
                        .mapToDouble(choice -> of(choice, parameter).value())
                        .max()
                        .orElseThrow())
                        .reversed())
                .toList();
    }

    private static Estimate of(Choice choice, String parameter) {
        return choice.parameters().stream()
                .filter(value -> value.parameter().equals(parameter))
                .findFirst()
                .orElseThrow()
                .valueMillion();
    }
}
