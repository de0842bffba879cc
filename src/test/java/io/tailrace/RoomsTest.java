package io.tailrace;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The rooms of the house: which package may know which, and which library lives where.
///
/// Why: the arrows of the architecture hold only as long as something red says when they do not. The
/// last tests compile offenders and see each rule catch its own.
final class RoomsTest {
    private static final String HOUSE = "io.tailrace.";
    private static final String JACKSON = "tools.jackson..";
    private static final String JACKSON_ANNOTATIONS = "com.fasterxml.jackson.annotation..";
    private static final String YAML = "org.snakeyaml.engine..";
    private static final String MATH = "org.apache.commons.math3..";
    private static final String STATISTICS = "org.apache.commons.statistics..";
    private static final String HISTOGRAM = "org.HdrHistogram..";
    private static final String VECTOR = "jdk.incubator.vector..";
    private static final String COMMAND_LINE = "picocli..";
    private static final String PDF = "org.apache.pdfbox..";
    private static final String FONTS = "org.apache.fontbox..";
    private static final String PICTURES = "javax.imageio..";
    private static final String WORKBOOK = "org.dhatim.fastexcel..";
    private static final String PARQUET = "org.apache.parquet..";
    private static final String PARQUET_FILES = "blue.strategic.parquet..";
    private static final String MACHINE = "com.sun.management..";

    /// In building order: a room may only know rooms above it.
    private static final List<Room> ROOMS = List.of(
            room("scenario").with(JACKSON, JACKSON_ANNOTATIONS, YAML, MATH),
            room("calibration", "scenario").with(MATH, STATISTICS),
            room("random").with(MATH),
            room("summary").with(HISTOGRAM),
            room("plan", "scenario", "random").with(MATH, STATISTICS),
            room("model", "plan", "random"),
            room("kernel", "plan", "random", "summary").with(VECTOR),
            room("engine", "scenario", "plan", "random", "model", "kernel", "summary").with(JACKSON, MACHINE),
            room("analysis", "scenario", "random", "plan", "engine", "summary").with(MATH),
            room("report", "scenario", "calibration", "random", "plan", "engine", "summary", "analysis")
                    .with(JACKSON, PDF, FONTS, PICTURES, WORKBOOK, PARQUET, PARQUET_FILES),
            room("catalogue", "scenario", "random", "summary", "engine", "report").with(JACKSON),
            room("batch", "scenario", "random", "summary", "plan", "engine", "analysis", "report", "catalogue"),
            room("tuning", "kernel", "engine", "report").with(JACKSON),
            room("cli", "scenario", "calibration", "random", "summary", "plan", "model", "kernel", "engine", "analysis",
                    "report", "catalogue", "batch", "tuning")
                    .with(COMMAND_LINE, JACKSON, MACHINE));

    /// What is bit for bit the same in every JVM and in every lane, and so may be called where paths are made.
    private static final Set<String> EXACT_MATH = Set.of("abs", "min", "max", "sqrt", "fma", "floor", "ceil", "rint",
            "copySign", "signum", "scalb", "getExponent", "ulp", "nextUp", "nextDown", "clamp", "floorDiv", "floorMod",
            "ceilDiv", "addExact", "multiplyExact", "subtractExact", "toIntExact", "multiplyHigh",
            "unsignedMultiplyHigh", "multiplyFull");
    private static final Set<String> INEXACT_LANES = Set.of("SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "EXP", "LOG",
            "LOG10", "SINH", "COSH", "TANH", "CBRT", "EXPM1", "LOG1P", "ATAN2", "POW", "HYPOT");
    private static final String[] ROOMS_OF_PATHS = {HOUSE + "random..", HOUSE + "model..", HOUSE + "kernel.."};

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tailrace");

    @Test
    void everyClassLivesInARoom() { livesInARoom().check(MAIN); }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void aRoomKnowsOnlyTheRoomsItMay(Room room) { room.knowsOnlyItsRooms().check(MAIN); }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void aRoomUsesOnlyItsLibraries(Room room) { room.usesOnlyItsLibraries().check(MAIN); }

    @Test
    void arrowsPointOneWay() {
        List<String> built = new ArrayList<>();
        for (Room room : ROOMS) {
            assertThat(built).as("built before " + room).containsAll(room.known());
            built.add(room.name());
        }
    }

    @Test
    void pathsAreMadeOfExactArithmeticOnly() { exactArithmetic().check(MAIN); }

    @Test
    void chanceComesFromTheRoomRandomOnly() { noOtherChance().check(MAIN); }

    @Test
    void aClassOutsideTheRoomsIsCaught(@TempDir Path folder) throws IOException {
        JavaClasses offender = compile(folder, "io.tailrace.attic", "class Box {}");
        assertThat(violations(livesInARoom(), offender)).contains("io.tailrace.attic.Box");
    }

    @Test
    void anArrowUpwardsIsCaught(@TempDir Path folder) throws IOException {
        JavaClasses offender = compile(folder, "io.tailrace.scenario", "class Up { io.tailrace.cli.Launcher door; }");
        assertThat(violations(ROOMS.getFirst().knowsOnlyItsRooms(), offender)).contains("scenario.Up.door");
    }

