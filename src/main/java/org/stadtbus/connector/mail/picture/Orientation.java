package org.stadtbus.connector.mail.picture;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Which way up a camera was held (Exif 2.3 section 4.6.4, tag 0x0112). */
final class Orientation {
    private static final int UPSIDE_DOWN = 3;
    private static final int TOP_IS_RIGHT = 6;
    private static final int TOP_IS_LEFT = 8;

    private Orientation() {}

    /** Degrees by which a photograph is to be turned clockwise; 0 when it says nothing. Mirrored ones are not turned. */
    static int degrees(byte[] jpeg) {
        try {
            Metadata metadata =
                    JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg), List.of(new ExifReader()));
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation == null ? 0 : degrees(orientation.intValue());
        } catch (ImageProcessingException | IOException e) {
            // its decoder has read it; a page that is not turned is still whole
            return 0;
        }
    }

    private static int degrees(int orientation) {
        return switch (orientation) {
            case UPSIDE_DOWN -> 180;
            case TOP_IS_RIGHT -> 90;
            case TOP_IS_LEFT -> 270;
            default -> 0;
        };
    }
}
