package io.tailrace.engine;

import io.tailrace.kernel.Kernel;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Layout;
import io.tailrace.summary.Recorder;
import io.tailrace.summary.Summary;
import io.tailrace.summary.SummaryCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// The whole program: compile the plan, cover the paths with blocks, run the blocks, merge the summaries.
///
/// The summary has the same bits for any number of threads, and a run of N paths holds the first N paths of any
/// longer run with the same sampling.
///
/// @param plan what to compute
/// @param sampling how the draws of each path are made
/// @param paths number of paths, 1 to 1e12
/// @param threads workers, each with a block of `columns × 1,024` doubles and a [Recorder] of its own
/// @param kernel who computes the blocks, which no result depends on
/// @param cluster other machines that compute them, in place of the threads
public record Simulation(
        Plan plan,
        Sampling sampling,
        long paths,
        int threads,
        KernelChoice kernel,
        Optional<Cluster> cluster) {
    public Simulation {
        if (paths < 1 || threads < 1) {
            throw new IllegalArgumentException("paths " + paths + " and threads " + threads + " must be positive");
        }
    }

    /// By threads of this process.
    public Simulation(Plan plan, Sampling sampling, long paths, int threads, KernelChoice kernel) {
        this(plan, sampling, paths, threads, kernel, Optional.empty());
    }

    /// With the kernel that is faster for so many paths.
    public Simulation(Plan plan, Sampling sampling, long paths, int threads) {
        this(plan, sampling, paths, threads, KernelChoice.forRunOf(paths));
    }

    /// Plain Monte Carlo.
    public Simulation(Plan plan, long seed, long paths, int threads) {
        this(plan, new Sampling.Plain(seed), paths, threads);
    }

    /// The same simulation, computed elsewhere.
    public Simulation on(Optional<Cluster> machines) {
        return new Simulation(plan, sampling, paths, threads, kernel, machines);
    }

    /// The same simulation cut to its first paths, by the same kernel and here; replicates become smaller, not fewer.
    public Simulation first(long fewer) {
        Sampling smaller = sampling instanceof Sampling.QuasiRandom quasi && fewer < paths
                ? Sampling.QuasiRandom.forRunOf(fewer, quasi.seed(), quasi.design())
                : sampling;
        int busy = (int) Math.min(threads, (fewer + BlockSummary.PATHS - 1) / BlockSummary.PATHS);
        return new Simulation(plan, smaller, fewer, busy, kernel);
    }

    /// Runs every block and returns the merged summary.
    public Summary run(Progress progress) {
        return run(new Course(this, Precision.NONE, Checkpoints.NONE, progress), Checkpoints.NONE, progress);
    }

    /// Runs the blocks that the course deals out, and shows them to it, in legs with a checkpoint between two.
    Summary run(Course course, Checkpoints checkpoints, Progress progress) {
        Layout layout = Recording.layout(plan);
        Summary summary = checkpoints.last().map(state -> {
            course.read(state);
            return SummaryCodec.read(layout, state);
        }).orElseGet(() -> new Summary(layout));
        if (cluster.isPresent()) {
            away(cluster.get(), course, summary, checkpoints, progress);
            return summary;
        }
        leg(course, summary, progress);
        while (course.isPaused()) {
            checkpoints.keep(course.dealt(), to -> {
                course.write(to);
                SummaryCodec.write(summary, to);
            });
            course.carryOn();
            leg(course, summary, progress);
        }
        return summary;
    }

    /// Where the machines fail, what is back is kept.
    private void away(
            Cluster machines, Course course, Summary summary, Checkpoints checkpoints, Progress progress) {
        var work = new AwayWork.OfCourse(this, course, summary, checkpoints, progress);
        try {
            machines.compute(this, work);
        } catch (RunStoppedException stopped) {
            throw stopped;
        } catch (RuntimeException failure) {
            if (course.dealt() > 0 || checkpoints.isDue()) {
                work.keep();
            }
            throw failure;
        }
    }

    /// Blocks until none is dealt out for now, into a summary that may have others of the same course already.
    void leg(Course course, Summary summary, Progress progress) {
        if (cluster.isPresent()) {
            away(cluster.get(), course, summary, Checkpoints.NONE, progress);
            return;
        }
        inParallel(
                blocks -> {
                    Recorder recorder = summary.recorder(blocks.reader());
                    Course.Walker walker = course.walker(blocks.reader());
                    return new Turn(walker::next, new BlockSink() {
                        @Override
                        public void take(long block, double[][] columns, int paths) {
                            recorder.record(block, columns, paths);
                            walker.show(block, columns, paths);
                        }

                        @Override
                        public void end() { recorder.pour(); }
                    });
                },
                course::stop,
                course.dealt(),
                progress);
    }

    /// Runs blocks of one replicate, of `size` paths, alone, from block `from` on; returns the block to go on with, which
    /// lies in the replicate only where a checkpoint is due.
    long replicate(
            int number, long size, long from, Summary summary, Checkpoints checkpoints, Progress progress) {
        var dealer = new Dealer(from, (number + 1) * (size / BlockSummary.PATHS), checkpoints);
        if (cluster.isPresent()) {
            return away(cluster.get(), from, dealer, summary, checkpoints, progress);
        }
        inParallel(kernel -> {
            Recorder recorder = summary.recorder(kernel.reader());
            return new Turn(dealer, new BlockSink() {
                @Override
                public void take(long block, double[][] columns, int paths) { recorder.record(block, columns, paths); }

                @Override
                public void end() { recorder.pour(); }
            });
        }, dealer::stop, from * BlockSummary.PATHS, progress);
        return dealer.next();
    }

    /// Where the machines fail when a checkpoint is due, as when the process is asked to end, what is back counts.
    private long away(
            Cluster machines, long from, Dealer dealer, Summary summary, Checkpoints checkpoints, Progress progress) {
        var work = new AwayWork.OfReplicate(this, from, dealer, summary, progress);
        try {
            machines.compute(this, work);
        } catch (RuntimeException failure) {
            if (!checkpoints.isDue()) {
                throw failure;
            }
        }
        return work.next();
    }

    /// Computes every block once; each thread gives its blocks, in any order, to a sink of its own.
    void forEachBlock(Function<Kernel, BlockSink> sinks, Progress progress) {
        var dealer = new Dealer(0, blocks(), Checkpoints.NONE);
        inParallel(blocks -> new Turn(dealer, sinks.apply(blocks)), dealer::stop, 0, progress);
    }

    /// What one thread works from and for.
    ///
    /// @param dealer number of the next block, negative when there is none
    private record Turn(LongSupplier dealer, BlockSink sink) {}

    /// @param already paths that were done before
    private void inParallel(Function<Kernel, Turn> turns, Runnable stop, long already, Progress progress) {
        int width = Recording.layout(plan).columns().size();
        var done = new AtomicLong(already);
        Runnable worker = () -> {
            Kernel blocks = kernel.of(plan, sampling);
            Turn turn = turns.apply(blocks);
            double[][] columns = new double[width][BlockSummary.PATHS];
            for (long block = turn.dealer().getAsLong(); block >= 0; block = turn.dealer().getAsLong()) {
                int size = fill(blocks, block, columns);
                turn.sink().take(block, columns, size);
                progress.update(done.addAndGet(size), paths);
            }
            turn.sink().end();
        };
        inParallel(worker, stop);
    }

    /// Computes a block into `columns` and returns the number of its paths.
    int fill(Kernel blocks, long block, double[][] columns) {
        long first = block * BlockSummary.PATHS;
        int size = (int) Math.min(BlockSummary.PATHS, paths - first);
        blocks.block(first, size, columns);
        return size;
    }

    /// Blocks that cover the paths; the last may be shorter.
    public long blocks() {
        return (paths + BlockSummary.PATHS - 1) / BlockSummary.PATHS;
    }

    /// What each worker holds beside the summary: one block of values, and counters of usual width.
    public static long bytesPerThread(Plan plan) {
        long perColumn = 8L * BlockSummary.PATHS + Recorder.USUAL_BYTES_PER_COLUMN;
        return perColumn * Recording.layout(plan).columns().size();
    }

    /// Runs the worker on every thread; the first failure stops the others and is thrown.
    void inParallel(Runnable worker, Runnable stop) {
        try (var pool =
                Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("paths-", 0).factory())) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> {
                    try {
                        worker.run();
                    } catch (RuntimeException | Error e) {
                        stop.run();
                        throw e;
                    }
                }));
            }
            for (Future<?> w : workers) {
                w.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            stop.run();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }
}
