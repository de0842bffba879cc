package io.tailrace.engine;

import io.tailrace.kernel.Kernel;
import io.tailrace.kernel.LaneKernel;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;

/// Who computes the blocks: lanes of the vector unit, or the scalar model. Both give the same bits.
public enum KernelChoice {
    MODEL {
        @Override
        Kernel of(Plan plan, Sampling sampling) { return new ModelKernel(plan, sampling); }
    },
    LANES {
        @Override
        Kernel of(Plan plan, Sampling sampling) { return new LaneKernel(plan, sampling); }
    };

    /// `lanes` or `model` asks for one of them, for comparisons of speed.
    private static final String ASKED = System.getProperty("tailrace.kernel", "");

    /// Fewer paths are done before the compiler, which needs seconds, has made the lanes fast.
    private static final long LANES_PAY_FROM_PATHS = 200_000;

    private static final long RUNS_OF_A_STUDY = 20;

    /// The faster one for a run of so many paths; the model where the JVM has no vector module.
    public static KernelChoice forRunOf(long paths) {
        boolean possible = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        boolean wanted = ASKED.isEmpty() ? paths >= LANES_PAY_FROM_PATHS : ASKED.equals("lanes");
        return possible && wanted ? LANES : MODEL;
    }

    /// For a process that runs so many paths many times over, as analyses do: the compiler's seconds are shared.
    public static KernelChoice forStudyOf(long paths) {
        return forRunOf(RUNS_OF_A_STUDY * paths);
    }

    abstract Kernel of(Plan plan, Sampling sampling);
}
