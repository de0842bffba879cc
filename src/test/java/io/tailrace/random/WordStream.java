package io.tailrace.random;

import io.tailrace.Configs;
import io.tailrace.plan.Plan;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes the words that a run of a shipped scenario consumes to standard output, without end, for a test battery.
///
/// Arguments: an [Order], a scenario of `configs/` and a seed. Words leave in the machine's byte order, four bytes each.
/// Use: `results/quality/README.md`.
final class WordStream {
    /// In which order the words of many paths are laid end to end.
    enum Order {
        /// All draws of path 0, all of path 1, …
        PATH_MAJOR(1),
        /// One draw on a million paths, the next draw on the same paths, …
        FACTOR_MAJOR(1 << 20),
        /// As the lanes draw: one draw on 128 paths, the next draw on the same paths, …
        INTERLEAVED(128);

        final int paths;

        Order(int paths) {
            this.paths = paths;
        }
    }

    /// Takes words until it has had enough.
    @FunctionalInterface
    interface Sink {
        /// Whether more are wanted.
        boolean take(int word) throws IOException;
    }

    private record Place(int stream, int word, int quarter) {}

    private final Sampling.Plain sampling;
    private final List<Place> places;

    WordStream(Plan plan, long seed) {
        sampling = new Sampling.Plain(seed);
        places = places(plan);
    }

    public static void main(String[] arguments) throws IOException {
        Order order = Order.valueOf(arguments[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            new WordStream(Configs.plan(arguments[1]), Long.parseLong(arguments[2])).forEach(order, 0, writer(out));
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    private static List<Place> places(Plan plan) {
        var places = new ArrayList<Place>();
        for (int slot : plan.parameters().drawn()) {
            places.add(place(DrawAddress.ofParameter(plan.parameters().keys().get(slot)), Streams.WHOLE_PATH));
        }
        places.add(place(DrawAddress.COMMON_DELAY, Streams.WHOLE_PATH));
        for (int project = 0; project < plan.projects().size(); project++) {
            places.add(place(DrawAddress.ofProject(project), Streams.WHOLE_PATH));
        }
        for (int quarter = 1; quarter <= plan.quarters(); quarter++) {
            for (Draw draw : Draw.values()) {
                places.add(place(DrawAddress.of(draw), quarter));
            }
        }
        return places;
    }

    private static Place place(DrawAddress address, int quarter) {
        return new Place(address.stream(), address.word(), quarter);
    }

    /// From path `from` on; an order's paths must divide it.
    void forEach(Order order, long from, Sink sink) throws IOException {
        var four = new int[4];
        for (long first = from;; first += order.paths) {
            Place before = new Place(-1, 0, -1);
            for (Place place : places) {
                for (int path = 0; path < order.paths; path++) {
                    boolean same = order.paths == 1 && place.stream == before.stream && place.quarter == before.quarter;
                    if (!same) {
                        sampling.words(first + path, place.stream, place.quarter, four);
                    }
                    if (!sink.take(four[place.word])) {
                        return;
                    }
                }
                before = place;
            }
        }
    }

    /// Ends when the reader has had enough and closes the pipe, which is no failure.
    private static Sink writer(OutputStream out) {
        var buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.nativeOrder());
        return word -> {
            if (!buffer.hasRemaining()) {
                out.write(buffer.array());
                buffer.clear();
            }
            buffer.putInt(word);
            return true;
        };
    }
}
