package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.Configs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The exact words that the kernel consumes, by tests that catch bad generators.
///
/// Bound 1e-5 on some 80 p-values: one choice of seed in 1,200 would fail by chance.
final class KernelWordsTest {
    private static final double BOUND = 1e-5;
    private static final int COUNT = 64 * WordTests.BIRTHDAYS;

    @Test
    void wordsInEveryOrderLookRandom() {
        everyOrder(new KernelWords(Configs.plan("aws-bedrock"), 2026, COUNT))
                .forEach(KernelWordsTest::assertRandom);
    }

    private static void assertRandom(String order, int[] words) {
        assertThat(WordTests.birthdaySpacings(words)).as("%s: spacings", order).isGreaterThan(BOUND);
        assertThat(WordTests.birthdaySpacings(WordTests.changed(words, Integer::reverse)))
                .as("%s: spacings of the low bits", order).isGreaterThan(BOUND);
        for (int distance : new int[]{1, 2, 4, 64, 128}) {
            assertThat(WordTests.serialCorrelation(words, distance))
                    .as("%s: correlation at %d", order, distance).isGreaterThan(BOUND);
        }
    }

    /// In the order of the report.
    static Map<String, int[]> everyOrder(KernelWords words) {
        var orders = new LinkedHashMap<String, int[]>();
        for (WordStream.Order order : WordStream.Order.values()) {
            orders.put(order.name().toLowerCase(Locale.ROOT).replace('_', '-'), words.inOrder(order));
        }
        orders.put("across paths", words.acrossPaths());
        orders.put("across streams", words.acrossStreams());
        orders.put("across quarters", words.acrossQuarters());
        orders.put("across seeds", words.acrossSeeds());
        orders.put("across parameters", words.acrossParameters());
        return orders;
    }

    /// A congruential generator's points lie on few planes, and its low bits have short periods.
    @Test
    void aCongruentialGeneratorIsCaughtByItsSpacings() {
        int[] words = KernelWords.bad(COUNT, state -> 69_069 * state + 1);
        assertThat(WordTests.birthdaySpacings(WordTests.changed(words, Integer::reverse))).isLessThan(1e-10);
    }

    @Test
    void aCountIsCaughtByBothTests() {
        int[] words = KernelWords.bad(COUNT, state -> state + 0x0123_4567);
        assertThat(WordTests.birthdaySpacings(words)).isLessThan(1e-10);
        assertThat(WordTests.serialCorrelation(words, 1)).isLessThan(1e-10);
    }

    /// One word in twenty comes again 64 paths later, as lanes that share a counter would have it: 25 standard errors.
    @Test
    void lanesThatRepeatEachOtherAreCaughtByCorrelation() {
        int[] words = new KernelWords(Configs.plan("reference"), 1, COUNT).acrossPaths();
        assertThat(WordTests.serialCorrelation(words, 64)).isGreaterThan(BOUND);
        int[] repeated = words.clone();
        Arrays.setAll(repeated, i -> i % 1280 < 64 && i >= 64 ? words[i - 64] : words[i]);
        assertThat(WordTests.serialCorrelation(repeated, 64)).isLessThan(1e-10);
    }
}
