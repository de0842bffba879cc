package io.tailrace.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Reads files that a scenario is made of; whatever is wrong with one is the user's error.
final class ScenarioFiles {
    static final int MAX_BYTES = 4 << 20;
    private static final int MAX_CHAIN = 16;

    private ScenarioFiles() {}

    /// The file with all that it extends merged below it.
    static Node.Mapping readExtended(Path file, Sources sources) {
        return extended(YamlReader.readMapping(text(file, new Location(file.toString(), 0), ""), file.toString()),
                chain(file), sources);
    }

    /// A text with all that it extends merged below it; files are sought relative to its name.
    static Node.Mapping readExtended(String text, String name, Sources sources) {
        return extended(YamlReader.readMapping(text, name), chain(Path.of(name)), sources);
    }

    /// The whole text of a file of at most 4 MB.
    ///
    /// @param from where the file is asked for
    static String text(Path file, Location from, String key) {
        if (!Files.exists(file)) {
            throw Problems.stop(from, key, "there is no file " + file, neighbour(file));
        }
        if (!Files.isRegularFile(file)) {
            throw Problems.stop(from, key, file + " is not a file", "");
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw Problems.stop(from, key, file + " is larger than 4 MB", "");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notText) {
            throw Problems.stop(from, key, file + " is not UTF-8 text", "");
        } catch (IOException unreadable) {
            throw Problems.stop(from, key, file + " cannot be read", "");
        }
    }

    /// A file named in a scenario, relative to where it is named.
    static Path beside(Location from, String key, String name) {
        try {
            return Path.of(from.file()).resolveSibling(name).normalize();
        } catch (InvalidPathException notAPath) {
            throw Problems.stop(from, key, "is not the name of a file", "");
        }
    }

    private static Node.Mapping extended(Node.Mapping own, SequencedSet<Path> chain, Sources sources) {
        var extend = own.get("extends");
        if (extend.isEmpty()) {
            sources.add(own);
            return own;
        }
        var from = extend.get().location();
        if (!(extend.get() instanceof Node.Scalar name) || name.isNull()) {
            throw Problems.stop(from, "extends", "must be the name of one file", "");
        }
        var file = beside(from, "extends", name.text());
        var text = text(file, from, "extends");
        if (!chain.add(real(file)) || chain.size() > MAX_CHAIN) {
            throw Problems.stop(from, "extends", "goes in a circle: " + names(chain) + " → " + file, "");
        }
        var below = extended(YamlReader.readMapping(text, file.toString()), chain, sources);
        sources.add(own);
        return (Node.Mapping) MergePatch.apply(below, own.without("extends"));
    }

    private static SequencedSet<Path> chain(Path first) {
        return new LinkedHashSet<>(List.of(real(first)));
    }

    private static String names(SequencedSet<Path> chain) {
        return String.join(
                " → ", chain.stream().map(path -> path.getFileName().toString()).toList());
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException notThere) {
            return file.toAbsolutePath().normalize();
        }
    }

    static String neighbour(Path missing) {
        var folder = Optional.ofNullable(missing.toAbsolutePath().getParent()).orElse(missing);
        try (var files = Files.list(folder)) {
            var names = files.limit(1000).map(file -> file.getFileName().toString()).toList();
            return Suggestions.didYouMean(String.valueOf(missing.getFileName()), names);
        } catch (IOException noFolder) {
            return "";
        }
    }
}
