package org.stadtbus.connector.mail.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.springframework.stereotype.Component;

/** Makes PDF/A-2b (ISO 19005-2) of pictures, one at a time in the whole hub: each may need a good part of its memory. */
@Component
public class PictureConverter {

    /**
     * Makes a PDF/A-2b with a page for each picture in the file. A JPEG goes into it as it is; everything else is kept without loss, laid on
     * white where it is transparent. The same arguments give the same bytes.
     *
     * @param file JPEG, PNG, TIFF, GIF or BMP
     * @param title of the document
     * @param date of the document; none when unknown
     * @param limits what is above them is not decoded
     */
    public synchronized Conversion convert(byte[] file, String title, Optional<Instant> date, PictureLimits limits) {
        try (PictureReader reader = PictureReader.open(file, limits);
                ArchivePdf pdf = new ArchivePdf(title, date)) {
            int pages = reader.pages();
            long size = 0;
            for (int page = 0; page < pages; page++) {
                size += addPage(reader, page, file, pdf);
                limits.checkBytes(size);
            }
            byte[] bytes = pdf.bytes(id(file));
            limits.checkBytes(bytes.length);
            return new Conversion.Converted(bytes);
        } catch (UnfitPicture e) {
            return new Conversion.Unchanged(e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException("Everything is in memory", e);
        }
    }

    private static long addPage(PictureReader reader, int page, byte[] file, ArchivePdf pdf)
            throws UnfitPicture, IOException {
        PDImageXObject picture;
        int degrees = 0;
        if (reader.isJpeg()) {
            reader.check(page);
            picture = jpeg(pdf, file);
            degrees = Orientation.degrees(file);
        } else {
            picture = lossless(pdf, Opaque.of(reader.decode(page)));
        }
        pdf.add(picture, reader.density(page).page(picture.getWidth(), picture.getHeight()), degrees);
        return picture.getCOSObject().getLength();
    }

    private static PDImageXObject jpeg(ArchivePdf pdf, byte[] file) throws UnfitPicture {
        try {
            return JPEGFactory.createFromByteArray(pdf.document(), file);
        } catch (IOException | RuntimeException e) {
            throw new UnfitPicture(Conversion.Reason.DAMAGED, e);
        }
    }

    private static PDImageXObject lossless(ArchivePdf pdf, BufferedImage image) throws IOException {
        return Opaque.isBilevel(image)
                ? CCITTFactory.createFromImage(pdf.document(), image)
                : LosslessFactory.createFromImage(pdf.document(), image);
    }

    private static long id(byte[] file) {
        CRC32 sum = new CRC32();
        sum.update(file);
        return sum.getValue();
    }
}
