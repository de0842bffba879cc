package io.tailrace.spark;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/// Whether the executors run on a Java that can read the program.
final class JavaCheck {
    static final String REMEDY = "Executors must run on Java 25, as the driver does: set "
            + "--conf spark.executorEnv.JAVA_HOME=FOLDER to a JDK 25 that is there on every worker"
            + " (on Kubernetes, give an image that has it)";
    private static final String NEEDED = "25 ";

    private JavaCheck() {}

    /// Asks every slot, which also waits until there are executors; what to set, where one has another Java.
    static Optional<String> obstacle(JavaSparkContext spark) {
        int slots = spark.defaultParallelism();
        spark.setJobDescription("which Java the executors run on");
        List<String> javas = spark.parallelize(IntStream.range(0, slots).boxed().toList(), slots)
                .map(new ExecutorJava())
                .distinct()
                .collect();
        List<String> wrong = javas.stream().filter(java -> !java.startsWith(NEEDED)).sorted().toList();
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(REMEDY + ". There are executors on Java " + String.join(", Java ", wrong) + ".");
    }
}
