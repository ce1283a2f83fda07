package org.stadtbus.connector.mail.picture;

import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture file of which nothing is decoded before its size is known to be within the limits. What kind it is its first bytes say, never
 * its name.
 */
final class PictureReader implements AutoCloseable {
    private static final Set<String> KINDS = Set.of("jpeg", "png", "tif", "tiff", "gif", "bmp");
    private static final int CHECKED_ONE_IN = 8;

    private final ImageInputStream input;
    private final ImageReader reader;
    private final PictureLimits limits;
    private final String kind;
    private boolean doubted;

    private PictureReader(ImageInputStream input, ImageReader reader, PictureLimits limits, String kind) {
        this.input = input;
        this.reader = reader;
        this.limits = limits;
        this.kind = kind;
        reader.setInput(input);
        reader.addIIOReadWarningListener((source, warning) -> doubted = true);
    }

    static PictureReader open(byte[] bytes, PictureLimits limits) throws UnfitPicture {
        ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            var known = Arrays.stream(reader.getOriginatingProvider().getFormatNames())
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .filter(KINDS::contains)
                    .findFirst();
            if (known.isPresent()) {
                return new PictureReader(input, reader, limits, known.get());
            }
            reader.dispose();
        }
        throw new UnfitPicture(Conversion.Reason.NOT_A_PICTURE);
    }

    boolean isJpeg() {
        return kind.equals("jpeg");
    }

    /** How many pages there are, all of them within the limits. */
    int pages() throws UnfitPicture {
        if (isJpeg()) {
            exists(0);
            checked(0);
            // cameras put previews behind the picture
            return 1;
        }
        long pixels = 0;
        int pages = 0;
        while (exists(pages)) {
            pixels += checked(pages);
            pages++;
            limits.checkAll(pixels, pages);
        }
        if (kind.equals("gif") && pages > 1) {
            throw new UnfitPicture(Conversion.Reason.MOVING);
        }
        return pages;
    }

    private boolean exists(int page) throws UnfitPicture {
        try {
            reader.getWidth(page);
            return true;
        } catch (IndexOutOfBoundsException e) {
            if (page == 0) {
                throw new UnfitPicture(Conversion.Reason.DAMAGED, e);
            }
            return false;
        } catch (IOException | RuntimeException e) {
            throw new UnfitPicture(Conversion.Reason.DAMAGED, e);
        }
    }

    private long checked(int page) throws UnfitPicture {
        try {
            long width = reader.getWidth(page);
            long height = reader.getHeight(page);
            limits.checkPage(width, height, 1);
            Iterator<ImageTypeSpecifier> types = reader.getImageTypes(page);
            if (types == null || !types.hasNext()) {
                throw new UnfitPicture(Conversion.Reason.NOT_A_PICTURE);
            }
            limits.checkPage(width, height, bytesPerPixel(types.next().getSampleModel()));
            return width * height;
        } catch (IOException | RuntimeException e) {
            throw new UnfitPicture(Conversion.Reason.DAMAGED, e);
        }
    }

    private static int bytesPerPixel(SampleModel model) {
        return Arrays.stream(model.getSampleSize()).sum() / Byte.SIZE;
    }

    Density density(int page) {
        return Density.of(reader, page);
    }

    BufferedImage decode(int page) throws UnfitPicture {
        return read(page, reader.getDefaultReadParam());
    }

    /** Reads a page to its end without keeping it. */
    void check(int page) throws UnfitPicture {
        ImageReadParam sparse = reader.getDefaultReadParam();
        sparse.setSourceSubsampling(CHECKED_ONE_IN, CHECKED_ONE_IN, 0, 0);
        read(page, sparse);
    }

    private BufferedImage read(int page, ImageReadParam param) throws UnfitPicture {
        try {
            BufferedImage image = reader.read(page, param);
            if (doubted) {
                throw new UnfitPicture(Conversion.Reason.DAMAGED);
            }
            return image;
        } catch (IOException | RuntimeException e) {
            throw new UnfitPicture(Conversion.Reason.DAMAGED, e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
