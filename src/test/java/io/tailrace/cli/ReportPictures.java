package io.tailrace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Pictures of a report as a browser shows it: light, dark, on a phone, on paper. To be looked at;
/// `light-decision.png` is the README's `report.png`.
///
/// Arguments: a report, and a folder for the pictures.
final class ReportPictures {
    private ReportPictures() {}

    public static void main(String[] arguments) throws IOException {
        Path report = Path.of(arguments[0]).toAbsolutePath();
        Path pictures = Files.createDirectories(Path.of(arguments[1]));
        Path program = Browser.installed().orElseThrow(() -> new IOException("no Chromium on this machine"));
        Path profile = Files.createTempDirectory("profile");
        try (var browser = new Browser(program, profile)) {
            prefer(browser, "light");
            browser.open(report, 1280, 1400);
            Files.write(pictures.resolve("print.pdf"), browser.print());
            for (String look : List.of("light", "dark", "phone")) {
                prefer(browser, look.equals("dark") ? "dark" : "light");
                browser.open(report, look.equals("phone") ? 390 : 1280, 1400);
                for (String section : List.of("decision", "difference", "changes", "quarters", "distribution",
                        "drivers", "stresses", "bridge", "mix",
                        "method")) {
                    if (browser.evaluate("!!document.getElementById('" + section + "')").asBoolean()) {
                        browser.evaluate("document.getElementById('" + section + "').scrollIntoView()");
                        Files.write(pictures.resolve(look + "-" + section + ".png"), browser.screenshot());
                    }
                }
            }
        }
    }

    private static void prefer(Browser browser, String scheme) {
        browser.call("Emulation.setEmulatedMedia",
                Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }
}
