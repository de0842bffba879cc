package io.tailrace.engine;

import io.tailrace.scenario.LoadedScenario;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/// Where runs are computed.
public interface Site {
    /// By threads of this process.
    Site HERE = _ -> Optional.empty();

    /// The machines for runs of a scenario; empty where threads of this process compute them.
    Optional<Cluster> clusterFor(LoadedScenario scenario);

    /// How many runs should go on side by side, so that there is work for every processor.
    default int runsAtOnce() {
        return 1;
    }

    /// Processor time used so far, of all machines together.
    default double processorSeconds() {
        var machine =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return machine.getProcessCpuTime() * 1e-9;
    }
}
