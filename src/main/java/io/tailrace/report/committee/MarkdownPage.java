package io.tailrace.report.committee;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The report in short, for a pull request or a chat: the decision with its tables, and of the rest what each chart finds.
final class MarkdownPage {
    private static final Set<String> TOLD_IN_FULL = Set.of("decision", "changes");

    private final StringBuilder text = new StringBuilder();

    private MarkdownPage() {}

    static byte[] bytes(CommitteeReport report) {
        var page = new MarkdownPage();
        page.line("# " + escaped(report.title())).line("").line(escaped(report.subtitle())).line("");
        for (Section section : report.sections()) {
            page.section(section);
        }
        return page.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void section(Section section) {
        boolean whole = TOLD_IN_FULL.contains(section.id());
        List<Part> parts = section.parts().stream()
                .filter(part -> whole || part instanceof Chart || part instanceof Heading)
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        line("## " + escaped(section.title())).line("");
        for (Part part : parts) {
            switch (part) {
                case Heading heading -> line("").line("**" + escaped(heading.text()) + "**").line("");
                case Sentence sentence -> line(words(sentence)).line("");
                case Table table -> table(table);
                case Chart chart when whole && !chart.table().folded() -> table(chart.table());
                case Chart chart -> line("- " + words(chart.title()));
            }
        }
        line("");
    }

    private void table(Table table) {
        row(table.headers().stream().map(MarkdownPage::escaped).toList());
        row(table.headers().stream().map(_ -> "---").toList());
        table.rows().forEach(row -> row(row.stream().map(MarkdownPage::words).toList()));
        line("");
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private static String words(Sentence sentence) {
        return sentence.cells().stream().map(MarkdownPage::words).collect(Collectors.joining());
    }

    private static String words(Cell cell) {
        return switch (cell) {
            case Cell.Words words -> escaped(words.text());
            case Cell.Amount amount -> escaped(amount.text());
            case Cell.Link link -> escaped(link.text());
        };
    }

    /// No text of a scenario becomes markup, a link, or a new line of a table.
    static String escaped(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]|#~@!])", "\\\\$1").replace("&", "&amp;")
                .replace("<", "&lt;").replace(">", "&gt;");
    }

    private MarkdownPage line(String line) {
        text.append(line).append('\n');
        return this;
    }
}
