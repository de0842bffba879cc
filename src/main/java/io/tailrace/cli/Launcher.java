package io.tailrace.cli;

import java.io.File;
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

/// What `java -jar tailrace.jar` starts: finds a JDK 25 and runs the program in it.
///
/// Why: the program needs Java 25 and a module that no JVM resolves unasked, while the `java` on the
/// PATH is often older and a manifest can ask for neither. So this one class is compiled for Java 17,
/// uses nothing but the JDK, and restarts. Standard input and output are the child's own, signals and
/// the exit code pass through. `TAILRACE_JAVA_HOME` names a JDK, `TAILRACE_JAVA_OPTS` adds JVM options.
/// There are no lambdas and streams in it: on the older JVM they take longer to link than all that it does.
public final class Launcher {
    private static final int JAVA_FEATURE = 25;
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String MAIN_CLASS = "io.tailrace.cli.Main";
    private static final String INCUBATOR_WARNING = "WARNING: Using incubator modules: " + VECTOR_MODULE;
    private static final int USER_ERROR = 2;
    private static final long SHUTDOWN_SECONDS = 30;

    /// Commands that run next to no paths and are over before the optimising compiler would pay.
    private static final Set<String> AT_ONCE = Set.of(
            "replay", "schema", "register", "runs", "generate-completion", "help", "--help", "-h", "--version", "-V");

    /// Runs below this are over before the compiler has made the lanes fast, and do not use them.
    static final long LANES_PAY_FROM_PATHS = 200_000;

    /// What is called once by reflection is not worth a method handle: making them took a run's start 0.5 s.
    private static final String PLAIN_REFLECTION = "-Djdk.reflect.useNativeAccessorOnly=true";

    private static final List<String> FOR_MOMENTS =
            List.of("-XX:+UseSerialGC", "-Xmn12m", "-XX:TieredStopAtLevel=1", PLAIN_REFLECTION);

    /// Without the vector module, with which a JVM takes no cache of linked classes and profiles.
    ///
    /// Why: on two cores `run configs/reference.yaml --paths 1e5` took 5.1 s with [#FOR_RUNS], and takes 3.3 s so. What is
    /// left: 1.8 s that 1,000 paths take as well, and paths at 35 µs each until the compiler is done, 16 µs after. The
    /// first-stage compiler alone, two threads for the second, other thresholds and a larger heap were no faster.
    private static final List<String> FOR_SMALL_RUNS =
            List.of("-XX:+UseSerialGC", "-Xmn64m", "--sun-misc-unsafe-memory-access=allow", PLAIN_REFLECTION);

    private static final List<String> FOR_RUNS = List.of(
            "--add-modules",
            VECTOR_MODULE,
            "--sun-misc-unsafe-memory-access=allow",
            PLAIN_REFLECTION,
            "-XX:+UseParallelGC",
            // What a run throws away is short-lived: a small young generation keeps its pages and saves the system's time.
            "-XX:MaxNewSize=128m",
            // The lane functions are large when compiled; they must still be inlined, or vectors go to the heap.
            "-XX:InlineSmallCode=10000");

    /// What the build has recorded of a start beside the jar: classes loaded and linked, and what the compiler learned.
    private static final String CACHE = "tailrace.aot";

    /// A cache that does not fit this jar and this JVM is left alone without a word; relocating it would take as long
    /// as it saves.
    private static final List<String> WITH_CACHE = List.of("-Xlog:aot*=off,cds*=off", "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            // To compile at once what the rehearsal found hot takes more of a short life than it gives.
            "-XX:-AOTReplayTraining");

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
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(javaCommand(javaHome).toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:-UsePerfData"));
        String options = environment.getOrDefault("TAILRACE_JAVA_OPTS", "").strip();
        boolean atOnce = arguments.length == 0 || AT_ONCE.contains(arguments[0]);
        if (atOnce || (isSmallRun(arguments) && !options.contains("tailrace.kernel"))) {
            command.addAll(atOnce ? FOR_MOMENTS : FOR_SMALL_RUNS);
            boolean inJar = !classPath.contains(File.pathSeparator);
            if (inJar) addCache(command, Path.of(classPath).resolveSibling(CACHE));
        } else {
            command.addAll(FOR_RUNS);
        }
        for (String option : options.split("\\s+")) {
            if (!option.isEmpty()) command.add(option);
        }
        command.addAll(List.of("-cp", classPath, MAIN_CLASS));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Whether the command line asks for so few paths that no lanes are needed. With targets nobody knows how many paths
    /// there will be, and analyses run theirs many times over.
    static boolean isSmallRun(String... arguments) {
        if (!arguments[0].equals("run")) return false;
        boolean small = false;
        for (int i = 1; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.startsWith("--until") || argument.contains("analyses") || asksForAnalyses(argument))
                return false;
            if (argument.startsWith("--paths=")) small = isFew(argument.substring("--paths=".length()));
            if (argument.equals("--paths") && i + 1 < arguments.length) small = isFew(arguments[i + 1]);
        }
        return small;
    }

