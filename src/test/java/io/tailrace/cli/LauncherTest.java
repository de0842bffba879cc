package io.tailrace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.cli.Launcher.JdkSearch;
import io.tailrace.engine.KernelChoice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LauncherTest {
    private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector";
    private static final String VECTOR = "java.base jdk.incubator.vector";

    @TempDir Path root;

    @Test
    void aJdk25BesideAnOlderOneIsFoundUnderUsrLibJvm() throws IOException {
        jdk("usr/lib/jvm/java-17", "17.0.15", VECTOR);
        Path wanted = jdk("usr/lib/jvm/temurin-25", "25.0.3", VECTOR);
        assertThat(search(Map.of()).find()).contains(wanted);
    }

    @Test
    void theNewestNameOfAFolderIsTaken() throws IOException {
        jdk("usr/lib/jvm/jdk-25.0.1", "25.0.1", VECTOR);
        Path newer = jdk("usr/lib/jvm/jdk-25.0.3", "25.0.3", VECTOR);
        assertThat(search(Map.of()).find()).contains(newer);
    }

    @Test
    void theRunningJvmComesBeforeJavaHomeAndAfterJava25Home() throws IOException {
        Path running = jdk("running", "25", VECTOR);
        Path javaHome = jdk("one", "25", VECTOR);
        Path java25Home = jdk("two", "25", VECTOR);
        Map<String, String> both = Map.of("JAVA_HOME", javaHome.toString(), "JAVA25_HOME", java25Home.toString());
        assertThat(search(both).find()).contains(java25Home);
        assertThat(search(Map.of("JAVA_HOME", javaHome.toString())).find()).contains(running);
    }

    @Test
    void anOverrideComesBeforeAllOthersAndIsNeverPassedOver() throws IOException {
        jdk("running", "25", VECTOR);
        Path old = jdk("old", "21.0.2", VECTOR);
        Path chosen = jdk("chosen", "25.0.9", VECTOR);
        assertThat(search(Map.of("TAILRACE_JAVA_HOME", chosen.toString())).find()).contains(chosen);
        JdkSearch wrong = search(Map.of("TAILRACE_JAVA_HOME", old.toString()));
        assertThat(wrong.find()).isEmpty();
        assertThat(wrong.failure()).contains("TAILRACE_JAVA_HOME names " + old);
    }

    @Test
    void macOsBundlesAndHomeFoldersAreLookedInto() throws IOException {
        Path bundle = jdk("Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home", "25.0.3", VECTOR);
        assertThat(search(Map.of()).find()).contains(bundle);
        Path sdkman = jdk("home/.sdkman/candidates/java/25-tem", "25", VECTOR);
        assertThat(search(Map.of()).find()).contains(sdkman);
    }

    @Test
    void programFilesOfWindowsAreLookedInto() throws IOException {
        Path home = jdk("Program Files/Eclipse Adoptium/jdk-25.0.3.9-hotspot", "25.0.3", VECTOR);
        Files.move(home.resolve("bin/java"), home.resolve("bin/java.exe"));
        Map<String, String> windows = Map.of("ProgramFiles", root.resolve("Program Files").toString());
        assertThat(search(windows).find()).contains(home);
    }

    @ParameterizedTest
    @CsvSource({"25, true", "25.0.3, true", "25-ea, true", "250.1, false", "2.5, false", "26, false", "24.0.2, false"})
    void onlyVersion25Counts(String version, boolean accepted) throws IOException {
        assertThat(JdkSearch.isJdk25(jdk("some", version, VECTOR))).isEqualTo(accepted);
    }

    @Test
    void aRuntimeWithoutTheVectorModuleOrWithoutJavaIsPassedOver() throws IOException {
        assertThat(JdkSearch.isJdk25(jdk("small", "25", "java.base java.desktop"))).isFalse();
        Path hollow = jdk("hollow", "25", VECTOR);
        Files.delete(hollow.resolve("bin/java"));
        assertThat(JdkSearch.isJdk25(hollow)).isFalse();
        assertThat(JdkSearch.isJdk25(root.resolve("nowhere"))).isFalse();
    }

    @Test
    void aVendorThatListsNoModulesIsTrusted() throws IOException {
        assertThat(JdkSearch.isJdk25(jdk("quiet", "25", ""))).isTrue();
    }

    @Test
    void whereNothingIsFoundTheMessageNamesWhatWasSearchedAndWhatToInstall() {
        assertThat(search(Map.of("JAVA_HOME", "/nowhere/jdk")).failure())
                .contains("JDK 25", "jdk.incubator.vector", "$JAVA_HOME = /nowhere/jdk",
                        "$TAILRACE_JAVA_HOME (not set)")
                .contains(root.resolve("usr/lib/jvm").toString(), "adoptium.net");
    }

    @Test
    void optionsGoToTheJvmAndArgumentsToTheProgramUnchanged() {
        Map<String, String> environment = Map.of("TAILRACE_JAVA_OPTS", " -Xmx4g  -Dx=y ");
        assertThat(Launcher.command(root, environment, "run", "configs/a b.yaml", ""))
                .startsWith(root.resolve("bin/java").toString())
                .containsSubsequence("--add-modules", "jdk.incubator.vector")
                .containsSubsequence("-Xmx4g", "-Dx=y", "-cp", "io.tailrace.cli.Main")
                .endsWith("io.tailrace.cli.Main", "run", "configs/a b.yaml", "");
        assertThat(Launcher.command(root, environment, "run", "x")).contains("--add-modules",
                "-XX:InlineSmallCode=10000");
        assertThat(Launcher.command(root, environment, "replay", "x"))
                .contains("-XX:TieredStopAtLevel=1")
                .doesNotContain("--add-modules");
        assertThat(Launcher.command(root, Map.of())).doesNotContain("");
    }

    @Test
    void runsThatNeedNoLanesStartWithoutTheirModule() {
        assertThat(Launcher.isSmallRun("run", "x.yaml", "--paths", "1e5")).isTrue();
        assertThat(Launcher.isSmallRun("run", "--paths=199_999", "x.yaml")).isTrue();
        assertThat(Launcher.isSmallRun("run", "x.yaml", "--paths", "200000")).isFalse();
        assertThat(Launcher.isSmallRun("run", "x.yaml", "--paths", "many")).isFalse();
        assertThat(Launcher.isSmallRun("run", "x.yaml")).isFalse();
        assertThat(Launcher.isSmallRun("analyze", "x", "--paths", "1e5")).isFalse();
        assertThat(Launcher.isSmallRun("run", "x.yaml", "--paths", "1e5", "--until", "mean(npvTaas) within 1%"))
                .isFalse();
        assertThat(Launcher.command(root, Map.of(), "run", "x.yaml", "--paths", "1e5")).doesNotContain("--add-modules");
        assertThat(Launcher.command(
                root, Map.of("TAILRACE_JAVA_OPTS", "-Dtailrace.kernel=lanes"), "run", "x.yaml", "--paths", "1e5"))
                .contains("--add-modules");
        assertThat(KernelChoice.forRunOf(Launcher.LANES_PAY_FROM_PATHS - 1)).isEqualTo(KernelChoice.MODEL);
        assertThat(KernelChoice.forRunOf(Launcher.LANES_PAY_FROM_PATHS)).isEqualTo(KernelChoice.LANES);
    }

    @Test
    void aScenarioThatAsksForAnalysesRunsItsPathsManyTimesOver() throws IOException {
        Path scenario = Files.writeString(root.resolve("x.yaml"), "analyses: [tornado]");
        assertThat(Launcher.isSmallRun("run", scenario.toString(), "--paths", "1e5")).isFalse();
        assertThat(Launcher.isSmallRun("run", "y.yaml", "--paths", "1e5", "--set", "analyses=[tornado]")).isFalse();
    }

    @Test
    void theRecordOfAStartIsUsedWhereThereIsOne() throws IOException {
        List<String> command = new ArrayList<>();
        Launcher.addCache(command, root.resolve("tailrace.aot"));
        assertThat(command).isEmpty();
        Launcher.addCache(command, Files.writeString(root.resolve("tailrace.aot"), "x"));
        assertThat(command).contains("-XX:AOTCache=" + root.resolve("tailrace.aot")).anyMatch(o -> o.contains("=off"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '%s\n',               ''
            '%s\nprogress 10 %%', 'progress 10 %%'
            'error\n%s\n',        'error\n%s\n'
            'WARNING: Using',     'WARNING: Using'
            'x',                  'x'
            '',                   ''
            """)
    void onlyAFirstLineAboutTheIncubatorIsKeptBack(String said, String passed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Launcher.passErrors(new ByteArrayInputStream(said.formatted(WARNING).getBytes(UTF_8)), out);
        assertThat(out.toString(UTF_8)).isEqualTo(passed.formatted(WARNING));
    }

    private JdkSearch search(Map<String, String> environment) {
        return new JdkSearch(environment, root.resolve("running"), root.resolve("home"), root);
    }

    private Path jdk(String folder, String version, String modules) throws IOException {
        Path home = Files.createDirectories(root.resolve(folder));
        String list = modules.isEmpty() ? "" : "MODULES=\"" + modules + "\"\n";
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n" + list);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("bin/java"), "");
        return home;
    }
}
