package io.tailrace.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Files that analyses lay over a scenario or hold beside it.
///
/// @param overlays stress overlays, in the order in which they are shown
/// @param providers scenarios of the providers to compare
public record Shelf(List<Path> overlays, List<Path> providers) {
    public static final Shelf EMPTY = new Shelf(List.of(), List.of());

    private static final List<String> PROVIDERS = List.of("aws-bedrock", "azure", "google-cloud", "oracle", "neocloud");

    public Shelf {
        overlays = List.copyOf(overlays);
        providers = List.copyOf(providers);
    }

    /// What ships in a folder such as `configs`: the providers, and every overlay in `stress` by name.
    public static Shelf in(Path folder) {
        List<Path> providers = PROVIDERS.stream()
                .map(name -> folder.resolve(name + ".yaml"))
                .filter(Files::isRegularFile)
                .toList();
        return new Shelf(overlaysIn(folder.resolve("stress")), providers);
    }

    /// The same with an overlay, or all overlays of a folder, added.
    public Shelf with(Path overlayOrFolder) {
        var more = new ArrayList<Path>(overlays);
        more.addAll(Files.isDirectory(overlayOrFolder) ? overlaysIn(overlayOrFolder) : List.of(overlayOrFolder));
        return new Shelf(more, providers);
    }

    private static List<Path> overlaysIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
