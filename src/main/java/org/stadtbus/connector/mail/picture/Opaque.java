package org.stadtbus.connector.mail.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Lays a picture on white paper: bilevel and grey ones stay so, all others become sRGB of 8 bits a channel. */
final class Opaque {
    private static final int WHITE = 255;
    /** Rows drawn at once: Java2D copies what it draws. */
    private static final int BAND = 64;

    private Opaque() {}

    static BufferedImage of(BufferedImage image) {
        if (isBilevel(image) || image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return image;
        }
        return image.getColorModel().getNumColorComponents() == 1 ? grey(image) : coloured(image);
    }

    /** Whether it is black and white, as a fax. */
    static boolean isBilevel(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_BYTE_BINARY
                && image.getColorModel().getPixelSize() == 1
                && isBlackOrWhite(image.getColorModel().getRGB(0))
                && isBlackOrWhite(image.getColorModel().getRGB(1));
    }

    private static boolean isBlackOrWhite(int colour) {
        return colour == Color.BLACK.getRGB() || colour == Color.WHITE.getRGB();
    }

    private static BufferedImage coloured(BufferedImage image) {
        BufferedImage paper = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = paper.createGraphics();
        try {
            for (int y = 0; y < image.getHeight(); y += BAND) {
                int height = Math.min(BAND, image.getHeight() - y);
                pen.drawImage(image.getSubimage(0, y, image.getWidth(), height), 0, y, Color.WHITE, null);
            }
        } finally {
            pen.dispose();
        }
        return paper;
    }

    /** By the samples: Java2D takes grey for linear light and would brighten it. */
    private static BufferedImage grey(BufferedImage image) {
        BufferedImage paper = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Raster from = image.getRaster();
        WritableRaster to = paper.getRaster();
        int[] greatest = greatest(from);
        boolean alpha = image.getColorModel().hasAlpha();
        int[] samples = new int[from.getNumBands()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                from.getPixel(x + from.getMinX(), y + from.getMinY(), samples);
                double shade = (double) samples[0] / greatest[0];
                double cover = alpha ? (double) samples[1] / greatest[1] : 1;
                to.setSample(x, y, 0, (int) Math.round(WHITE * (shade * cover + 1 - cover)));
            }
        }
        return paper;
    }

    private static int[] greatest(Raster raster) {
        int[] greatest = new int[raster.getNumBands()];
        for (int band = 0; band < greatest.length; band++) {
            greatest[band] = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
        }
        return greatest;
    }
}
