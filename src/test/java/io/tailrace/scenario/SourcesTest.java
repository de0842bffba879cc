package io.tailrace.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tailrace.scenario.ScenarioLoader.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a value comes from when several files have a say in it, and what is refused where sources are required.
///
/// In the sample, `demand` has the section source "section source" of 2026-04-30 and `nextGrowth` one of its own; at the
/// root stands "nowhere in particular", without a date.
final class SourcesTest {
    @TempDir private Path folder;

    private Path base;

    @BeforeEach
    void copySample() throws IOException {
        base = write("base.yaml", BrokenCases.resource("valid.yaml"));
        write("prices.csv", BrokenCases.resource("prices.csv"));
    }

    @Test
    void aPlainValueOfAnOverlayDoesNotPassForTheSourceOfTheOldOne() throws IOException {
        var overlay = write("overlay.yaml", "demand: {longRunGrowth: 0.5, nextGrowth: {value: 0.1}}\n");

        assertThat(entry("demand.longRunGrowth", List.of(overlay)).provenance()).isEqualTo(Input.Provenance.NONE);
        assertThat(entry("demand.nextGrowth", List.of(overlay)).provenance()).isEqualTo(Input.Provenance.NONE);
        assertThat(entry("demand.nextGrowth", List.of(overlay)).location()).hasToString(overlay + ":1");
        assertThat(source("demand.growthVolatility", List.of(overlay))).isEqualTo("section source");
    }

    @Test
    void anOverlaysSectionSpeaksOfItsOwnValuesOnly() throws IOException {
        var overlay = write("overlay.yaml", "demand: {longRunGrowth: 0.5, source: mine, asOf: 2026-05-01}\n");

        assertThat(source("demand.longRunGrowth", List.of(overlay))).isEqualTo("mine");
        assertThat(entry("demand.longRunGrowth", List.of(overlay)).provenance().confidence()).isEmpty();
        assertThat(source("demand.growthVolatility", List.of(overlay))).isEqualTo("section source");
        assertThat(source("demand.nextGrowth", List.of(overlay))).isEqualTo("own source");
    }

    @Test
    void aLaterFileMayNameABetterSourceOfAnEarlierValue() throws IOException {
        var overlay = write("overlay.yaml", "demand: {nextGrowth: {source: better, confidence: null}}\n");

        assertThat(entry("demand.nextGrowth", List.of(overlay)).provenance())
                .isEqualTo(new Input.Provenance("better", "2026-04-30", "", "", ""));
    }

    @Test
    void whatAnOverlaySaysOfItselfIsTheSourceOfItsValues() throws IOException {
        var overlay = write("overlay.yaml", """
                stress: {name: s, source: a bad year, asOf: 2026-05-01}
                price: {deflation: 0.2}
                demand: {longRunGrowth: {value: 0.5, source: mine}}
                """);

        assertThat(source("price.deflation", List.of(overlay))).isEqualTo("a bad year");
        assertThat(source("demand.longRunGrowth", List.of(overlay))).isEqualTo("mine");
        assertThat(source("price.volatility", List.of(overlay))).isEqualTo("nowhere in particular");
    }

    @Test
    void whatIsSetOnTheCommandLineHasTheSourceThatIsSetWithIt() {
        assertThat(source("demand.longRunGrowth", List.of(), "demand.longRunGrowth=0.5")).isEmpty();
        assertThat(source("demand.longRunGrowth", List.of(), "demand.longRunGrowth={value: 0.5, source: me}"))
                .isEqualTo("me");
        assertThat(source("demand.nextGrowth", List.of(), "demand.nextGrowth.source=me")).isEqualTo("me");
        assertThat(source("demand.growthPersistence", List.of(), "demand.growthPersistence.pert.max=0.7")).isEmpty();
    }

    @Test
    void whatAFileExtendsKeepsItsSources() throws IOException {
        var top = write("top.yaml", "extends: base.yaml\nsource: top\nprice: {deflation: 0.2}\n");

        assertThat(entry(top, "price.deflation").provenance().source()).isEqualTo("top");
        assertThat(entry(top, "price.volatility").provenance().source()).isEqualTo("nowhere in particular");
    }

