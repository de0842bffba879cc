package io.tailrace.benchmarks.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// W1's answers, from an implementation that shares nothing with the peers.
///
/// Why 4 standard errors: 32 figures are compared, so a right peer fails once in about 500 runs.
final class Expected {
    private static final double LARGEST_DISTANCE = 4;
    private static final TreeMap<String, Estimate> ANSWERS = read();

    private Expected() {}

    /// One line about the three headline figures; throws where any of the answers is another.
    static String check(String peer, IntFunction<Estimate> estimates) {
        ANSWERS.forEach((name, expected) -> {
            Estimate found = estimates.apply(column(name));
            // Not merely "greater": a figure that is no number must fail as well.
            if (!(found.distance(expected) <= LARGEST_DISTANCE)) {
                throw new IllegalStateException("%s: %s is %s, expected %s".formatted(peer, name, found, expected));
            }
        });
        return "%s: mean NPV %s, all %d answers as expected".formatted(peer, headline(estimates), ANSWERS.size());
    }

    private static String headline(IntFunction<Estimate> estimates) {
        return "TaaS %s, IaaS %s, difference %s".formatted(money(estimates.apply(Output.NPV_TAAS.column())),
                money(estimates.apply(Output.NPV_IAAS.column())),
                money(estimates.apply(Output.NPV_DIFFERENCE.column())));
    }

    private static String money(Estimate estimate) {
        return "%.0f ± %.0f $M".formatted(estimate.mean(), estimate.standardError());
    }

    /// `NAME` is a path metric, `NAME@quarter` a quarterly quantity.
    private static int column(String name) {
        int at = name.indexOf('@');
        return at < 0
                ? Output.valueOf(name).column()
                : Output.valueOf(name.substring(0, at)).column(Integer.parseInt(name.substring(at + 1)));
    }

    private static TreeMap<String, Estimate> read() {
        Properties file = new Properties();
        try (InputStream resource = Expected.class.getResourceAsStream("w1-expected.properties")) {
            file.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TreeMap<String, Estimate> answers = new TreeMap<>();
        file.forEach((name, value) -> {
            String[] figures = value.toString().split(" ");
            answers.put(name.toString(),
                    new Estimate(Double.parseDouble(figures[0]), Double.parseDouble(figures[1])));
        });
        return answers;
    }
}
