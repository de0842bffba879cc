package io.tailrace.report.committee;

import io.tailrace.report.Figure;
import io.tailrace.summary.Estimate;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// An entry of a table, or a stretch of a sentence: words, a link, or a number of the result.
sealed interface Cell {
    /// What stands where a number is not defined.
    Cell NONE = new Words("–");

    /// As it is read.
    String text();

    /// Any text, a scenario's too: escaped where it is printed.
    record Words(String text) implements Cell {}

    /// Text that leads to a file beside the report.
    ///
    /// @param target relative, such as `runs/azure/report.html`
    record Link(String text, String target) implements Cell {}

    /// Where a number stands: a table's header has its unit, a title has no room for its interval.
    enum Place { TABLE, SENTENCE, TITLE }

    /// A number as the JSON has it, with its interval if it has one.
    ///
    /// @param thin whether fewer than 100 paths lie in its tail
    record Amount(Estimate estimate, Scale scale, boolean thin, Place place) implements Cell {
        private static final int ROUND_DIGITS = 4;
        private static final BigDecimal THOUSAND = new BigDecimal(1000);

        @Override
        public String text() {
            Figure figure = Figure.scaled(estimate, scale.factor());
            String value =
                    round().orElse(place == Place.TITLE ? few(figure.value()) : figure.value()) + (thin ? "*" : "")
                            + (place == Place.TABLE ? "" : scale.suffix());
            return figure.interval().isEmpty() || place == Place.TITLE ? value : value + " " + figure.interval();
        }

        /// A title's interval stands elsewhere, so that more digits than a reader takes in are left to the table.
        private String few(String value) {
            return value.chars().filter(Character::isDigit).count() <= ROUND_DIGITS
                    ? value
                    : Figure.significant(estimate.value() * scale.factor(), ROUND_DIGITS);
        }

        /// A number that was given, such as 25 %, without the zeros that would claim more digits.
        private Optional<String> round() {
            if (estimate.low() != estimate.high() || !Double.isFinite(estimate.value())) {
                return Optional.empty();
            }
            BigDecimal shown = new BigDecimal(Double.toString(estimate.value()))
                    .multiply(new BigDecimal(Double.toString(scale.factor())))
                    .stripTrailingZeros();
            boolean isShort = shown.precision() <= ROUND_DIGITS && shown.abs().compareTo(THOUSAND) < 0;
            return isShort ? Optional.of(shown.toPlainString().replace('-', '−')) : Optional.empty();
        }
    }

    static Cell of(String text) {
        return new Words(text);
    }

    /// Of a number, or of an object with a `value`, mostly with `low` and `high`.
    static Cell of(JsonNode node, Scale scale) {
        return cell(node, scale, Place.TABLE);
    }

    /// The same, for a sentence.
    static Cell said(JsonNode node, Scale scale) {
        return cell(node, scale, Place.SENTENCE);
    }

    /// For a title; the interval stands in the table below it.
    static Cell bare(JsonNode node, Scale scale) {
        return cell(node, scale, Place.TITLE);
    }

    private static Cell cell(JsonNode node, Scale scale, Place place) {
        if (node.isNumber()) {
            return new Amount(Estimate.exact(node.asDouble()), scale, false, place);
        }
        if (!node.path("value").isNumber()) {
            return NONE;
        }
        double value = node.path("value").asDouble();
        Estimate estimate = !node.path("low").isNumber() || !node.path("high").isNumber()
                ? Estimate.unknown(value)
                : new Estimate(
                        value,
                        node.path("standardError").asDouble(Double.NaN),
                        node.path("low").asDouble(),
                        node.path("high").asDouble());
        return new Amount(estimate, scale, node.path("fewerThan100PathsInTail").asBoolean(false), place);
    }
}
