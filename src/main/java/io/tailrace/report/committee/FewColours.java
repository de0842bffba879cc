package io.tailrace.report.committee;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;

/// A picture with at most 256 colours, which takes a third of the room.
///
/// Why so plain: a chart has a dozen colours, and the shades of their edges may be rounded.
final class FewColours {
    private static final int MOST = 256;

    private FewColours() {}

    /// Rounds shades as coarsely as it must.
    static BufferedImage of(BufferedImage image) {
        for (int step = 1;; step *= 2) {
            Map<Integer, Integer> colours = colours(image, step);
            if (colours.size() <= MOST) {
                return indexed(image, colours, step);
            }
        }
    }

    private static Map<Integer, Integer> colours(BufferedImage image, int step) {
        var colours = new LinkedHashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.putIfAbsent(rounded(image.getRGB(x, y), step), colours.size());
            }
        }
        return colours;
    }

    private static BufferedImage indexed(BufferedImage image, Map<Integer, Integer> colours, int step) {
        int[] palette = colours.keySet().stream().mapToInt(Integer::intValue).toArray();
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var indexed = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                indexed.getRaster().setSample(x, y, 0, colours.get(rounded(image.getRGB(x, y), step)));
            }
        }
        return indexed;
    }

    /// White stays white.
    private static int rounded(int rgb, int step) {
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = rgb >> shift & 0xff;
            result |= Math.min(255, (channel + step / 2) / step * step) << shift;
        }
        return result;
    }
}
