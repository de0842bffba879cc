package io.tailrace.batch;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/// A job that takes more paths at any time, as the night sees it.
interface NightJob {
    String name();

    /// Paths that are done.
    long paths();

    /// Most that it may have.
    long most();

    /// Error relative to what was asked for, 1 where a target just holds; the largest of several targets.
    double error();

    /// Adds paths until there are so many, or the time is up.
    void growTo(long paths, BooleanSupplier timeIsUp);

    /// Puts a whole result in place of the older one.
    void write() throws IOException;
}
