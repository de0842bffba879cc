package io.tailrace.engine;

import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Summary;
import io.tailrace.summary.SummaryCodec;
import java.util.Optional;

/// Work for a [Cluster], whose results are added to a summary in the order of their blocks.
abstract sealed class AwayWork implements Cluster.Work {
    private final Simulation simulation;
    private final Summary summary;
    private final Progress progress;

    private AwayWork(Simulation simulation, Summary summary, Progress progress) {
        this.simulation = simulation;
        this.summary = summary;
        this.progress = progress;
    }

    @Override
    public void take(byte[] result) {
        Stretch stretch = StretchResult.add(result, summary, course());
        taken(stretch);
        progress.update(Math.min(simulation.paths(), stretch.end() * BlockSummary.PATHS), simulation.paths());
    }

    abstract Optional<Course> course();

    abstract void taken(Stretch stretch);

    /// Blocks of a run with a course, which keeps its state whenever it is due: what is back is always the first blocks.
    static final class OfCourse extends AwayWork {
        private final Simulation simulation;
        private final Course course;
        private final Summary summary;
        private final Checkpoints checkpoints;
        private final Progress progress;

        OfCourse(
                Simulation simulation, Course course, Summary summary, Checkpoints checkpoints, Progress progress) {
            super(simulation, summary, progress);
            this.simulation = simulation;
            this.course = course;
            this.summary = summary;
            this.checkpoints = checkpoints;
            this.progress = progress;
        }

        @Override
        public int[] watched() { return course.columns(); }

        @Override
        public long left() { return course.left(); }

        @Override
        public Optional<Stretch> next(long most) { return course.stretch(most); }

        @Override
        public void waiting(long paths) {
            progress.update(course.dealt() + paths, simulation.paths());
            keepIfDue();
        }

        @Override
        Optional<Course> course() { return Optional.of(course); }

        @Override
        void taken(Stretch stretch) { keepIfDue(); }

        private void keepIfDue() {
            if (checkpoints.isDue()) {
                keep();
            }
        }

        /// Of what is back.
        void keep() {
            checkpoints.keep(course.dealt(), to -> {
                course.write(to);
                SummaryCodec.write(summary, to);
            });
        }
    }

    /// Blocks of one replicate; none is given out while a checkpoint is due.
    static final class OfReplicate extends AwayWork {
        private final Simulation simulation;
        private final Dealer dealer;
        private final Progress progress;
        private long next;

        OfReplicate(Simulation simulation, long from, Dealer dealer, Summary summary, Progress progress) {
            super(simulation, summary, progress);
            this.simulation = simulation;
            this.dealer = dealer;
            this.progress = progress;
            next = from;
        }

        @Override
        public int[] watched() { return new int[0]; }

        @Override
        public long left() { return dealer.left(); }

        @Override
        public Optional<Stretch> next(long most) { return dealer.stretch(most); }

        @Override
        public void waiting(long paths) {
            progress.update(next * BlockSummary.PATHS + paths, simulation.paths());
        }

        @Override
        Optional<Course> course() { return Optional.empty(); }

        @Override
        void taken(Stretch stretch) { next = stretch.end(); }

        /// The first block that is not back.
        long next() { return next; }
    }
}
