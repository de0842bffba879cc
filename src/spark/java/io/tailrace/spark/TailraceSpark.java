package io.tailrace.spark;

/// What `spark-submit` starts: `TailraceSpark run|batch|overnight …`, the local commands with their blocks on a cluster.
///
/// Why so little: this class is compiled for Java 17, the oldest that Spark runs on, so that a driver on an older Java than
/// 25 is told what to do. Everything else begins in [SparkMain].
public final class TailraceSpark {
    private static final int JAVA_FEATURE = 25;
    private static final int USER_ERROR = 2;

    private TailraceSpark() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        if (Runtime.version().feature() != JAVA_FEATURE) {
            System.err.println("Tailrace needs Java " + JAVA_FEATURE + ", and spark-submit runs on Java "
                    + Runtime.version().feature() + " here. Set JAVA_HOME to a JDK " + JAVA_FEATURE
                    + "; where the cluster starts the driver, --conf spark.yarn.appMasterEnv.JAVA_HOME=... (YARN)"
                    + " or the image (Kubernetes).");
            System.exit(USER_ERROR);
        }
        Class.forName("io.tailrace.spark.SparkMain")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
