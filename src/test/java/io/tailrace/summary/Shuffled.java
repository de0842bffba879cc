package io.tailrace.summary;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Orders in which blocks may arrive.
final class Shuffled {
    private Shuffled() {}

    static int[] order(int n, SplittableRandom random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
