package io.tailrace.random;

import io.tailrace.Configs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Writes `results/quality/generator.md`: tests of the kernel's words, and the error of the normal quantile.
///
/// Arguments: how many years of 4,096 words each test takes, a scenario of `configs/`, a seed.
final class GeneratorStudy {
    private static final int[] DISTANCES = {1, 2, 3, 4, 16, 64, 128, 1024};
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /// Words looked at in an octave of the tail probability.
    private static final long MOST_WORDS = 1 << 21;

    private GeneratorStudy() {}

    public static void main(String[] arguments) throws IOException {
        int years = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[2]);
        var lines = new ArrayList<String>();
        words(lines, years, new KernelWords(Configs.plan(arguments[1]), seed, years * WordTests.BIRTHDAYS));
        quantile(lines);
        Files.createDirectories(Path.of("results", "quality"));
        Files.write(Path.of("results", "quality", "generator.md"), lines);
    }

    private static void words(List<String> lines, int years, KernelWords words) {
        lines.add("# The generator");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "p-values of the words that the kernel consumes, %,d in each order: birthday spacings (4,096 birthdays, 2^32"
                        + " days, %,d years; bits as they are and reversed) and serial correlation (the smallest of %d"
                        + " distances from 1 to 1,024, as it would be of one). Uniform on 0 to 1 where words are random.",
                years * WordTests.BIRTHDAYS, years, DISTANCES.length));
        lines.add("");
        lines.add("| order | spacings | spacings, reversed | correlation |");
        lines.add("| --- | --- | --- | --- |");
        KernelWordsTest.everyOrder(words).forEach((order, some) -> lines.add(String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f |",
                order,
                WordTests.birthdaySpacings(some),
                WordTests.birthdaySpacings(WordTests.changed(some, Integer::reverse)),
                smallest(some))));
    }

    /// Of several independent p-values, corrected for their number (Šidák).
    private static double smallest(int[] words) {
        double smallest = 1;
        for (int distance : DISTANCES) {
            smallest = Math.min(smallest, WordTests.serialCorrelation(words, distance));
        }
        return -Math.expm1(DISTANCES.length * Math.log1p(-smallest));
    }

    private static void quantile(List<String> lines) {
        lines.add("");
        lines.add("# The normal quantile");
        lines.add("");
        lines.add("Largest error against Commons Statistics by tail probability, every word in the tail and an even"
                + " stride of words nearer to the centre; the other half is the mirror image. No word has a probability"
                + " below 2^-33 = 1.2e-10.");
        lines.add("");
        lines.add("| tail probability | quantile | words | largest error |");
        lines.add("| --- | --- | --- | --- |");
        for (int octave = 0; octave < 31; octave++) {
            lines.add(octave(octave));
        }
        lines.add("");
        lines.add(
                "The bound that [NormalQuantile](../../src/main/java/io/tailrace/random/NormalQuantile.java) states is 4.7e-7."
                        + " Below 2^-33 it has no words; where rarer draws matter, importance sampling shifts normals beyond ±6.34.");
        lines.add("");
        lines.add("Commons Statistics itself, from 0.5 down to 1e-300: its distribution function at its quantile of p"
                + " differs from p by at most " + roundTrip() + " of p.");
    }

    /// Of the words 2^octave to 2^(octave + 1) − 1, the first with word 0.
    private static String octave(int octave) {
        long from = octave == 0 ? 0 : 1L << octave;
        long end = 1L << (octave + 1);
        long stride = Math.max(1, (end - from) / MOST_WORDS) | 1;
        double largest = 0;
        long words = 0;
        for (long word = from; word < end; word += stride) {
            double exact = NORMAL.inverseCumulativeProbability((word + 0.5) * 0x1p-32);
            largest = Math.max(largest, Math.abs(NormalQuantile.of((int) word) - exact));
            words++;
        }
        double low = (from + 0.5) * 0x1p-32;
        double high = (end - 0.5) * 0x1p-32;
        return String.format(
                Locale.ROOT, "| %.1e to %.1e | %.2f to %.2f | %,d | %.1e |", low, high,
                NORMAL.inverseCumulativeProbability(low), NORMAL.inverseCumulativeProbability(high), words, largest);
    }

    private static String roundTrip() {
        double largest = 0;
        for (double log = Math.log(0.5); log > Math.log(1e-300); log -= 0.01) {
            double p = Math.exp(log);
            double back = NORMAL.cumulativeProbability(NORMAL.inverseCumulativeProbability(p));
            largest = Math.max(largest, Math.abs(back / p - 1));
        }
        return String.format(Locale.ROOT, "%.1e", largest);
    }
}