    private static boolean isFew(String number) {
        try {
            return Double.parseDouble(number.replace("_", "")) < LANES_PAY_FROM_PATHS;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean asksForAnalyses(String file) {
        try {
            return file.endsWith(".yaml") && Files.readString(Path.of(file)).contains("analyses");
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    static void addCache(List<String> command, Path cache) {
        if (Files.isReadable(cache)) {
            command.add("-XX:AOTCache=" + cache);
            command.addAll(WITH_CACHE);
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread() {
            @Override
            public void run() {
                Launcher.stop(child);
            }
        });
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
        private static final String FIRST_VARIABLE = "JAVA25_HOME"; // before the one that runs this
        private static final List<String> VARIABLES = List.of(FIRST_VARIABLE, "JAVA_HOME", "JDK_HOME");
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
            Optional<Path> override = override();
            if (override.isPresent()) return isJdk25(override.orElseThrow()) ? override : Optional.empty();
            for (Path home : namedHomes()) {
                if (isJdk25(home)) return Optional.of(home);
            }
            for (Path folder : folders()) {
                for (Path home : homesIn(folder)) {
                    if (isJdk25(home)) return Optional.of(home);
                }
            }
            return Optional.empty();
        }

        String failure() {
            String needed = "Tailrace needs a JDK " + JAVA_FEATURE + " with the module " + VECTOR_MODULE;
            if (override().isPresent()) {
                return needed + "; " + OVERRIDE + " names " + override().orElseThrow() + ", which is none.";
            }
            StringBuilder text = new StringBuilder(needed).append(" and found none.\nSearched:\n");
            text.append("  ").append(runningHome).append(" (this Java)\n");
            List<String> names = new ArrayList<>(List.of(OVERRIDE));
            names.addAll(VARIABLES);
            for (String name : names) {
                Optional<Path> path = variable(name);
                text.append("  $").append(name)
                        .append(path.isPresent() ? " = " + path.orElseThrow() : " (not set)").append('\n');
            }
            for (Path folder : folders()) {
                text.append("  ").append(folder.resolve("*")).append('\n');
            }
            return text.append("Install one (any vendor, https://adoptium.net for instance)"
                    + " or set " + OVERRIDE + " to its folder.").toString();
        }

        private Optional<Path> override() { return variable(OVERRIDE); }

        /// Those that a variable names, and the one that runs this.
        private List<Path> namedHomes() {
            List<Path> homes = new ArrayList<>();
            for (String name : VARIABLES) {
                Optional<Path> home = variable(name);
                if (home.isPresent()) homes.add(home.orElseThrow());
                if (name.equals(FIRST_VARIABLE)) homes.add(runningHome);
            }
            return homes;
        }

        private List<Path> folders() {
            List<Path> folders = new ArrayList<>();
            folders.add(root.resolve(SYSTEM_FOLDERS.get(0)));
            for (String folder : USER_FOLDERS) folders.add(userHome.resolve(folder));
            for (String folder : SYSTEM_FOLDERS.subList(1, SYSTEM_FOLDERS.size())) folders.add(root.resolve(folder));
            Set<Path> programs = new LinkedHashSet<>();
            for (String name : List.of("ProgramW6432", "ProgramFiles")) {
                Optional<Path> files = variable(name);
                if (files.isPresent()) programs.add(files.orElseThrow());
            }
            for (Path files : programs) {
                for (String folder : WINDOWS_FOLDERS) folders.add(files.resolve(folder));
            }
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
            String[] names = folder.toFile().list();
            if (names == null) return List.of();
            Arrays.sort(names, Comparator.reverseOrder());
            List<Path> homes = new ArrayList<>();
            for (String name : names) {
                Path home = folder.resolve(name);
                homes.addAll(List.of(home, home.resolve("Contents/Home"),
                        home.resolve("libexec/openjdk.jdk/Contents/Home")));
            }
            return homes;
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
                    && (modules.isEmpty() || (" " + modules + " ").contains(" " + VECTOR_MODULE + " "))
                    && Files.isRegularFile(javaCommand(home));
        }

        private static String unquoted(Properties release, String key) {
            return release.getProperty(key, "").replace("\"", "").strip();
        }
    }
}
