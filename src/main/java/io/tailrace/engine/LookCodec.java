package io.tailrace.engine;

import io.tailrace.summary.Decoder;
import io.tailrace.summary.Encoder;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Looks, and lists of other things, as bytes, and back.
final class LookCodec {
    private static final int MOST = 1 << 20;

    private LookCodec() {}

    static void write(List<Look> looks, Encoder to) {
        list(looks, look -> {
            to.count(look.paths());
            list(look.readings(), reading -> write(reading, to), to);
        }, to);
    }

    static List<Look> looks(Decoder from) {
        return list(() -> new Look(from.count(), list(() -> reading(from), from)), from);
    }

    private static void write(Reading reading, Encoder to) {
        to.bits(reading.estimate().value());
        to.bits(reading.estimate().standardError());
        to.bits(reading.estimate().low());
        to.bits(reading.estimate().high());
        to.flag(reading.thin());
    }

    private static Reading reading(Decoder from) {
        return new Reading(new Estimate(from.bits(), from.bits(), from.bits(), from.bits()), from.flag());
    }

    static void array(double[] values, Encoder to) {
        to.count(values.length);
        for (double value : values) {
            to.bits(value);
        }
    }

    static double[] array(Decoder from) {
        double[] values = new double[from.number(MOST)];
        for (int i = 0; i < values.length; i++) {
            values[i] = from.bits();
        }
        return values;
    }

    static <T> void list(List<T> items, Consumer<T> write, Encoder to) {
        to.count(items.size());
        items.forEach(write);
    }

    static <T> List<T> list(Supplier<T> read, Decoder from) {
        int size = from.number(MOST);
        var items = new ArrayList<T>();
        for (int i = 0; i < size; i++) {
            items.add(read.get());
        }
        return items;
    }
}
