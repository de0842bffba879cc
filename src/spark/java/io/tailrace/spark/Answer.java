package io.tailrace.spark;

import java.io.Serializable;

/// What a task says.
///
/// @param result of its stretch, as bytes
/// @param failure why there is none; empty if there is
record Answer(byte[] result, String failure) implements Serializable {
    static Answer of(byte[] result) {
        return new Answer(result, "");
    }

    static Answer failed(String why) {
        return new Answer(new byte[0], why);
    }

    boolean isFailure() {
        return !failure.isEmpty();
    }

    byte[] resultOrThrow() {
        if (isFailure()) {
            throw new IllegalStateException(failure);
        }
        return result;
    }
}
