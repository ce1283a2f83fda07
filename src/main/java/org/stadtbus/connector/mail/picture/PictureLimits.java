package org.stadtbus.connector.mail.picture;

/**
 * How much memory and time a picture may cost.
 *
 * @param pixels most pixels of a page; each is taken to need four bytes while it is decoded, deeper ones count for more
 * @param bytes most bytes of the PDF
 */
public record PictureLimits(long pixels, long bytes) {
    private static final int BYTES_PER_PIXEL = 4;
    private static final int PAGES_OF_FULL_SIZE = 20;
    static final int MOST_PAGES = 500;

    void checkPage(long width, long height, int bytesPerPixel) throws UnfitPicture {
        if (width * height * Math.max(1, bytesPerPixel / BYTES_PER_PIXEL) > pixels) {
            throw new UnfitPicture(Conversion.Reason.TOO_LARGE);
        }
    }

    /** All pages together: time, since only one of them is in memory. */
    void checkAll(long allPixels, int pages) throws UnfitPicture {
        if (allPixels > pixels * PAGES_OF_FULL_SIZE || pages > MOST_PAGES) {
            throw new UnfitPicture(Conversion.Reason.TOO_LARGE);
        }
    }

    void checkBytes(long size) throws UnfitPicture {
        if (size > bytes) {
            throw new UnfitPicture(Conversion.Reason.TOO_LARGE);
        }
    }
}
