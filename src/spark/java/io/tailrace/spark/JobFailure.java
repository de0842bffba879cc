package io.tailrace.spark;

/// Why a job of Spark's failed, in words that say what to do.
final class JobFailure {
    private JobFailure() {}

    static RuntimeException of(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        return new IllegalStateException(
                text.contains("UnsupportedClassVersionError") ? JavaCheck.REMEDY : "Spark gave up: " + text, failure);
    }
}
