package io.tailrace.spark;

import io.tailrace.cli.Main;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/// The driver: a Spark context, and the commands of the local program with their blocks sent there.
public final class SparkMain {
    private static final String NAME = "TailraceSpark";
    private static final int USER_ERROR = 2;

    private SparkMain() {}

    public static void main(String[] arguments) {
        System.exit(execute(conf(), arguments));
    }

    /// Runs one command line and returns its exit code.
    static int execute(SparkConf conf, String... arguments) {
        if (arguments.length == 0 || asksForHelp(arguments)) {
            return Main.execute(NAME, _ -> java.util.Optional.empty(), arguments);
        }
        try (var spark = new JavaSparkContext(conf)) {
            try {
                JavaCheck.require(spark);
            } catch (IllegalStateException wrong) {
                System.err.println(wrong.getMessage());
                return USER_ERROR;
            }
            return Main.execute(NAME, new SparkSite(spark), arguments);
        }
    }

    private static boolean asksForHelp(String... arguments) {
        return java.util.List.of(arguments).stream()
                .anyMatch(argument -> java.util.Set.of("help", "--help", "-h", "--version", "-V").contains(argument));
    }

    /// What spark-submit says, and what runs want where it says nothing.
    private static SparkConf conf() {
        var conf = new SparkConf();
        conf.setIfMissing("spark.app.name", "Tailrace");
        // Jobs of a batch that go on side by side share the cluster.
        conf.setIfMissing("spark.scheduler.mode", "FAIR");
        conf.setIfMissing("spark.log.level", "ERROR");
        // The lane functions are large when compiled; they must still be inlined, or vectors go to the heap.
        String options = conf.get("spark.executor.extraJavaOptions", "");
        conf.set("spark.executor.extraJavaOptions", (options + " -XX:InlineSmallCode=10000").strip());
        return conf;
    }
}
