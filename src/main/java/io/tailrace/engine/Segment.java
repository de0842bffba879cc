package io.tailrace.engine;

import io.tailrace.summary.Decoder;
import io.tailrace.summary.Encoder;
import io.tailrace.summary.Layout;
import io.tailrace.summary.Summary;
import io.tailrace.summary.SummaryCodec;

/// The blocks of a [Course] between two looks; the course locks.
final class Segment {
    final Summary summary;
    long poured; // blocks

    private final Layout layout;
    private final long blocks;

    Segment(Layout layout, long blocks) {
        this.layout = layout;
        this.blocks = blocks;
        summary = new Summary(layout);
    }

    boolean isComplete() {
        return poured == blocks;
    }

    void write(Encoder to) {
        to.count(poured);
        SummaryCodec.write(summary, to);
    }

    /// Takes in what [#write] has written of other blocks, and says how many they are.
    long add(Decoder from) {
        long others = from.count();
        summary.add(SummaryCodec.read(layout, from));
        return others;
    }
}
