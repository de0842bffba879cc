package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Nights that end because no job may have more paths, long before their time is up.
final class OvernightCommandTest {
    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        scenario("");
        batch("limits: [cvar95(npvIaas) >= -100 $B]");
    }

    @Test
    void everyJobHasTheResultOfARunOfSoManyPathsBitForBit() throws IOException {
        Invocation night = overnight();
        assertThat(night.code()).as(night.err()).isZero();
        Path job = job("001-small");
        assertThat(Invocation.of("run", file("small.yaml"), "--paths", "20000", "--limit",
                "cvar95(npvIaas) >= -100 $B", "--out", file("alone"), "-q").code()).isZero();
        for (String name : List.of("summary.json", "convergence.json", "paths.csv", "answer.txt", "limits.json")) {
            assertThat(job.resolve(name)).hasSameBinaryContentAs(folder.resolve("alone").resolve(name));
        }
        assertThat(Invocation.of("verify", job.toString()).code()).isZero();
    }

    @Test
    void theMorningReportSaysWhatRanAndHowWellItIsKnown() throws IOException {
        Invocation night = overnight();
        assertThat(night.out()).contains("small, price-war", "20,000", "Report in ");
        for (String name : List.of("report.md", "report.html")) {
            String report = Files.readString(night().resolve(name));
            assertThat(report).contains("Every job has its result, and no limit is breached.", "small, price-war",
                    "The precision reached", "There is no earlier night");
        }
        var shown = ShownNumbers.of(Files.readString(night().resolve("report.html")));
        shown.areAllIn(night());
        shown.haveTheDigitsOfTheirErrors();
    }

    @Test
    void itsJobsAreInTheCatalogueAndLeaveNothingButTheirResults() throws IOException {
        overnight();
        Invocation list = Invocation.of("runs", "list", "--results", file("results"));
        assertThat(list.out().lines().filter(line -> line.contains("overnight/two/"))).hasSize(2)
                .allMatch(line -> line.contains("done") && line.contains("20,000"));
        try (Stream<Path> files = Files.list(night())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("001-small",
                    "002-small-price-war", "overnight.json", "report.html", "report.md");
        }
    }

    @Test
    void aBreachIsSaidFirstAndIsExitCodeFour() throws IOException {
        batch("limits: [cvar95(npvIaas) >= 100 $B]");
        Invocation night = overnight();
        assertThat(night.code()).isEqualTo(4);
        assertThat(night.out()).contains("small: LIMIT BREACHED: cvar95(npvIaas) >= 100 $B is ");
        String report = Files.readString(night().resolve("report.md"));
        assertThat(report.indexOf("LIMIT BREACHED by small")).isPositive().isLessThan(report.indexOf("The precision"));
    }

    @Test
    void theNextNightSaysWhatChangedAndWhy() throws IOException {
        overnight();
        Path first = night();
        Files.move(first, first.resolveSibling("20200101-000000"));
        scenario("tokenService: {floor: 0}\n");
        assertThat(overnight().code()).isZero();
        String report = Files.readString(Stream.of(folder.resolve("results/overnight/two").toFile().listFiles())
                .map(file -> file.toPath())
                .max(Path::compareTo)
                .orElseThrow()
                .resolve("report.md"));
        assertThat(report).contains("What changed in small", "last night", "tonight", "tokenService.floor", "→ 0")
                .doesNotContain("There is no earlier night");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--until | 25:99 | is not a time of day such as 06:00",
        "--for   | soon  | is not a time such as 30s, 90min or 8h",
        "--cpu-budget | 0s | is not a time such as"
    })
    void budgetsThatMakeNoSenseAreTheUsersError(String option, String value, String message) {
        Invocation night = Invocation.of("overnight", file("two.yaml"), option, value, "--results", file("results"));
        assertThat(night.code()).isEqualTo(2);
        assertThat(night.err()).contains(message).doesNotContain("\tat ");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void aNightNeedsABudgetAndTargets() throws IOException {
        assertThat(Invocation.of("overnight", file("two.yaml")).code()).isEqualTo(2);
        Files.writeString(folder.resolve("two.yaml"), "name: two\ngroups:\n  - {scenarios: [small.yaml], paths: 10}\n");
        Invocation aimless = overnight();
        assertThat(aimless.code()).isEqualTo(2);
        assertThat(aimless.err()).contains("give the group of small a precision in place of paths");
    }

    @Test
    void limitsOfABatchFileAreCheckedWhereTheyStand() throws IOException {
        batch("limits: [cvar95(npvIas) >= 100 $B]");
        assertThat(overnight().err()).contains("two.yaml:8", "groups[0].limits", "did you mean npvIaas?");
    }

    @Test
    void untilIsTheNextTimeThatAClockShowsIt() {
        ZonedDateTime evening = ZonedDateTime.parse("2026-06-01T22:30:00Z");
        assertThat(OvernightCommand.next("06:00", evening)).isEqualTo("2026-06-02T06:00:00Z");
        assertThat(OvernightCommand.next("6:00", evening)).isEqualTo("2026-06-02T06:00:00Z");
        assertThat(OvernightCommand.next("23:00", evening)).isEqualTo("2026-06-01T23:00:00Z");
        assertThat(OvernightCommand.next("22:30", evening)).isEqualTo("2026-06-02T22:30:00Z");
    }

    private void scenario(String more) throws IOException {
        Files.writeString(folder.resolve("small.yaml"),
                "extends: " + Path.of("configs/aws-bedrock.yaml").toAbsolutePath()
                        + "\nname: small\nquarters: 3\nbackTest: []\noutputs: {quarterly: [taasEbit]}\n" + more);
    }

    private void batch(String limits) throws IOException {
        Path stress = Path.of("configs/stress/price-war.yaml").toAbsolutePath();
        Files.writeString(folder.resolve("two.yaml"), """
                name: two
                groups:
                  - scenarios: [small.yaml]
                    stresses: [none, %s]
                    precision: [mean(npvDifference) within 0.0001 %%]
                    maxPaths: 20000
                    # as the committee has decided
                    %s
                """.formatted(stress, limits));
    }

    private Invocation overnight() {
        return Invocation.of("overnight", file("two.yaml"), "--for", "1h", "--results", file("results"));
    }

    private Path night() throws IOException {
        try (Stream<Path> nights = Files.list(folder.resolve("results/overnight/two"))) {
            return nights.findFirst().orElseThrow();
        }
    }

    private Path job(String name) throws IOException {
        return night().resolve(name);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
