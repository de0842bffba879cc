package io.tailrace.spark;

import io.tailrace.report.ResultFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/// Brings results to a file system of Hadoop's: they are written on the driver's disk first, and copied when whole.
///
/// The place on the disk follows from the address, so that checkpoints, and what a batch has done, are found again by the
/// same command on the same machine. An address `file:` is a local path like any other.
final class Delivery {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");
    private static final Pattern LOCAL = Pattern.compile("file:/+");
    private static final List<String> OPTIONS = List.of("--out", "--results");
    /// Of a result, what a batch asks that finds it done.
    private static final List<String> ASKED = List.of("manifest.json", "answer.txt");
    private static final String CATALOGUE = "catalogue.sqlite";

    private final List<String> arguments;
    private final Optional<HadoopFolder> target;
    private final Path local;
    private final boolean oneResult;
    private final boolean force;

    private Delivery(
            List<String> arguments, Optional<HadoopFolder> target, Path local, boolean oneResult, boolean force) {
        this.arguments = arguments;
        this.target = target;
        this.local = local;
        this.oneResult = oneResult;
        this.force = force;
    }

    /// What the arguments ask for.
    ///
    /// @param staging folder on the driver's disk
    static Delivery of(List<String> asked, Path staging, Configuration configuration) throws IOException {
        List<String> arguments = new ArrayList<>();
        asked.forEach(argument -> arguments.addAll(split(argument)));
        int place = place(arguments);
        if (place < 0) {
            return new Delivery(arguments, Optional.empty(), staging, false, false);
        }
        String address = arguments.get(place);
        if (LOCAL.matcher(address).lookingAt()) {
            arguments.set(place, LOCAL.matcher(address).replaceFirst("/"));
            return new Delivery(arguments, Optional.empty(), staging, false, false);
        }
        HadoopFolder target = HadoopFolder.of(address, configuration);
        String key = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)).toString();
        Path local = staging.resolve(key).resolve(target.path().getName());
        arguments.set(place, local.toString());
        boolean force = arguments.remove("--force");
        return new Delivery(
                arguments, Optional.of(target), local, asked.getFirst().equals("run"), force);
    }

    /// `--out=X` as two arguments.
    private static List<String> split(String argument) {
        return OPTIONS.stream()
                .filter(option -> argument.startsWith(option + "="))
                .findFirst()
                .map(option -> List.of(option, argument.substring(option.length() + 1)))
                .orElse(List.of(argument));
    }

    /// Of the address among the arguments, -1 if there is none.
    private static int place(List<String> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            if (OPTIONS.contains(arguments.get(i - 1)) && ADDRESS.matcher(arguments.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    /// For the commands of the local program.
    List<String> arguments() {
        return arguments;
    }

    /// Why the result cannot be brought there, found out before the run; empty if it can. The rules are those of local
    /// folders.
    Optional<String> obstacle() throws IOException {
        if (target.isEmpty() || !oneResult || !target.get().exists()) {
            return Optional.empty();
        }
        if (!force) {
            return Optional.of(target.get().path() + " exists; choose another --out, or replace it with --force");
        }
        return target.get().files().stream()
                .filter(name -> !ResultFolder.mayHold(name))
                .sorted()
                .findFirst()
                .map(name -> target.get().path() + " holds " + name
                        + ", which no run has written: --force replaces results only");
    }

    /// Before the command: what an earlier one has left of a whole result goes, and a batch hears of what is there.
    void prepare() throws IOException {
        if (target.isEmpty()) {
            return;
        }
        if (oneResult) {
            delete(local);
            return;
        }
        HadoopFolder catalogue = target.get().child(CATALOGUE);
        if (!Files.exists(local.resolve(CATALOGUE)) && catalogue.exists()) {
            Files.createDirectories(local);
            catalogue.get(local.resolve(CATALOGUE));
        }
        HadoopFolder runs = target.get().child("runs");
        for (String run : runs.folders()) {
            Path folder = local.resolve("runs").resolve(run);
            if (!Files.exists(folder)) {
                Files.createDirectories(folder);
                for (String name : ASKED) {
                    HadoopFolder file = runs.child(run).child(name);
                    if (file.exists()) {
                        file.get(folder.resolve(name));
                    }
                }
            }
        }
    }

    /// After the command: what is whole is brought there, and named.
    List<String> deliver() throws IOException {
        List<String> delivered = new ArrayList<>();
        if (target.isEmpty()) {
            return delivered;
        }
        if (oneResult) {
            if (Files.exists(local)) {
                target.get().put(local, force);
                delete(local);
                delivered.add(target.get().path().toString());
            }
            return delivered;
        }
        for (Path folder : wholeFolders()) {
            HadoopFolder there = target.get().child(local.relativize(folder).toString().replace('\\', '/'));
            if (!there.exists()) {
                there.put(folder, false);
                delivered.add(there.path().toString());
            }
        }
        if (Files.exists(local.resolve(CATALOGUE))) {
            target.get().child(CATALOGUE).put(local.resolve(CATALOGUE), true);
        }
        return delivered;
    }

    /// Results of a batch, and nights.
    private List<Path> wholeFolders() throws IOException {
        List<Path> whole = new ArrayList<>(folders(local.resolve("runs")));
        whole.removeIf(folder -> !Files.exists(folder.resolve("summary.json")));
        for (Path batch : folders(local.resolve("overnight"))) {
            whole.addAll(folders(batch));
        }
        return whole;
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .filter(each -> !each.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
