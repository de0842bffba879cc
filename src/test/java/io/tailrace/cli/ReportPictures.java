package io.tailrace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Pictures of a report as a browser shows it: light, dark, on a phone, on paper. To be looked at, and for the README.
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
            browser.open(report, 1280, 860);
            Files.write(pictures.resolve("report.png"), browser.screenshot(false));
            Files.write(pictures.resolve("light.png"), browser.screenshot(true));
            Files.write(pictures.resolve("print.pdf"), browser.print());
            prefer(browser, "dark");
            browser.open(report, 1280, 860);
            Files.write(pictures.resolve("dark.png"), browser.screenshot(true));
            prefer(browser, "light");
            browser.open(report, 390, 844);
            Files.write(pictures.resolve("phone.png"), browser.screenshot(true));
        }
    }

    private static void prefer(Browser browser, String scheme) {
        browser.call("Emulation.setEmulatedMedia",
                Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }
}