    @Test
    void aLibraryInTheWrongRoomIsCaught(@TempDir Path folder) throws IOException {
        JavaClasses offender = compile(folder, "io.tailrace.model",
                "class Wide { jdk.incubator.vector.DoubleVector lanes; org.HdrHistogram.Histogram counts; }");
        String found = violations(named("model").usesOnlyItsLibraries(), offender);
        assertThat(found).contains("model.Wide.lanes", "model.Wide.counts");
        assertThat(violations(named("kernel").usesOnlyItsLibraries(), offender)).isEmpty();
    }

    @Test
    void inexactArithmeticIsCaughtAndExactIsNot(@TempDir Path folder) throws IOException {
        JavaClasses offender = compile(folder, "io.tailrace.kernel", """
                import jdk.incubator.vector.*;
                class Loose {
                    double a(double x) { return Math.exp(x); }
                    double b(double x) { return StrictMath.sqrt(x); }
                    DoubleVector c(DoubleVector x) { return x.lanewise(VectorOperators.LOG); }
                    DoubleVector d(DoubleVector x) { return x.pow(2); }
                    java.util.function.DoubleUnaryOperator e() { return Math::cbrt; }
                    double fine(double x) { return Math.fma(x, x, Math.sqrt(Math.abs(x))); }
                    DoubleVector fine(DoubleVector x) { return x.lanewise(VectorOperators.SQRT).max(x); }
                }""");
        assertThat(violations(exactArithmetic(), offender))
                .contains("Loose.a(", "Loose.b(", "Loose.c(", "Loose.d(", "Loose.e(")
                .doesNotContain("Loose.fine(");
    }

    @Test
    void foreignChanceIsCaught(@TempDir Path folder) throws IOException {
        JavaClasses offender = compile(folder, "io.tailrace.engine", """
                class Dice {
                    double a() { return Math.random(); }
                    int b() { return new java.util.SplittableRandom(1).nextInt(); }
                    Object c() { return java.util.random.RandomGenerator.getDefault(); }
                    void d(java.util.List<String> list) { java.util.Collections.shuffle(list); }
                }""");
        assertThat(violations(noOtherChance(), offender)).contains("Dice.a(", "Dice.b(", "Dice.c(", "Dice.d(");
    }

    private static ArchRule livesInARoom() {
        return classes().should().resideInAnyPackage(packages(ROOMS.stream().map(Room::name)));
    }

    private static ArchRule exactArithmetic() {
        return noClasses().that().resideInAnyPackage(ROOMS_OF_PATHS).should()
                .accessTargetWhere(describe("inexact or unpromised arithmetic", RoomsTest::isInexact))
                .allowEmptyShould(true);
    }

    private static boolean isInexact(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        return switch (access.getTargetOwner().getName()) {
            case "java.lang.Math" -> !EXACT_MATH.contains(name);
            case "java.lang.StrictMath", "org.apache.commons.math3.util.FastMath" -> true;
            case "jdk.incubator.vector.VectorOperators" -> INEXACT_LANES.contains(name);
            case "jdk.incubator.vector.DoubleVector", "jdk.incubator.vector.FloatVector" -> name.equals("pow");
            default -> false;
        };
    }

    private static ArchRule noOtherChance() {
        return noClasses()
                .should().dependOnClassesThat(resideInAnyPackage("java.util.random..", "org.apache.commons.rng..",
                        "org.apache.commons.math3.random..")
                        .and(not(describe("Sobol directions", type -> type.getSimpleName()
                                .equals("SobolSequenceGenerator")))))
                .orShould().dependOnClassesThat().haveNameMatching("java\\.(util|security)\\..*Random")
                .orShould().accessTargetWhere(describe("hidden chance",
                        access -> access.getTargetOwner().getPackageName().startsWith("java.")
                                && Set.of("random", "shuffle", "randomUUID").contains(access.getTarget().getName())));
    }

    private static String violations(ArchRule rule, JavaClasses classes) {
        return String.join("\n", rule.evaluate(classes).getFailureReport().getDetails());
    }

    private static JavaClasses compile(Path folder, String room, String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Offender.java"), "package " + room + ";\n" + source);
        int failures = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--add-modules",
                "jdk.incubator.vector", "-Xlint:none", "-d", folder.toString(), file.toString());
        assertThat(failures).isZero();
        return new ClassFileImporter().importPath(folder);
    }

    private static Room named(String name) {
        return ROOMS.stream().filter(room -> room.name().equals(name)).findFirst().orElseThrow();
    }

    private static Room room(String name, String... known) { return new Room(name, List.of(known), List.of()); }

    private static String[] packages(Stream<String> names) {
        return names.map(name -> HOUSE + name + "..").toArray(String[]::new);
    }

    record Room(String name, List<String> known, List<String> libraries) {
        Room with(String... wanted) { return new Room(name, known, List.of(wanted)); }

        ArchRule knowsOnlyItsRooms() {
            String[] allowed = packages(Stream.concat(Stream.of(name), known.stream()));
            return noClasses().that().resideInAPackage(HOUSE + name + "..").should()
                    .dependOnClassesThat(resideInAPackage(HOUSE + ".").and(not(resideInAnyPackage(allowed))))
                    .allowEmptyShould(true);
        }

        ArchRule usesOnlyItsLibraries() {
            Stream<String> allowed = Stream.concat(Stream.of("java..", HOUSE + "."), libraries.stream());
            return classes().that().resideInAPackage(HOUSE + name + "..").should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                    .allowEmptyShould(true);
        }

        @Override
        public String toString() { return name; }
    }
}
