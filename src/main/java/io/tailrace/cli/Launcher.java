package io.tailrace.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What `java -jar tailrace.jar` starts: finds a JDK 25 and runs the program in it.
///
/// Why: the program needs Java 25 and a module that no JVM resolves unasked, while the `java` on the
/// PATH is often older and a manifest can ask for neither. So this one class is compiled for Java 17,
/// uses nothing but the JDK, and restarts. Standard input and output are the child's own, signals and
/// the exit code pass through. `TAILRACE_JAVA_HOME` names a JDK, `TAILRACE_JAVA_OPTS` adds JVM options.
public final class Launcher {
    private static final int JAVA_FEATURE = 25;
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String MAIN_CLASS = "io.tailrace.cli.Main";
    private static final String INCUBATOR_WARNING = "WARNING: Using incubator modules: " + VECTOR_MODULE;
    private static final int USER_ERROR = 2;
    private static final long SHUTDOWN_SECONDS = 30;

    /// Commands that run next to no paths and are over before the optimising compiler would pay.
    private static final Set<String> AT_ONCE = Set.of("replay", "schema", "generate-completion");

    private static final List<String> FOR_MOMENTS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> FOR_RUNS = List.of(
            "--add-modules",
            VECTOR_MODULE,
            "-XX:+UseParallelGC",
            // What a run throws away is short-lived: a small young generation keeps its pages and saves the system's time.
            "-XX:MaxNewSize=128m",
            // The lane functions are large when compiled; they must still be inlined, or vectors go to the heap.
            "-XX:InlineSmallCode=10000");

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        if (runsHere()) {
            Class.forName(MAIN_CLASS).getMethod("main", String[].class).invoke(null, (Object) arguments);
            return;
        }
        JdkSearch search = JdkSearch.ofThisMachine();
        Optional<Path> javaHome = search.find();
        if (javaHome.isEmpty()) {
            System.err.println(search.failure());
            System.exit(USER_ERROR);
        }
        System.exit(run(command(javaHome.orElseThrow(), System.getenv(), arguments)));
    }

    private static boolean runsHere() {
        return Runtime.version().feature() == JAVA_FEATURE && ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }

    static List<String> command(Path javaHome, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(javaCommand(javaHome).toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-XX:-UsePerfData", "-Xshare:auto"));
        command.addAll(arguments.length > 0 && AT_ONCE.contains(arguments[0]) ? FOR_MOMENTS : FOR_RUNS);
        environment.getOrDefault("TAILRACE_JAVA_OPTS", "").strip().lines()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN_CLASS));
        command.addAll(List.of(arguments));
        return command;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(child)));
        try (OutputStream error = new FileOutputStream(FileDescriptor.err)) {
            passErrors(child.getErrorStream(), error);
            return child.waitFor();
        }
    }

    /// Copies a child's standard error as it comes, except for a first line that only says that the
    /// vector module incubates: the virtual machine prints it and has no switch against it.
    static void passErrors(InputStream from, OutputStream to) throws IOException {
        byte[] warning = INCUBATOR_WARNING.getBytes(StandardCharsets.UTF_8);
        int same = 0;
        int next = from.read();
        while (same < warning.length && next == warning[same]) {
            same++;
            next = from.read();
        }
        if (same == warning.length) {
            while (next >= 0 && next != '\n') next = from.read();
        } else {
            to.write(warning, 0, same);
            if (next >= 0) to.write(next);
        }
        from.transferTo(to);
    }

    /// Ctrl-C reaches parent and child alike, SIGTERM the parent only: ask the child too, and let it finish.
    /// Why the handle: the process's own `destroy` would close the pipe of its last words.
    private static void stop(Process child) {
        child.toHandle().destroy();
        try {
            if (!child.waitFor(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) child.destroyForcibly();
        } catch (InterruptedException e) {
            child.destroyForcibly();
        }
    }

    private static Path javaCommand(Path javaHome) {
        Path windows = javaHome.resolve("bin/java.exe");
        return Files.exists(windows) ? windows : javaHome.resolve("bin/java");
    }

    /// Where a JDK 25 may be, in order of preference.
    ///
    /// @param root the root of the file system, another folder in tests
    record JdkSearch(Map<String, String> environment, Path runningHome, Path userHome, Path root) {
        private static final String OVERRIDE = "TAILRACE_JAVA_HOME";
        private static final List<String> VARIABLES = List.of("JAVA25_HOME", "JAVA_HOME", "JDK_HOME");
        private static final List<String> SYSTEM_FOLDERS = List.of("usr/lib/jvm", "usr/java", "opt", "opt/java",
                "usr/local", "Library/Java/JavaVirtualMachines", "opt/homebrew/opt", "usr/local/opt");
        private static final List<String> USER_FOLDERS = List.of(".jdks", ".sdkman/candidates/java",
                ".local/share/mise/installs/java", ".asdf/installs/java", "Library/Java/JavaVirtualMachines");
        private static final List<String> WINDOWS_FOLDERS = List.of("Java", "Eclipse Adoptium", "Microsoft",
                "Amazon Corretto", "Zulu", "BellSoft");

        static JdkSearch ofThisMachine() {
            Path home = Path.of(System.getProperty("user.home"));
            return new JdkSearch(System.getenv(), Path.of(System.getProperty("java.home")), home, Path.of("/"));
        }

        Optional<Path> find() {
            return override().map(Stream::of).orElseGet(() -> candidates().stream())
                    .filter(JdkSearch::isJdk25)
                    .findFirst();
        }

        String failure() {
            String needed = "Tailrace needs a JDK " + JAVA_FEATURE + " with the module " + VECTOR_MODULE;
            if (override().isPresent()) {
                return needed + "; " + OVERRIDE + " names " + override().orElseThrow() + ", which is none.";
            }
            StringBuilder text = new StringBuilder(needed).append(" and found none.\nSearched:\n");
            text.append("  ").append(runningHome).append(" (this Java)\n");
            Stream.concat(Stream.of(OVERRIDE), VARIABLES.stream()).forEach(name -> text.append("  $").append(name)
                    .append(variable(name).map(path -> " = " + path).orElse(" (not set)")).append('\n'));
            folders().forEach(folder -> text.append("  ").append(folder.resolve("*")).append('\n'));
            return text.append("Install one (any vendor, https://adoptium.net for instance)"
                    + " or set " + OVERRIDE + " to its folder.").toString();
        }

        private Optional<Path> override() { return variable(OVERRIDE); }

        private Set<Path> candidates() {
            Set<Path> candidates = new LinkedHashSet<>();
            variable("JAVA25_HOME").ifPresent(candidates::add);
            candidates.add(runningHome);
            VARIABLES.forEach(name -> variable(name).ifPresent(candidates::add));
            folders().forEach(folder -> candidates.addAll(homesIn(folder)));
            return candidates;
        }

        private List<Path> folders() {
            List<Path> folders = new ArrayList<>();
            folders.add(root.resolve(SYSTEM_FOLDERS.get(0)));
            USER_FOLDERS.forEach(folder -> folders.add(userHome.resolve(folder)));
            SYSTEM_FOLDERS.stream().skip(1).forEach(folder -> folders.add(root.resolve(folder)));
            Stream.of("ProgramW6432", "ProgramFiles").flatMap(name -> variable(name).stream()).distinct()
                    .forEach(files -> WINDOWS_FOLDERS.forEach(folder -> folders.add(files.resolve(folder))));
            return folders;
        }

        private Optional<Path> variable(String name) {
            String value = environment.getOrDefault(name, "").strip();
            try {
                return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }

        /// Subfolders that may be a JDK, the newest name first, each also as a macOS bundle.
        private static List<Path> homesIn(Path folder) {
            try (Stream<Path> homes = Files.list(folder)) {
                return homes.sorted(Comparator.reverseOrder())
                        .flatMap(home -> Stream.of(home, home.resolve("Contents/Home"),
                                home.resolve("libexec/openjdk.jdk/Contents/Home")))
                        .toList();
            } catch (IOException e) {
                return List.of();
            }
        }

        /// A JDK's `release` file says its version and, with most vendors, its modules.
        static boolean isJdk25(Path home) {
            Properties release = new Properties();
            try (InputStream file = Files.newInputStream(home.resolve("release"))) {
                release.load(file);
            } catch (IOException | IllegalArgumentException e) {
                return false;
            }
            String version = unquoted(release, "JAVA_VERSION");
            String modules = unquoted(release, "MODULES");
            return version.split("[.+-]")[0].equals(String.valueOf(JAVA_FEATURE))
                    && (modules.isEmpty() || List.of(modules.split("\\s+")).contains(VECTOR_MODULE))
                    && Files.isRegularFile(javaCommand(home));
        }

        private static String unquoted(Properties release, String key) {
            return release.getProperty(key, "").replace("\"", "").strip();
        }
    }
}
