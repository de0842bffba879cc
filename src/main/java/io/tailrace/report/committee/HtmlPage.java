package io.tailrace.report.committee;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// A report as one HTML file that needs nothing else.
///
/// Its content security policy names its own two scripts by their SHA-256 and allows no request at all: what a scenario's
/// text might smuggle in could neither run nor speak. Charts are drawn by `report.js` from the tables below them.
final class HtmlPage {
    /// By which a page of ours is known again.
    static final String GENERATOR = "<meta name=\"generator\" content=\"Tailrace\">";

    private final StringBuilder html = new StringBuilder();

    private HtmlPage() {}

    static byte[] bytes(CommitteeReport report) throws IOException {
        String charts = Shipped.text("echarts/echarts.min.js");
        String script = Shipped.text("report.js");
        var page = new HtmlPage();
        page.head(report, List.of(charts, script));
        page.body(report);
        page.add("<script>").add(charts).add("</script>\n<script>").add(script).add("</script>\n</body>\n</html>\n");
        return page.html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void head(CommitteeReport report, List<String> scripts) throws IOException {
        var hashes = new StringBuilder();
        scripts.forEach(script -> hashes.append(" 'sha256-").append(sha256(script)).append('\''));
        add("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        add("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src")
                .add(hashes.toString());
        add("; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n");
        add(GENERATOR).add("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        text(report.title());
        add("</title>\n<style>\n").add(Shipped.text("report.css")).add("</style>\n</head>\n");
    }

    private void body(CommitteeReport report) throws IOException {
        add("<body>\n<a class=\"skip\" href=\"#decision\">To the decision</a>\n<header>\n<h1>");
        text(report.title());
        add("</h1>\n<p class=\"run\">");
        text(report.subtitle());
        add("</p>\n<button type=\"button\" id=\"theme\">Dark or light</button>\n</header>\n<nav aria-label=\"Sections\"><ol>\n");
        for (Section section : report.sections()) {
            add("<li><a href=\"#").add(section.id()).add("\">");
            text(section.title());
            add("</a></li>\n");
        }
        add("</ol></nav>\n<main>\n");
        report.sections().forEach(this::section);
        add("</main>\n<footer><p>Made by Tailrace from the files of a stored result. Charts: Apache ECharts 6.1.0.</p><pre>");
        text(Shipped.text("echarts/NOTICE"));
        add("</pre></footer>\n");
    }

    private void section(Section section) {
        add("<section id=\"").add(section.id()).add("\">\n<h2>");
        text(section.title());
        add("</h2>\n");
        for (Part part : section.parts()) {
            switch (part) {
                case Heading heading -> heading(heading);
                case Sentence sentence -> sentence(sentence);
                case Table table -> table(table, table.folded());
                case Chart chart -> chart(chart);
            }
        }
        add("</section>\n");
    }

    private void heading(Heading heading) {
        add("<h3 class=\"part\">");
        text(heading.text());
        add("</h3>\n");
    }

    private void sentence(Sentence sentence) {
        add(sentence.isLead() ? "<p class=\"lead\">" : "<p>");
        sentence.cells().forEach(this::inline);
        add("</p>\n");
    }

    private void inline(Cell cell) {
        switch (cell) {
            case Cell.Words words -> text(words.text());
            case Cell.Link link -> link(link);
            case Cell.Amount amount -> {
                add("<span class=\"n\"");
                numbers(amount);
                add(">");
                text(amount.text());
                add("</span>");
            }
        }
    }

    private void link(Cell.Link link) {
        add("<a href=\"");
        text(link.target());
        add("\">");
        text(link.text());
        add("</a>");
    }

    private void chart(Chart chart) {
        String title = plain(chart.title());
        add("<figure data-chart=\"");
        text(chart.json());
        add("\">\n<figcaption><h3>");
        chart.title().cells().forEach(this::inline);
        add("</h3>\n<p>");
        text(chart.reading());
        add("</p></figcaption>\n<div class=\"keys\"></div>\n<div class=\"plot\" role=\"img\" aria-label=\"");
        text(title + ". The numbers are in the table below.");
        add("\"></div>\n");
        table(chart.table(), true);
        add("</figure>\n");
    }

    private void table(Table table, boolean folded) {
        if (folded) {
            add("<details><summary>Table: ");
            text(table.name());
            add("</summary>\n");
        }
        add("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
        text(table.name());
        add("\"><table data-name=\"");
        text(table.name());
        add("\">\n");
        if (!folded) {
            add("<caption>");
            text(table.name());
            add("</caption>\n");
        }
        add("<thead><tr>");
        for (int i = 0; i < table.headers().size(); i++) {
            add(table.isOfNumbers(i) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
            text(table.headers().get(i));
            add("</th>");
        }
        add("</tr></thead>\n<tbody>\n");
        table.rows().forEach(this::row);
        add("</tbody></table></div>\n<button type=\"button\" class=\"csv\">CSV</button>\n");
        add(folded ? "</details>\n" : "");
    }

    private void row(List<Cell> cells) {
        add("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String tag = i == 0 ? "th" : "td";
            add("<").add(tag).add(i == 0 ? " scope=\"row\"" : "");
            switch (cells.get(i)) {
                case Cell.Amount amount -> {
                    add(" class=\"n\"");
                    numbers(amount);
                    add(">");
                    text(amount.text());
                }
                case Cell.Words words -> {
                    add(">");
                    text(words.text());
                }
                case Cell.Link link -> {
                    add(">");
                    link(link);
                }
            }
            add("</").add(tag).add(">");
        }
        add("</tr>\n");
    }

    /// What the JSON says, and the factor from there to what is shown.
    private void numbers(Cell.Amount amount) {
        add(" data-v=\"").add(Double.toString(amount.estimate().value())).add("\"");
        add(" data-factor=\"").add(Double.toString(amount.scale().factor())).add("\"");
        if (amount.estimate().low() < amount.estimate().high()) {
            add(" data-low=\"").add(Double.toString(amount.estimate().low())).add("\"");
            add(" data-high=\"").add(Double.toString(amount.estimate().high())).add("\"");
        }
    }

    private static String plain(Sentence sentence) {
        return sentence.cells().stream().map(Cell::text).collect(Collectors.joining());
    }

    private void text(String text) {
        html.append(Html.escaped(text));
    }

    private HtmlPage add(String markup) {
        html.append(markup);
        return this;
    }

    /// As a content security policy names a script.
    private static String sha256(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
