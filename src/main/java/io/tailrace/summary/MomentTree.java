package io.tailrace.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Moments of all columns, joined along a binary tree over the block numbers.
///
/// A span of 2ˡ blocks beginning at a multiple of 2ˡ holds what its left half plus its right half give; [#total] adds
/// the largest complete spans from left to right. So every sum depends on which blocks are there and not on how or
/// when they came: threads, restarts and merged summaries all give the same bits, with an error that grows with the
/// logarithm of the blocks.
///
/// Memory: B blocks from one end leave at most log₂ B spans, and each block that waits for a neighbour one more.
/// Not safe for use by several threads; [Summary] locks.
final class MomentTree {
    private final TreeMap<Long, Span> spans = new TreeMap<>(); // by first block; they never overlap

    /// Moments of 2^level blocks, one entry a column.
    private record Span(long firstBlock, int level, List<Moments> moments) {
        long buddy() {
            return firstBlock ^ (1L << level);
        }

        long lastBlock() {
            return firstBlock + (1L << level) - 1;
        }

        Span join(Span other) {
            return firstBlock < other.firstBlock
                    ? new Span(firstBlock, level + 1, sum(moments, other.moments))
                    : other.join(this);
        }
    }

    void add(long block, List<Moments> moments) {
        insert(new Span(block, 0, moments));
    }

    void add(MomentTree other) {
        other.spans.values().forEach(this::insert);
    }

    boolean contains(long block) {
        Map.Entry<Long, Span> before = spans.floorEntry(block);
        return before != null && before.getValue().lastBlock() >= block;
    }

    /// Whether the two have a block in common.
    boolean overlaps(MomentTree other) {
        return other.spans.values().stream().anyMatch(this::overlaps);
    }

    /// Moments of every column over all blocks; empty when there is none.
    List<Moments> total() {
        return spans.values().stream().map(Span::moments).reduce(MomentTree::sum).orElse(List.of());
    }

    void write(Encoder to) {
        to.count(spans.size());
        for (Span span : spans.values()) {
            to.count(span.firstBlock());
            to.count(span.level());
            to.count(span.moments().size());
            span.moments().forEach(moments -> moments.write(to));
        }
    }

    /// Into an empty tree.
    void read(Decoder from) {
        int count = from.number(Integer.MAX_VALUE);
        for (int i = 0; i < count; i++) {
            long firstBlock = from.count();
            int level = from.number(Long.SIZE - 1);
            int columns = from.number(Integer.MAX_VALUE);
            List<Moments> moments = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                moments.add(Moments.read(from));
            }
            spans.put(firstBlock, new Span(firstBlock, level, moments));
        }
    }

    int spans() {
        return spans.size();
    }

    private void insert(Span added) {
        if (overlaps(added)) {
            throw new IllegalArgumentException(
                    "Blocks " + added.firstBlock() + " to " + added.lastBlock() + " are in already");
        }
        Span span = added;
        Span buddy = spans.get(span.buddy());
        while (buddy != null && buddy.level() == span.level()) {
            spans.remove(buddy.firstBlock());
            span = span.join(buddy);
            buddy = spans.get(span.buddy());
        }
        spans.put(span.firstBlock(), span);
    }

    private boolean overlaps(Span span) {
        Map.Entry<Long, Span> before = spans.floorEntry(span.lastBlock());
        return before != null && before.getValue().lastBlock() >= span.firstBlock();
    }

    private static List<Moments> sum(List<Moments> left, List<Moments> right) {
        List<Moments> sum = new ArrayList<>(left.size());
        for (int column = 0; column < left.size(); column++) {
            sum.add(left.get(column).plus(right.get(column)));
        }
        return sum;
    }
}
