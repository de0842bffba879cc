package io.tailrace.spark;

import io.tailrace.engine.Simulation;
import io.tailrace.engine.Stretch;
import io.tailrace.engine.StretchResult;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.Function;
import scala.Tuple2;

/// Computes a stretch on an executor: one task, one thread, one stretch.
///
/// A failure that would come again on any executor is an answer; others are thrown, and Spark tries again elsewhere.
final class StretchTask implements Function<Stretch, Answer> {
    private static final long serialVersionUID = 1;

    private final Order order;
    private final Counters counters;

    StretchTask(Order order, Counters counters) {
        this.order = order;
        this.counters = counters;
    }

    @Override
    public Answer call(Stretch stretch) {
        long begin = processorNanos();
        try {
            return Answer.of(StretchResult.compute(simulation(), order.watched(), stretch, this::done));
        } catch (IllegalStateException failure) {
            return Answer.failed(failure.getMessage());
        } finally {
            counters.addProcessorMillis((processorNanos() - begin) / 1_000_000);
        }
    }

    /// Answers of stretches that follow each other, in any order, as one.
    Answer joined(Iterable<Tuple2<Integer, Answer>> numbered) {
        List<Answer> answers = StreamSupport.stream(numbered.spliterator(), false)
                .sorted(Comparator.comparing(Tuple2::_1))
                .map(Tuple2::_2)
                .toList();
        Optional<Answer> failure = answers.stream().filter(Answer::isFailure).findFirst();
        return failure.orElseGet(() -> Answer.of(StretchResult.joined(
                simulation(), order.watched(), answers.stream().map(Answer::result).toList())));
    }

    private Simulation simulation() {
        return new Simulation(CompiledPlans.of(order), order.sampling(), order.paths(), 1);
    }

    private void done(int paths) {
        if (TaskContext.get().isInterrupted()) {
            throw new TaskKilledException("the run has ended");
        }
        counters.addBlock(paths);
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
