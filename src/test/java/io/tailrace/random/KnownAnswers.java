package io.tailrace.random;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The text files of known answers beside their recipes.
final class KnownAnswers {
    private KnownAnswers() {}

    /// The rows of one file, split at white space, without comments.
    static List<String[]> of(String file) throws IOException {
        var stream = Objects.requireNonNull(KnownAnswers.class.getResourceAsStream("/random/" + file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .toList();
        }
    }
}
