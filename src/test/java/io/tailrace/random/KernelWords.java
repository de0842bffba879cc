package io.tailrace.random;

import io.tailrace.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntUnaryOperator;

/// Words that the kernel consumes, laid end to end in every way in which they could hang together.
final class KernelWords {
    private static final int FACTOR_MAJOR_PATHS = 1 << 20;

    private final Plan plan;
    private final long seed;
    private final int count;

    KernelWords(Plan plan, long seed, int count) {
        this.plan = plan;
        this.seed = seed;
        this.count = count;
    }

    /// As a run consumes them.
    int[] inOrder(WordStream.Order order) {
        int[] words = new int[count];
        int[] filled = {0};
        try {
            new WordStream(plan, seed).forEach(order, FACTOR_MAJOR_PATHS, word -> {
                words[filled[0]++] = word;
                return filled[0] < words.length;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /// One draw, on path after path.
    int[] acrossPaths() {
        return words((i, four) -> Philox.words(seed, i, Draw.DEMAND.stream(), 1, four), 1);
    }

    /// All words of stream after stream of one path.
    int[] acrossStreams() {
        return words((i, four) -> Philox.words(seed, 1, i, 1, four), 4);
    }

    /// One draw, quarter after quarter.
    int[] acrossQuarters() {
        return words((i, four) -> Philox.words(seed, 1, 0, i, four), 1);
    }

    /// One draw under seed after seed.
    int[] acrossSeeds() {
        return words((i, four) -> Philox.words(seed + i, 1, 0, 1, four), 1);
    }

    /// How uncertain parameters are told apart: streams that differ in their hash alone.
    int[] acrossParameters() {
        return words((i, four) -> Philox.words(seed, 1, Streams.ofParameter("section.key" + i), 0, four), 1);
    }

    /// Words that are known to be bad: a linear congruential generator's, or a plain count.
    static int[] bad(int count, IntUnaryOperator next) {
        int[] words = new int[count];
        int state = 1;
        for (int i = 0; i < count; i++) {
            state = next.applyAsInt(state);
            words[i] = state;
        }
        return words;
    }

    private interface Source {
        void fill(int i, int[] four);
    }

    private int[] words(Source source, int each) {
        int[] words = new int[count];
        int[] four = new int[4];
        for (int i = 0; i < count; i++) {
            if (i % each == 0) {
                source.fill(i / each, four);
            }
            words[i] = four[i % each];
        }
        return words;
    }
}
