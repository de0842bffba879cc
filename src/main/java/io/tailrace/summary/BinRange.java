package io.tailrace.summary;

/// A run of signed bins, `first` to `end` − 1, that an array has cells for; it grows in steps of 512 bins.
record BinRange(int first, int end) {
    static final BinRange NONE = new BinRange(0, 0);

    private static final int STEP = 512;

    boolean isEmpty() {
        return first == end;
    }

    boolean covers(int low, int high) {
        return low >= first && high < end;
    }

    /// The smallest range that holds this one and `low` to `high`.
    BinRange including(int low, int high) {
        int from = Math.floorDiv(low, STEP) * STEP;
        int to = Math.floorDiv(high + STEP, STEP) * STEP;
        return isEmpty() ? new BinRange(from, to) : new BinRange(Math.min(first, from), Math.max(end, to));
    }

    int size() {
        return end - first;
    }
}
