package io.tailrace.report.committee;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Charts as PNG files, for what draws no vectors.
final class ChartPictures {
    /// Unit: points; of a page as wide as a screen's.
    private static final double WIDTH = 520;
    /// Those of a screen at 100 %.
    private static final double PIXELS_PER_POINT = 96.0 / 72;

    private final Palette palette = Palette.light();
    private final Typeface typeface = Typeface.regular();

    ChartPictures() throws IOException {}

    /// @param width in points, as it should be shown
    record Picture(byte[] png, double width, double height) {}

    Picture of(Chart chart) throws IOException {
        double height = new Plot(chart, canvas(1), palette, WIDTH).height() + 4;
        PictureCanvas canvas = canvas(height);
        new Plot(chart, canvas, palette, WIDTH).draw();
        return new Picture(png(FewColours.of(canvas.image())), WIDTH, height);
    }

    private PictureCanvas canvas(double height) {
        return new PictureCanvas(typeface, WIDTH, height, PIXELS_PER_POINT, palette.page());
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
