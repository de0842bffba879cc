package io.tailrace.random;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/// Two tests of random words of our own, each with a p-value that is uniform where words are independent and uniform.
final class WordTests {
    /// Birthdays in a year of 2^32 days; among their spacings m³ / 2^34 = 4 are expected to be equal.
    static final int BIRTHDAYS = 1 << 12;
    private static final double EQUAL_SPACINGS = 4;

    private WordTests() {}

    /// Equal spacings between the sorted words of many years, against the Poisson law.
    ///
    /// Source: Marsaglia, "A current view of random number generators" (1984); that the sum of years is nearly Poisson
    /// with this mean: L'Ecuyer & Simard (2001). The p-value is that of the nearer tail, doubled.
    static double birthdaySpacings(int[] words) {
        int years = words.length / BIRTHDAYS;
        int equal = 0;
        for (int year = 0; year < years; year++) {
            equal += equalSpacings(Arrays.copyOfRange(words, year * BIRTHDAYS, (year + 1) * BIRTHDAYS));
        }
        var law = PoissonDistribution.of(EQUAL_SPACINGS * years);
        double below = law.cumulativeProbability(equal);
        double above = law.survivalProbability(equal - 1);
        return Math.min(1, 2 * Math.min(below, above));
    }

    private static int equalSpacings(int[] year) {
        for (int i = 0; i < year.length; i++) {
            year[i] ^= Integer.MIN_VALUE; // sorts as unsigned
        }
        Arrays.sort(year);
        long[] spacings = new long[year.length];
        for (int i = 1; i < year.length; i++) {
            spacings[i] = (long) year[i] - year[i - 1];
        }
        spacings[0] = (1L << 32) + year[0] - year[year.length - 1];
        Arrays.sort(spacings);
        int equal = 0;
        for (int i = 1; i < spacings.length; i++) {
            equal += spacings[i] == spacings[i - 1] ? 1 : 0;
        }
        return equal;
    }

    /// Correlation of words a distance apart: √n times it is standard normal.
    ///
    /// Source: Knuth, The Art of Computer Programming 2, 3.3.2 K. The p-value is two-sided.
    static double serialCorrelation(int[] words, int distance) {
        int pairs = words.length - distance;
        double sum = 0;
        for (int i = 0; i < pairs; i++) {
            sum += centred(words[i]) * centred(words[i + distance]);
        }
        double z = 12 * sum / Math.sqrt(pairs); // a uniform on (−1/2, 1/2) has variance 1/12
        return 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
    }

    /// The words with another bit order or the like.
    static int[] changed(int[] words, IntUnaryOperator change) {
        return Arrays.stream(words).map(change).toArray();
    }

    private static double centred(int word) {
        return Uniform.of(word) - 0.5;
    }
}
