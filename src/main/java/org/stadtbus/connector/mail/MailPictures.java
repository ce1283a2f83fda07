package org.stadtbus.connector.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.connector.mail.picture.Conversion;
import org.stadtbus.connector.mail.picture.PictureConverter;
import org.stadtbus.connector.mail.picture.PictureLimits;

/** Makes PDF/As of those files of a mail that are called pictures. */
record MailPictures(PictureConverter converter, PictureLimits limits) {
    private static final Logger LOG = LoggerFactory.getLogger(MailPictures.class);
    private static final Pattern CALLED_PICTURE = Pattern.compile(".*\\.(jpe?g|png|tiff?|gif|bmp)");

    /**
     * The PDF/A of a picture; none for other files, and for pictures that stay as they are.
     *
     * @param type media type the sender gave the file; many give pictures none of their own
     * @param date of the mail
     */
    Optional<byte[]> pdf(String name, String type, byte[] file, Optional<Instant> date) {
        boolean called = type.startsWith("image/")
                || CALLED_PICTURE.matcher(name.toLowerCase(Locale.ROOT)).matches();
        if (!called) {
            return Optional.empty();
        }
        Conversion made = converter.convert(file, name, date, limits);
        if (made instanceof Conversion.Converted pdf) {
            return Optional.of(pdf.bytes());
        }
        if (made instanceof Conversion.Unchanged unchanged) {
            LOG.warn(
                    "Eine Anlage einer Mail bleibt ohne PDF/A: sie {}.",
                    unchanged.reason().words());
        }
        return Optional.empty();
    }
}
