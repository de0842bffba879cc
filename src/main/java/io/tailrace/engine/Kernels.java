package io.tailrace.engine;

import io.tailrace.kernel.Kernel;
import io.tailrace.kernel.LaneKernel;
import io.tailrace.plan.Plan;

/// Chooses the kernel: lanes where the JVM has the vector module, else the scalar model. Both give the same bits.
final class Kernels {
    /// `model` asks for the scalar model, for comparisons of speed.
    private static final String CHOICE = System.getProperty("tailrace.kernel", "lanes");

    private Kernels() {}

    static Kernel of(Plan plan, long seed) {
        boolean lanes = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return lanes && CHOICE.equals("lanes") ? new LaneKernel(plan, seed) : new ModelKernel(plan, seed);
    }
}
