package io.tailrace.spark;

import org.apache.spark.api.java.function.Function;

/// Asks an executor which Java it runs on, before it is sent classes that an older one cannot read.
///
/// Compiled for Java 17, the oldest that Spark runs on.
public final class ExecutorJava implements Function<Integer, String> {
    private static final long serialVersionUID = 1;

    @Override
    public String call(Integer task) {
        return Runtime.version().feature() + " " + System.getProperty("java.home");
    }
}
