package io.tailrace.engine;

/// A checkpoint that a run cannot go on from; the message says why.
public final class CheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CheckpointException(String message) {
        super(message);
    }
}
