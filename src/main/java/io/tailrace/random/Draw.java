package io.tailrace.random;

/// What the words of one path in one quarter (1, 2, …) are for: the shocks of the model, each at its address.
///
/// Why: part of the format. Kernel and model read the same words, and a new draw gets a free address instead of
/// moving the others. Streams 0 to 3 belong to the quarters; [Streams] holds the addresses of whole-path draws.
public enum Draw {
    DEMAND(0, 0),
    GROWTH(0, 1),
    PRICE(0, 2),
    CHANNEL(0, 3),
    TRAINIUM(1, 0),
    EFFICIENCY(1, 1),
    SPOT(1, 2),
    BASE(1, 3),
    REGIME(2, 0, true),
    JUMP(2, 1, true),
    JUMP_SIZE(2, 2),
    DEFAULT(2, 3, true),
    RENEGOTIATION(3, 0, true),
    COPULA_CHI_SQUARE(3, 1);

    private final int stream;
    private final int word;
    private final boolean uniform;

    Draw(int stream, int word) {
        this(stream, word, false);
    }

    Draw(int stream, int word, boolean uniform) {
        this.stream = stream;
        this.word = word;
        this.uniform = uniform;
    }

    /// Whether it is uniform on (0, 1), or else standard normal.
    public boolean isUniform() {
        return uniform;
    }

    /// The stream to give to [Philox#words].
    public int stream() {
        return stream;
    }

    /// Which of that stream's four words, 0 to 3.
    public int word() {
        return word;
    }
}
