package io.tailrace.batch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// While it is open, Ctrl-C and SIGTERM ask the work to end, and the process waits until it has.
final class StopHook implements AutoCloseable {
    /// A process that was asked to end waits no longer than this for a checkpoint.
    private static final long PATIENCE_SECONDS = 25;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    /// @param stop asks the work to end, and returns at once
    StopHook(Runnable stop) {
        hook = new Thread(() -> {
            stop.run();
            await();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            boolean kept = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assert kept : "no checkpoint in " + PATIENCE_SECONDS + " s";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The work has ended. When the process is ending already, hooks stay.
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // it has done its work
        }
    }
}
