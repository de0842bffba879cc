package io.tailrace.engine;

import io.tailrace.kernel.Kernel;
import io.tailrace.kernel.LaneKernel;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import java.util.concurrent.atomic.AtomicBoolean;

/// Who computes the blocks: lanes of the vector unit, the scalar model, or both in turn. All give the same bits.
public enum KernelChoice {
    MODEL {
        @Override
        Kernel of(Plan plan, Sampling sampling) { return new ModelKernel(plan, sampling); }
    },
    LANES {
        @Override
        Kernel of(Plan plan, Sampling sampling) { return new LaneKernel(plan, sampling); }
    },
    /// The model until the lanes are fast.
    SWIFTER {
        @Override
        Kernel of(Plan plan, Sampling sampling) {
            return new SwifterKernel(
                    MODEL.of(plan, sampling), LANES.of(plan, sampling), LANES_ARE_SWIFTER, System::nanoTime);
        }
    };

    private static final AtomicBoolean LANES_ARE_SWIFTER = new AtomicBoolean();

    /// `lanes` or `model` asks for one of them, for comparisons of speed.
    private static final String ASKED = System.getProperty("tailrace.kernel", "");

    /// Fewer paths are done before the compiler, which needs seconds, has made the lanes fast.
    private static final long LANES_PAY_FROM_PATHS = 200_000;

    private static final long RUNS_OF_A_STUDY = 20;

    /// The fastest for a run of so many paths; the model where the JVM has no vector module.
    public static KernelChoice forRunOf(long paths) {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return MODEL;
        }
        return switch (ASKED) {
            case "lanes" -> LANES;
            case "model" -> MODEL;
            default -> paths >= LANES_PAY_FROM_PATHS ? SWIFTER : MODEL;
        };
    }

    /// For a process that runs so many paths many times over, as analyses do: the compiler's seconds are shared.
    public static KernelChoice forStudyOf(long paths) {
        return forRunOf(RUNS_OF_A_STUDY * paths);
    }

    abstract Kernel of(Plan plan, Sampling sampling);
}
