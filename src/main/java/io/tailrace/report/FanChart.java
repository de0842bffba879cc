package io.tailrace.report;

import io.tailrace.engine.RunResult;
import io.tailrace.plan.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// `margins.svg`: the EBIT margins of both contracts by quarter, side by side on one scale, the finding as its title.
///
/// Blue and vermilion are told apart with every common colour blindness. Source: Okabe & Ito (2008). Lengths in pixels.
final class FanChart {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 470;
    private static final int LEFT = 62;
    private static final int TOP = 112;
    private static final int PANEL_HEIGHT = 280;
    private static final int PANEL_WIDTH = 420;
    private static final int GAP = 48;
    private static final String BLUE = "#0072B2";
    private static final String VERMILION = "#D55E00";

    private final RunResult run;
    private final MarginScale scale;
    private final StringBuilder svg = new StringBuilder();

    private FanChart(RunResult run, MarginScale scale) {
        this.run = run;
        this.scale = scale;
    }

    /// Empty where the scenario records no margins.
    static Optional<String> svg(Findings findings) {
        List<Quantity> margins = MarginScale.margins(findings.run().plan());
        if (margins.isEmpty()) {
            return Optional.empty();
        }
        var chart = new FanChart(findings.run(), MarginScale.over(findings.run(), margins));
        chart.draw(findings, margins);
        return Optional.of(chart.svg.toString());
    }

    private void draw(Findings findings, List<Quantity> margins) {
        List<String> sentences = Headline.of(findings);
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" role=\"img\"".formatted(WIDTH, HEIGHT)
                + " font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\" font-size=\"13\" fill=\"#222\">");
        add("<title>%s</title>".formatted(escaped(sentences.getFirst())));
        add("<rect width=\"%s\" height=\"%s\" fill=\"white\"/>".formatted(WIDTH, HEIGHT));
        text(16, 30, "font-size=\"17\" font-weight=\"bold\"", sentences.getFirst());
        text(16, 53, "font-size=\"14\"", sentences.getLast());
        text(16, 80, "fill=\"#555\"", "EBIT margin, % of revenue");
        for (int i = 0; i < margins.size(); i++) {
            panel(LEFT + i * (PANEL_WIDTH + GAP), margins.get(i), i == 0);
        }
        text(16, HEIGHT - 14, "font-size=\"12\" fill=\"#555\"", footnote(findings));
        add("</svg>");
    }

    private void panel(int left, Quantity margin, boolean labelled) {
        String colour = margin == Quantity.TAAS_MARGIN ? BLUE : VERMILION;
        String name = margin == Quantity.TAAS_MARGIN ? "TaaS: tokens sold" : "IaaS: take-or-pay lease";
        text(left, TOP - 10, "font-weight=\"bold\" fill=\"" + colour + "\"", name);
        add("<clipPath id=\"%s\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>"
                .formatted(margin.key(), left, TOP, PANEL_WIDTH, PANEL_HEIGHT));
        grid(left, labelled);
        add("<g clip-path=\"url(#%s)\" fill=\"%s\" stroke=\"none\">".formatted(margin.key(), colour));
        band(left, margin, 0.05, 0.95, "0.18");
        band(left, margin, 0.25, 0.75, "0.32");
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>"
                .formatted(points(left, margin, counted(margin), 0.5), colour));
        add("</g>");
        hurdle(left, labelled);
        quarters(left);
    }

    private void grid(int left, boolean labelled) {
        double step = scale.high() - scale.low() > 1.2 ? 0.5 : 0.2;
        for (long i = (long) Math.ceil(scale.low() / step - 1e-9); i * step <= scale.high() + 1e-9; i++) {
            level(left, y(i * step), i == 0 ? "stroke=\"#444\"" : "stroke=\"#ddd\"");
            if (labelled) {
                String percent = String.valueOf(Math.round(100 * i * step)).replace('-', '−');
                text(left - 8, y(i * step) + 4, "text-anchor=\"end\"", percent);
            }
        }
    }

    private void band(int left, Quantity margin, double from, double to, String opacity) {
        List<Integer> there = counted(margin);
        add("<polygon points=\"%s %s\" fill-opacity=\"%s\"/>"
                .formatted(points(left, margin, there, from), points(left, margin, there.reversed(), to), opacity));
    }

    private void hurdle(int left, boolean labelled) {
        if (scale.hurdle() >= scale.low() && scale.hurdle() <= scale.high()) {
            double y = y(scale.hurdle());
            level(left, y, "stroke=\"#222\" stroke-dasharray=\"2 4\"");
            if (labelled) {
                text(left + 4, y + 13, "font-size=\"11\"", "hurdle " + Math.round(100 * scale.hurdle()) + " %");
            }
        }
    }

    /// Every fourth quarter is named.
    private void quarters(int left) {
        for (int t = 1; t <= run.plan().quarters(); t += 4) {
            double x = x(left, t);
            line(x, x, TOP + PANEL_HEIGHT, TOP + PANEL_HEIGHT + 5, "stroke=\"#444\"");
            text(x, TOP + PANEL_HEIGHT + 20, "text-anchor=\"middle\"", run.plan().label(t));
        }
    }

    private String footnote(Findings findings) {
        return String.format(Locale.ROOT,
                "%s, %,d paths, seed %d%s. Bands: P5 to P95 and P25 to P75 of the paths in that quarter; line: median;"
                        + " cut off at %s.",
                run.plan().name(), run.paths(), run.seed(),
                findings.changes().isEmpty() ? "" : ", stressed by " + String.join(", ", findings.changes()),
                String.format(Locale.ROOT, "%.0f %%", 100 * scale.low()).replace('-', '−'));
    }

    private List<Integer> counted(Quantity margin) {
        return IntStream.rangeClosed(1, run.plan().quarters())
                .filter(t -> run.of(margin.key(), t).count() > 0)
                .boxed()
                .toList();
    }

    private String points(int left, Quantity margin, List<Integer> quarters, double probability) {
        return quarters.stream()
                .map(t -> pixels(x(left, t)) + "," + pixels(y(MarginScale.at(run.of(margin.key(), t), probability))))
                .collect(Collectors.joining(" "));
    }

    private double x(int left, int t) {
        int last = Math.max(2, run.plan().quarters());
        return left + (double) PANEL_WIDTH * (t - 1) / (last - 1);
    }

    private double y(double margin) {
        return TOP + PANEL_HEIGHT * (1 - scale.position(margin));
    }

    private void level(int left, double y, String attributes) {
        line(left, left + PANEL_WIDTH, y, y, attributes);
    }

    private void line(double x1, double x2, double y1, double y2, String attributes) {
        add("<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" %s/>"
                .formatted(pixels(x1), pixels(x2), pixels(y1), pixels(y2), attributes));
    }

    private void text(double x, double y, String attributes, String text) {
        add("<text x=\"%s\" y=\"%s\" %s>%s</text>".formatted(pixels(x), pixels(y), attributes, escaped(text)));
    }

    private void add(String element) {
        svg.append(element).append('\n');
    }

    /// The same in every locale.
    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
