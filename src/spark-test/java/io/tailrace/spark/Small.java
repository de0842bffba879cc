package io.tailrace.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.cli.Main;
import io.tailrace.engine.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;

/// A scenario that is quickly run, and the bytes of its results.
final class Small {
    private static final List<String> COMPARED = List.of("summary.json", "convergence.json", "answer.txt");

    private Small() {}

    static Path scenario(Path folder) throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), "extends: " + Path.of("configs/aws-bedrock.yaml")
                .toAbsolutePath() + "\nname: small\nquarters: 4\nbackTest: []\noutputs: {quarterly: [taasEbit]}\n");
    }

    /// What the local program writes.
    static Map<String, String> here(Path scenario, Path out, String... options) throws IOException {
        assertThat(Main.execute("tailrace", Site.HERE, arguments(scenario, out, options))).isZero();
        return sums(out);
    }

    /// What a Spark context in this process writes.
    static Map<String, String> inLocalSpark(SparkConf conf, Path scenario, Path out, String... options)
            throws IOException {
        assertThat(SparkMain.execute(conf, arguments(scenario, out, options))).isZero();
        return sums(out);
    }

    static String[] arguments(Path scenario, Path out, String... options) {
        var all = new ArrayList<>(List.of("run", scenario.toString(), "--out", out.toString(), "--quiet"));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    /// Of a context with two threads in this process.
    static SparkConf local() {
        return SparkMain.completed(new SparkConf(false)
                .setMaster("local[2]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1"));
    }

    static Map<String, String> sums(Path result) throws IOException {
        var sums = new TreeMap<String, String>();
        for (String file : COMPARED) {
            sums.put(file, sha256(Files.readAllBytes(result.resolve(file))));
        }
        return sums;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
