package io.tailrace.random;

import java.nio.charset.StandardCharsets;

/// The published map from draws to (quarter, stream, word) of [Philox#words].
///
/// | quarter | stream | word 0 | word 1 | word 2 | word 3 |
/// | --- | --- | --- | --- | --- | --- |
/// | 1 … T | 0 | demand | growth | price | channel |
/// | 1 … T | 1 | trainium | efficiency | spot | base |
/// | 1 … T | 2 | regime | jump | jump size | default |
/// | 1 … T | 3 | renegotiation | copula chi-square | free | free |
/// | 0 | 16 | common delay | free | free | free |
/// | dimension | 17 | scramble of a coordinate of [Sampling.QuasiRandom], path standing for replicate | and | and | and |
/// | place | 18 | of an order of [Permutation], path standing for its number | free | free | free |
/// | 0 | 2^24 + ⌊d / 4⌋ | coordinate d ≡ 0 mod 4 beyond the points' last | d ≡ 1 | d ≡ 2 | d ≡ 3 |
/// | 0 | 32 + ⌊j / 4⌋ | project j ≡ 0 mod 4 | j ≡ 1 | j ≡ 2 | j ≡ 3 |
/// | 0 | 2^31 or more | uncertain parameter | free | free | free |
///
/// The rows of quarters 1 … T are [Draw]; words become numbers by [Uniform] or [NormalQuantile].
/// Why: changing any row changes every result, so the table is part of the format.
public final class Streams {
    /// The quarter of draws made once per path.
    public static final int WHOLE_PATH = 0;

    /// Word 0: the normal that delays all projects together.
    public static final int COMMON_DELAY = 16;

    static final int SCRAMBLE = 17;
    static final int ORDER = 18;
    static final int PADDING = 1 << 24;

    private static final int FIRST_PROJECT = 32;
    private static final int PARAMETERS = 0x8000_0000;
    private static final int FNV_OFFSET = 0x811C_9DC5;
    private static final int FNV_PRIME = 0x0100_0193;

    private Streams() {}

    /// The stream that holds the own normal of project `project` (0, 1, …).
    public static int ofProject(int project) {
        return FIRST_PROJECT + (project >> 2);
    }

    /// The word of [#ofProject] that holds it.
    public static int wordOfProject(int project) {
        return project & 3;
    }

    /// The stream whose word 0 draws the uncertain parameter at `keyPath`, as in `market.elasticity`.
    ///
    /// Error: two key paths share a stream with probability 2^-31; among 200 parameters 1 in 100,000.
    /// Source: 32-bit FNV-1a over UTF-8 (Fowler, Noll & Vo), highest bit set. Why: a parameter's draw depends on its
    /// name alone, so making another one uncertain does not move it.
    public static int ofParameter(String keyPath) {
        int hash = FNV_OFFSET;
        for (byte octet : keyPath.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
        }
        return hash | PARAMETERS;
    }
}
