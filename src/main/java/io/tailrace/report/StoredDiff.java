package io.tailrace.report;

import io.tailrace.analysis.Waterfall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// `diff.json` in a result: why it differs from another, kept so that a report need not run it again.
///
/// It has no checksum in the manifest: it can be made again from both results at any time.
public final class StoredDiff {
    private StoredDiff() {}

    /// The JSON of the diff between these two, if it is the one that the second keeps.
    public static Optional<String> read(Path to, String fromSha256, String toSha256) throws IOException {
        Path file = to.resolve(ResultFolder.DIFF);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file);
        try {
            JsonNode root = SummaryJson.MAPPER.readTree(text);
            boolean same = root.path("fromSha256").asString("").equals(fromSha256)
                    && root.path("toSha256").asString("").equals(toSha256);
            return same ? Optional.of(text) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// Keeps a diff in its second result and returns its JSON.
    public static String write(Path to, Waterfall waterfall, WaterfallText.Side from, WaterfallText.Side side)
            throws IOException {
        String text = String.join("\n", WaterfallText.json(waterfall, from, side)) + "\n";
        Path unfinished = to.resolve("." + ResultFolder.DIFF + ".unfinished");
        try {
            Files.writeString(unfinished, text);
            Files.move(unfinished, to.resolve(ResultFolder.DIFF), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return text;
    }
}
