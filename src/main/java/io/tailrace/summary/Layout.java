package io.tailrace.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What a summary keeps: its columns, those whose worst paths are kept, and the conditional tails.
///
/// `worstColumns` are indices into `columns`. Two summaries merge only if their layouts are equal.
public record Layout(List<Column> columns, List<Integer> worstColumns, List<Condition> conditions) {
    public Layout {
        columns = List.copyOf(columns);
        worstColumns = List.copyOf(worstColumns);
        conditions = List.copyOf(conditions);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A summary needs at least one column");
        }
        requireDistinct(columns);
        requireInside(columns.size(), worstColumns);
        for (Condition condition : conditions) {
            requireInside(columns.size(), List.of(condition.by()));
            requireInside(columns.size(), condition.of());
        }
    }

    public static Layout of(List<Column> columns) {
        return new Layout(columns, List.of(), List.of());
    }

    /// Index of the column of that name and quarter (0 for a metric of the whole path).
    public int indexOf(String name, int quarter) {
        return IntStream.range(0, columns.size())
                .filter(c -> columns.get(c).quarter() == quarter && columns.get(c).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column " + name + " in quarter " + quarter));
    }

    private static void requireDistinct(List<Column> columns) {
        record Key(String name, int quarter) {}
        Set<Key> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(new Key(column.name(), column.quarter()))) {
                throw new IllegalArgumentException("Column " + column.label() + " is there twice");
            }
        }
    }

    private static void requireInside(int columns, List<Integer> indices) {
        for (int index : indices) {
            if (index < 0 || index >= columns) {
                throw new IllegalArgumentException("Column index " + index + " is outside 0 to " + (columns - 1));
            }
        }
    }
}
