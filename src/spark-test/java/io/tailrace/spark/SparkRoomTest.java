package io.tailrace.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tailrace.cli.Main;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The wall around the room `spark`, and the two classes in it that an older Java must be able to read.
final class SparkRoomTest {
    private static final int JAVA_17 = 61;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .importUrls(Stream.of(Main.class, TailraceSpark.class).map(SparkRoomTest::home).distinct().toList());

    private static URL home(Class<?> of) { return of.getProtectionDomain().getCodeSource().getLocation(); }

    @Test
    void nobodyKnowsTheRoom() {
        noClasses().that().resideOutsideOfPackage("io.tailrace.spark..").should()
                .dependOnClassesThat().resideInAnyPackage("io.tailrace.spark..", "org.apache.spark..",
                        "org.apache.hadoop..", "scala..")
                .check(MAIN);
    }

    @Test
    void theRoomKnowsOnlyWhatItMay() {
        classes().that().resideInAPackage("io.tailrace.spark..").should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.tailrace.spark..", "io.tailrace.scenario..", "io.tailrace.random..",
                        "io.tailrace.plan..", "io.tailrace.summary..", "io.tailrace.engine..", "io.tailrace.analysis..",
                        "io.tailrace.report..", "io.tailrace.cli..", "org.apache.spark..", "org.apache.hadoop..",
                        "scala..")
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TailraceSpark", "ExecutorJava"})
    void anOlderJavaCanReadWhatTellsItSo(String name) throws IOException {
        try (InputStream file = SparkRoomTest.class.getResourceAsStream(name + ".class");
                var data = new DataInputStream(file)) {
            data.skipBytes(6);
            assertThat(data.readUnsignedShort()).isEqualTo(JAVA_17);
        }
    }
}
