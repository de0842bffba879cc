package io.tailrace.random;

/// Plain draws, moved on most paths to another law.
final class TiltedDraws implements TableSource {
    private final Sampling.Tilted sampling;
    private final WordDraws plain;
    private final int width;

    TiltedDraws(Sampling.Tilted sampling, DrawShape shape, int width) {
        this.sampling = sampling;
        this.width = width;
        plain = new WordDraws(new Sampling.Plain(sampling.seed()), shape, width);
    }

    @Override
    public void fill(long firstPath, DrawTable table) {
        plain.fill(firstPath, table);
        for (int i = 0; i < width; i++) {
            int law = sampling.lawOf(firstPath + i);
            if (law >= 0) {
                sampling.tilts().get(law).apply(table, i);
            }
        }
    }
}
