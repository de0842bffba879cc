package io.tailrace.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class PhiloxTest {
    private static final int PATHS = 1 << 18;

    @Test
    void blocksAreThoseOfThePublishedKnownAnswers() throws IOException {
        var rows = KnownAnswers.of("philox4x32-10.txt");
        assertThat(rows).hasSize(3);
        for (String[] row : rows) {
            int[] in = new int[6];
            for (int i = 0; i < in.length; i++) {
                in[i] = hex(row[i]);
            }
            int[] four = new int[4];
            Philox.block(in[0], in[1], in[2], in[3], in[4], in[5], four);
            assertThat(four).containsExactly(hex(row[6]), hex(row[7]), hex(row[8]), hex(row[9]));
        }
    }

    @Test
    void wordsAtPublishedAddressesNeverChange() throws IOException {
        var rows = KnownAnswers.of("words.txt");
        assertThat(rows).hasSize(12);
        for (String[] row : rows) {
            int stream = (int) Long.parseLong(row[2]);
            int[] four = words(Long.parseLong(row[0]), Long.parseLong(row[1]), stream, Integer.parseInt(row[3]));
            assertThat(four).as(String.join(" ", row)).containsExactly(
                    hex(row[4]), hex(row[5]), hex(row[6]), hex(row[7]));
        }
    }

    /// 256 cells, 2^20 words at each of four positions: a fair generator leaves the bounds with probability 1e-6 each
    /// (quantiles 5e-7 and 1 - 5e-7 of chi-square with 255 degrees of freedom).
    @Test
    void highAndLowBytesOfEveryWordAreUniform() {
        for (int word = 0; word < 4; word++) {
            assertThat(chiSquare(word, 24)).as("high byte of word %d", word).isBetween(159.4, 381.1);
            assertThat(chiSquare(word, 0)).as("low byte of word %d", word).isBetween(159.4, 381.1);
        }
    }

    /// Each correlation of 2^18 independent pairs leaves ±5 / √n with probability 5.7e-7.
    @Test
    void neighbouringAddressesAreUncorrelated() {
        assertUncorrelated("paths", path -> words(7, path + 1L, 0, 1)[0]);
        assertUncorrelated("streams", path -> words(7, path, 1, 1)[0]);
        assertUncorrelated("quarters", path -> words(7, path, 0, 2)[0]);
        assertUncorrelated("seeds", path -> words(8, path, 0, 1)[0]);
        assertUncorrelated("high halves of the seed", path -> words(7 + (1L << 32), path, 0, 1)[0]);
        assertUncorrelated("high halves of the path", path -> words(7, path + (1L << 32), 0, 1)[0]);
        assertUncorrelated("words 0 and 1", path -> words(7, path, 0, 1)[1]);
        assertUncorrelated("words 0 and 2", path -> words(7, path, 0, 1)[2]);
        assertUncorrelated("words 0 and 3", path -> words(7, path, 0, 1)[3]);
    }

    /// Flipping one input bit flips 64 of 128 output bits on average; over 256 addresses the mean has standard
    /// deviation 0.35, and each of the 192 bits leaves ±6 of these with probability 2e-9.
    @Test
    void everyBitOfTheAddressFlipsHalfOfTheWords() {
        double bound = 6 * Math.sqrt(32.0 / 256);
        for (int bit = 0; bit < 64; bit++) {
            assertThat(meanFlips(1L << bit, 0, 0, 0)).as("seed bit %d", bit).isCloseTo(64, within(bound));
            assertThat(meanFlips(0, 1L << bit, 0, 0)).as("path bit %d", bit).isCloseTo(64, within(bound));
        }
        for (int bit = 0; bit < 32; bit++) {
            assertThat(meanFlips(0, 0, 1 << bit, 0)).as("stream bit %d", bit).isCloseTo(64, within(bound));
            assertThat(meanFlips(0, 0, 0, 1 << bit)).as("quarter bit %d", bit).isCloseTo(64, within(bound));
        }
    }

    private static double chiSquare(int word, int shift) {
        int[] counts = new int[256];
        for (int path = 0; path < 1 << 20; path++) {
            counts[(words(3, path, 1, 5)[word] >>> shift) & 0xFF]++;
        }
        double expected = (1 << 20) / 256.0;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    private static void assertUncorrelated(String what, IntUnaryOperator other) {
        double products = 0;
        for (int path = 0; path < PATHS; path++) {
            double x = Uniform.of(words(7, path, 0, 1)[0]) - 0.5;
            products += x * (Uniform.of(other.applyAsInt(path)) - 0.5);
        }
        double correlation = products / PATHS * 12;
        assertThat(correlation).as(what).isCloseTo(0, within(5 / Math.sqrt(PATHS)));
    }

    private static double meanFlips(long seedBits, long pathBits, int streamBits, int quarterBits) {
        int flips = 0;
        for (int i = 0; i < 256; i++) {
            int[] before = words(5, i, 2, 3);
            int[] after = words(5 ^ seedBits, i ^ pathBits, 2 ^ streamBits, 3 ^ quarterBits);
            for (int word = 0; word < 4; word++) {
                flips += Integer.bitCount(before[word] ^ after[word]);
            }
        }
        return flips / 256.0;
    }

    private static int[] words(long seed, long path, int stream, int quarter) {
        int[] four = new int[4];
        Philox.words(seed, path, stream, quarter, four);
        return four;
    }

    private static int hex(String digits) {
        return Integer.parseUnsignedInt(digits, 16);
    }
}
