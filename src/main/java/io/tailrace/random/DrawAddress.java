package io.tailrace.random;

/// Where one draw of a path stands: a word of a stream, in every quarter that has it; see [Streams].
///
/// @param stream as in [Philox#words]
/// @param word 0 to 3
public record DrawAddress(int stream, int word) {
    /// The normal that delays all projects together.
    public static final DrawAddress COMMON_DELAY = new DrawAddress(Streams.COMMON_DELAY, 0);

    public DrawAddress {
        if (word < 0 || word > 3) {
            throw new IllegalArgumentException("word " + word + " is outside 0 to 3");
        }
    }

    /// Of a shock, in all quarters.
    public static DrawAddress of(Draw draw) {
        return new DrawAddress(draw.stream(), draw.word());
    }

    /// Of the uncertain parameter at `keyPath`, as in `market.elasticity`.
    public static DrawAddress ofParameter(String keyPath) {
        return new DrawAddress(Streams.ofParameter(keyPath), 0);
    }

    /// Of the own delay of project `project` (0, 1, …).
    public static DrawAddress ofProject(int project) {
        return new DrawAddress(Streams.ofProject(project), Streams.wordOfProject(project));
    }
}