    @Test
    void theCanonicalTextKeepsEverySource() throws IOException {
        var overlay = write("overlay.yaml", "demand: {longRunGrowth: 0.5}\nprice: {deflation: 0.1, source: mine}\n");
        var loaded = load(base, List.of(overlay), Options.STRICT);
        var again = load(write("again.json", loaded.canonicalText()), List.of(), Options.STRICT);

        assertThat(again.register()).extracting(RegisterEntry::provenance)
                .isEqualTo(loaded.register().stream().map(RegisterEntry::provenance).toList());
        assertThat(again.register()).extracting(RegisterEntry::value)
                .isEqualTo(loaded.register().stream().map(RegisterEntry::value).toList());
        assertThat(again.canonicalText()).isEqualTo(loaded.canonicalText());
    }

    @Test
    void everyAssumptionWithoutASourceOrADateIsToldAtOnce() throws IOException {
        var overlay = write("overlay.yaml", "\ndemand: {longRunGrowth: 0.5}\nprice: {shock: {value: 1, source: x}}\n");

        assertThat(refused("2026-05-01", 365, List.of(overlay), "asOf=2026-04-30"))
                .extracting(Problem::describe)
                .anySatisfy(
                        text -> assertThat(text).contains("overlay.yaml:2  demand.longRunGrowth = 0.5", "no source"))
                .anySatisfy(text -> assertThat(text).contains("overlay.yaml:3  price.shock = 1", "has no date"))
                .anySatisfy(text -> assertThat(text).contains("base.yaml:", "price.deflation = 0.06", "has no date"))
                .anySatisfy(text -> assertThat(text).contains("is left at its preset"))
                .noneSatisfy(text -> assertThat(text).contains("demand.nextGrowth"))
                .noneSatisfy(text -> assertThat(text).contains("demand.priceElasticity"));
    }

    @Test
    void anAssumptionExpiresByAgeOrAfterItsLastDay() throws IOException {
        assertThat(expired("2026-05-28", "2027-05-28", 365)).isEmpty();
        assertThat(expired("2026-05-28", "2027-05-29", 365)).contains("is 366 days before 2027-05-29, more than 365");
        assertThat(expired("2026Q2", "2026-07-10", 10)).isEmpty();
        assertThat(expired("2026Q2", "2026-07-11", 10)).contains("asOf 2026-06-30");
        assertThat(expired("2026-02", "2026-03-02", 1)).contains("asOf 2026-02-28");
        assertThat(expired("2025", "2026-01-01", 1)).isEmpty();
        assertThat(expired("last spring", "2026-01-01", 1)).contains("must be a date such as");
        assertThat(expired("2020, validUntil: 2026-06-30", "2026-06-30", 1)).isEmpty();
        assertThat(expired("2020, validUntil: 2026-06-30", "2026-07-01", 1000)).contains("validUntil 2026-06-30");
    }

    @Test
    void aLastDayMustBeADay() throws IOException {
        var overlay = write("overlay.yaml", "price: {deflation: {value: 1, validUntil: soon}}\n");

        assertThat(catchThrowableOfType(
                InvalidScenarioException.class, () -> load(base, List.of(overlay), Options.STRICT)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.describe())
                        .contains("overlay.yaml:1  price.deflation.validUntil = soon", "must be a date"));
    }

    /// What is said of one assumption with that date; empty if nothing.
    private String expired(String asOf, String today, int maxAgeDays) throws IOException {
        var overlay = write("dated.yaml", "price: {deflation: {value: 0.01, source: x, asOf: " + asOf + "}}\n");
        return refused(today, maxAgeDays, List.of(overlay)).stream()
                .filter(problem -> problem.key().equals("price.deflation"))
                .map(Problem::describe)
                .findFirst()
                .orElse("");
    }

    private List<Problem> refused(String today, int maxAgeDays, List<Path> overlays, String... sets) {
        var options = new Options(false, Optional.of(new SourceRule(LocalDate.parse(today), maxAgeDays)));
        return catchThrowableOfType(InvalidScenarioException.class, () -> load(base, overlays, options, sets))
                .problems();
    }

    private String source(String key, List<Path> overlays, String... sets) {
        return entry(key, overlays, sets).provenance().source();
    }

    private RegisterEntry entry(String key, List<Path> overlays, String... sets) {
        return entry(load(base, overlays, Options.STRICT, sets), key);
    }

    private static RegisterEntry entry(Path file, String key) {
        return entry(load(file, List.of(), Options.STRICT), key);
    }

    private static RegisterEntry entry(LoadedScenario loaded, String key) {
        return loaded.register().stream().filter(entry -> entry.key().equals(key)).findFirst().orElseThrow();
    }

    private static LoadedScenario load(Path file, List<Path> overlays, Options options, String... sets) {
        return Samples.LOADER.load(file, overlays, List.of(sets), options);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
