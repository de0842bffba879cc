package io.tailrace.spark;

import io.tailrace.cli.Main;
import io.tailrace.engine.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/// The driver: a Spark context, and the commands of the local program with their blocks sent there.
public final class SparkMain {
    private static final String NAME = "TailraceSpark";
    private static final String STAGING = "spark.tailrace.staging";
    private static final int USER_ERROR = 2;
    private static final Set<String> NO_RUN = Set.of("help", "--help", "-h", "--version", "-V", "--dry-run");

    private SparkMain() {}

    public static void main(String[] arguments) {
        System.exit(execute(conf(), arguments));
    }

    /// Runs one command line and returns its exit code.
    static int execute(SparkConf conf, String... arguments) {
        if (arguments.length == 0 || Arrays.stream(arguments).anyMatch(NO_RUN::contains)) {
            return Main.execute(NAME, Site.HERE, arguments);
        }
        try (var spark = new JavaSparkContext(conf)) {
            Path staging = Path.of(conf.get(STAGING, System.getProperty("java.io.tmpdir") + "/tailrace-spark"));
            Delivery delivery = Delivery.of(Arrays.asList(arguments), staging, spark.hadoopConfiguration());
            Optional<String> obstacle = delivery.obstacle().or(() -> JavaCheck.obstacle(spark));
            if (obstacle.isPresent()) {
                System.err.println(obstacle.get());
                return USER_ERROR;
            }
            delivery.prepare();
            int code = Main.execute(NAME, new SparkSite(spark), delivery.arguments().toArray(String[]::new));
            delivery.deliver().forEach(place -> System.err.println("note: brought to " + place));
            return code;
        } catch (IOException e) {
            System.err.println("The file system of the results says: " + e.getMessage());
            return USER_ERROR;
        }
    }

    /// What spark-submit says, and what runs want where it says nothing.
    private static SparkConf conf() {
        return completed(new SparkConf());
    }

    static SparkConf completed(SparkConf conf) {
        conf.setIfMissing("spark.app.name", "Tailrace");
        // Jobs of a batch that go on side by side share the cluster.
        conf.setIfMissing("spark.scheduler.mode", "FAIR");
        conf.setIfMissing("spark.log.level", "ERROR");
        // The lane functions are large when compiled; they must still be inlined, or vectors go to the heap.
        String options = conf.get("spark.executor.extraJavaOptions", "");
        return conf.set("spark.executor.extraJavaOptions", (options + " -XX:InlineSmallCode=10000").strip());
    }
}
