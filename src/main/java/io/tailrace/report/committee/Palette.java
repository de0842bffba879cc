package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Tone;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colours of the report on a light page, as its style sheet names them: `0xRRGGBB`.
///
/// Why read from there: one place says which colour a contract has, for the screen and for paper.
record Palette(Map<String, Integer> colours) {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):\\s*#([0-9a-fA-F]{6})");

    static Palette light() throws IOException {
        String style = Shipped.text("report.css");
        var colours = new HashMap<String, Integer>();
        Matcher colour = COLOUR.matcher(style.substring(0, style.indexOf('}')));
        while (colour.find()) {
            colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
        }
        return new Palette(Map.copyOf(colours));
    }

    int of(Tone tone) {
        return of(tone.name().toLowerCase(Locale.ROOT));
    }

    int of(String name) {
        Integer colour = colours.get(name);
        if (colour == null) {
            throw new IllegalArgumentException("report.css has no colour " + name);
        }
        return colour;
    }

    int ink() {
        return of("ink");
    }

    int soft() {
        return of("soft");
    }

    int line() {
        return of("line");
    }

    int page() {
        return of("page");
    }
}
