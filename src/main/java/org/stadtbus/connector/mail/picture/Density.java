package org.stadtbus.connector.mail.picture;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * How large a picture is on paper.
 *
 * @param across dots per inch from left to right; 0 when unknown
 * @param down dots per inch from top to bottom; 0 when unknown
 */
record Density(double across, double down) {
    private static final Density UNKNOWN = new Density(0, 0);
    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double POINTS_PER_INCH = 72;
    /** Less is what cameras and screens write without having measured anything. */
    private static final double LEAST = 100;
    /** Sides of a page of PDF 1.7 (ISO 32000-1 annex C), which PDF/A-2 keeps to (ISO 19005-2 section 6.1.13), in points. */
    private static final double SHORTEST = 3;

    private static final double LONGEST = 14_400;

    /** What the file says in the metadata all formats have in common; unknown when it says nothing that can be read. */
    static Density of(ImageReader reader, int page) {
        try {
            IIOMetadata metadata = reader.getImageMetadata(page);
            if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
                return UNKNOWN;
            }
            Element tree = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
            return new Density(inch(tree, "HorizontalPixelSize"), inch(tree, "VerticalPixelSize"));
        } catch (IOException | RuntimeException e) {
            // a size is a wish; a page can do without it
            return UNKNOWN;
        }
    }

    private static double inch(Element tree, String name) {
        NodeList sizes = tree.getElementsByTagName(name);
        if (sizes.getLength() == 0) {
            return 0;
        }
        double millimetres = Double.parseDouble(((Element) sizes.item(0)).getAttribute("value"));
        return millimetres > 0 ? MILLIMETRES_PER_INCH / millimetres : 0;
    }

    /** The page for so many pixels: as large as the picture says it is, else A4, upright or lying as the picture, filled as far as it goes. */
    PDRectangle page(int width, int height) {
        double wide = width / across * POINTS_PER_INCH;
        double high = height / down * POINTS_PER_INCH;
        if (across >= LEAST && down >= LEAST && isPage(wide) && isPage(high)) {
            return new PDRectangle((float) wide, (float) high);
        }
        PDRectangle a4 = PDRectangle.A4;
        return width > height ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4;
    }

    private static boolean isPage(double side) {
        return side >= SHORTEST && side <= LONGEST;
    }
}
