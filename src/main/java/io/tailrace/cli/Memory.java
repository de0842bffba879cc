package io.tailrace.cli;

import io.tailrace.batch.HeapNeed;
import io.tailrace.engine.Simulation;

/// Refuses a run that Java has too little heap for, before the run and not halfway through it.
final class Memory {
    private Memory() {}

    static void require(Simulation simulation) {
        HeapNeed.obstacle(simulation).ifPresent(text -> {
            throw new UserException(text);
        });
    }
}
