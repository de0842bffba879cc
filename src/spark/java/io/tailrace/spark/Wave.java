package io.tailrace.spark;

import io.tailrace.engine.Cluster.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import scala.Tuple2;

/// Tasks that are out, as one job of Spark's.
///
/// @param answers by place in the wave; empty where nothing was left to be sent
/// @param blocks that they compute
record Wave(Optional<JavaFutureAction<List<Tuple2<Integer, Answer>>>> answers, long blocks) {
    static final Wave NONE = new Wave(Optional.empty(), 0);

    /// Between two looks at how far the tasks are.
    private static final long PAUSE_MILLIS = 200;

    /// The results in the order of their blocks; the work hears meanwhile how many paths are done.
    List<byte[]> await(Work work, Counters counters) {
        return answers.map(future -> await(future, work, counters)).orElse(List.of());
    }

    private static List<byte[]> await(
            JavaFutureAction<List<Tuple2<Integer, Answer>>> future, Work work, Counters counters) {
        while (true) {
            try {
                return future.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS).stream()
                        .sorted(Comparator.comparing(Tuple2::_1))
                        .map(answer -> answer._2().resultOrThrow())
                        .toList();
            } catch (TimeoutException notYet) {
                work.waiting(counters.pathsOut());
            } catch (ExecutionException e) {
                throw JobFailure.of(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the run was interrupted", e);
            }
        }
    }

    void cancel() {
        answers.ifPresent(future -> future.cancel(true));
    }
}
