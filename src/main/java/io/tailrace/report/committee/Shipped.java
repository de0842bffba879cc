package io.tailrace.report.committee;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Files that come with the program: style sheet, scripts, typefaces, notices.
final class Shipped {
    private static final String FOLDER = "/io/tailrace/report/committee/";

    private Shipped() {}

    /// With line ends of one kind, however the program was built.
    static String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    static byte[] bytes(String name) throws IOException {
        try (InputStream stream = Shipped.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IOException(name + " is missing from the program");
            }
            return stream.readAllBytes();
        }
    }
}
