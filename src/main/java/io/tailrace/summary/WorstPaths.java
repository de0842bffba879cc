package io.tailrace.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The lowest values of a column, exactly, worst first, each with the number of the path that `replay` can show.
///
/// Merging commutes and associates exactly: the order (value, path) is total.
public record WorstPaths(List<WorstPath> paths) {
    /// How many are kept.
    public static final int KEPT = 20;

    static final WorstPaths NONE = new WorstPaths(List.of());

    public WorstPaths {
        paths = List.copyOf(paths);
    }

    /// Of one block's values up to `limit`, whose first belongs to path `firstPath`. NaN is left out and −0 is 0.
    static WorstPaths of(double[] values, int paths, long firstPath, double limit) {
        TreeSet<WorstPath> worst = new TreeSet<>();
        double largest = Double.POSITIVE_INFINITY;
        for (int path = 0; path < paths; path++) {
            double value = values[path] + 0.0;
            if (value <= limit && value < largest) {
                worst.add(new WorstPath(value, firstPath + path));
                if (worst.size() > KEPT) {
                    worst.pollLast();
                }
                largest = worst.size() == KEPT ? worst.getLast().value() : largest;
            }
        }
        return new WorstPaths(List.copyOf(worst));
    }

    /// What a further value must not exceed to be kept; infinite while there is room.
    double limit() {
        return isFull() ? paths.getLast().value() : Double.POSITIVE_INFINITY;
    }

    void write(Encoder to) {
        to.count(paths.size());
        for (WorstPath path : paths) {
            to.bits(path.value());
            to.count(path.path());
        }
    }

    static WorstPaths read(Decoder from) {
        int size = from.number(KEPT);
        List<WorstPath> paths = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            paths.add(new WorstPath(from.bits(), from.count()));
        }
        return new WorstPaths(paths);
    }

    WorstPaths plus(WorstPaths other) {
        if (isFull() && (other.paths.isEmpty() || paths.getLast().compareTo(other.paths.getFirst()) < 0)) {
            return this;
        }
        return new WorstPaths(Stream.concat(paths.stream(), other.paths.stream())
                .sorted()
                .limit(KEPT)
                .toList());
    }

    private boolean isFull() {
        return paths.size() == KEPT;
    }
}
