package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.report.Figure;
import io.tailrace.summary.Estimate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The numbers of a page as it prints them, each with what its element says of the JSON.
final class ShownNumbers {
    private static final Pattern JSON_NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern SHOWN =
            Pattern.compile("<(td|th|span)[^>]* data-v=\"([^\"]+)\" data-factor=\"([^\"]+)\""
                    + "(?: data-low=\"([^\"]+)\" data-high=\"([^\"]+)\")?>([^<]*)</");

    /// @param element in which it stands; a `span` in a sentence or a title
    /// @param low and `high` NaN where it has no interval
    private record Shown(String element, double value, double factor, double low, double high, String text) {
        static Shown of(MatchResult found) {
            boolean ranged = found.group(4) != null;
            return new Shown(found.group(1), Double.parseDouble(found.group(2)), Double.parseDouble(found.group(3)),
                    ranged ? Double.parseDouble(found.group(4)) : Double.NaN,
                    ranged ? Double.parseDouble(found.group(5)) : Double.NaN, found.group(6));
        }

        boolean hasInterval() {
            return low < high;
        }

        Figure figure() {
            return Figure.scaled(hasInterval() ? new Estimate(value, Double.NaN, low, high) : Estimate.exact(value),
                    factor);
        }
    }

    private final List<Shown> shown;

    private ShownNumbers(List<Shown> shown) {
        this.shown = shown;
    }

    static ShownNumbers of(String page) {
        String markup = page.substring(0, page.indexOf("<script>"));
        List<Shown> shown = SHOWN.matcher(markup).results().map(Shown::of).toList();
        assertThat(Pattern.compile("data-v=").matcher(markup).results()).hasSameSizeAs(shown);
        return new ShownNumbers(shown);
    }

    int count() {
        return shown.size();
    }

    /// As they are read: `53.05 [52.98, 53.11]`.
    Set<String> texts() {
        return shown.stream().map(Shown::text).collect(Collectors.toSet());
    }

    /// Values and ends of intervals, to the last bit.
    void areAllIn(Path... folders) throws IOException {
        Set<Double> known = numbers(folders);
        for (Shown one : shown) {
            assertThat(known).as(one.text()).contains(one.value());
            if (one.hasInterval()) {
                assertThat(known).as(one.text()).contains(one.low(), one.high());
            }
        }
    }

    void haveTheDigitsOfTheirErrors() {
        for (Shown one : shown) {
            Figure figure = one.figure();
            String text = one.text().replace("*", "");
            if (one.element().equals("span")) {
                String few = Figure.significant(one.value() * one.factor(), 4);
                assertThat(decimal(text.split(" ", 2)[0])).satisfiesAnyOf(
                        number -> assertThat(number).isEqualByComparingTo(decimal(figure.value())),
                        number -> assertThat(number).isEqualByComparingTo(decimal(few)));
                assertThat(text.contains("["))
                        .isEqualTo(text.endsWith(figure.interval()) && !figure.interval().isEmpty());
            } else if (figure.interval().isEmpty()) {
                assertThat(decimal(text)).isEqualByComparingTo(decimal(figure.value()));
            } else {
                assertThat(text).startsWith(figure.value()).endsWith(" " + figure.interval());
            }
        }
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text.replace("−", "-").replace(",", ""));
    }

    /// All numbers that stand in the JSON files of folders, probabilities in their keys too.
    static Set<Double> numbers(Path... folders) throws IOException {
        var numbers = new HashSet<Double>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                    JSON_NUMBER.matcher(Files.readString(file)).results()
                            .forEach(number -> numbers.add(Double.valueOf(number.group())));
                }
            }
        }
        return numbers;
    }
}
