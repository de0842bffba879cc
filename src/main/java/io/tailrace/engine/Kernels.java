package io.tailrace.engine;

import io.tailrace.kernel.Kernel;
import io.tailrace.kernel.LaneKernel;
import io.tailrace.plan.Plan;

/// Chooses the kernel: lanes where the JVM has the vector module, else the scalar model. Both give the same bits.
final class Kernels {
    /// `lanes` or `model` asks for one of them, for comparisons of speed.
    private static final String CHOICE = System.getProperty("tailrace.kernel", "");

    /// Fewer paths are done before the compiler, which needs seconds, has made the lanes fast.
    private static final long LANES_PAY_FROM_PATHS = 200_000;

    private Kernels() {}

    /// @param paths length of the run
    static Kernel of(Plan plan, long seed, long paths) {
        boolean possible = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        boolean wanted = CHOICE.isEmpty() ? paths >= LANES_PAY_FROM_PATHS : CHOICE.equals("lanes");
        return possible && wanted ? new LaneKernel(plan, seed) : new ModelKernel(plan, seed);
    }
}
