package org.stadtbus.connector.mail.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.connector.mail.picture.Conversion.Reason;

/** What a picture is made into, and which files stay as they are; veraPDF says what is PDF/A. */
class PictureConverterTest {
    private static final Instant SENT = Instant.parse("2026-03-02T09:30:00Z");
    private static final PictureLimits LIMITS = new PictureLimits(2_000_000, 1_000_000);

    private final PictureConverter converter = new PictureConverter();

    @ParameterizedTest
    @CsvSource({
        "jpeg, 5",
        "jpeg, 10",
        "png, 5",
        "png, 6",
        "png, 10",
        "png, 11",
        "png, 12",
        "png, 13",
        "tiff, 5",
        "tiff, 12",
        "gif, 13",
        "bmp, 5"
    })
    void everyKindOfPictureBecomesPdfA(String format, int type) throws IOException {
        byte[] pdf = converted(TestPictures.file(format, 0, TestPictures.bar(400, 300, type)));
        assertThat(TestPictures.isPdfA2b(pdf)).isTrue();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(SENT);
            assertThat(shade(document, 0, 0.75)).isEqualTo(Color.WHITE);
            assertThat(shade(document, 0, 0.25)).isNotEqualTo(Color.WHITE);
        }
    }

    @Test
    void aFileThatLostItsXmpIsFoundOut() throws IOException {
        byte[] pdf = converted(TestPictures.file("png", 0, TestPictures.bar(40, 30, BufferedImage.TYPE_INT_RGB)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getDocumentCatalog().setMetadata(null);
            ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
            document.save(spoilt);
            assertThat(TestPictures.isPdfA2b(spoilt.toByteArray())).isFalse();
        }
    }

    @Test
    void transparencyBecomesWhitePaperAndColoursStay() throws IOException {
        byte[] pdf = converted(TestPictures.file("png", 0, TestPictures.bar(400, 300, BufferedImage.TYPE_INT_ARGB)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(shade(document, 0, 0.75)).isEqualTo(Color.WHITE);
            assertThat(shade(document, 0, 0.25)).isEqualTo(Color.RED);
        }
    }

    @Test
    void eachPageOfATiffIsAPageOfItsSize() throws IOException {
        byte[] tiff = TestPictures.file(
                "tiff",
                200,
                TestPictures.bar(1654, 1000, BufferedImage.TYPE_BYTE_BINARY),
                TestPictures.bar(1000, 800, BufferedImage.TYPE_INT_RGB));
        byte[] pdf = converted(tiff);
        assertThat(TestPictures.isPdfA2b(pdf)).isTrue();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(595.44f, within(0.5f));
            assertThat(document.getPage(1).getMediaBox().getWidth()).isCloseTo(360f, within(0.5f));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 72})
    void aPictureThatWasNotMeasuredFillsA4(int dpi) throws IOException {
        byte[] pdf = converted(TestPictures.file("png", dpi, TestPictures.bar(1200, 800, BufferedImage.TYPE_INT_RGB)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getHeight());
        }
    }

    @Test
    void aPhotographIsTurnedTheWayTheCameraWasHeld() throws IOException {
        byte[] jpeg = TestPictures.file("jpeg", 0, TestPictures.bar(400, 300, BufferedImage.TYPE_INT_RGB));
        byte[] pdf = converted(turned(jpeg, 6));
        assertThat(TestPictures.isPdfA2b(pdf)).isTrue();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(0);
            assertThat(page.getRotation()).isEqualTo(90);
        }
    }

    @Test
    void theSamePictureGivesTheSameBytes() {
        byte[] png = TestPictures.file("png", 0, TestPictures.bar(400, 300, BufferedImage.TYPE_INT_ARGB));
        assertThat(converted(png)).isEqualTo(new PdfOf(converter).bytes(png));
    }

    @Test
    void aBombIsNotDecoded() {
        assertThat(reason(TestPictures.pngBomb(60_000))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(TestPictures.pngBomb(Integer.MAX_VALUE))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void manyPagesTogetherAreABombToo() {
        BufferedImage[] pages = new BufferedImage[21];
        Arrays.fill(pages, new BufferedImage(2000, 1000, BufferedImage.TYPE_BYTE_BINARY));
        assertThat(reason(TestPictures.file("tiff", 0, pages))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aTiffWhosePagesGoInCirclesIsLeftAlone() {
        byte[] tiff = TestPictures.file("tiff", 0, TestPictures.bar(40, 30, BufferedImage.TYPE_INT_RGB));
        ByteBuffer file = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = file.getInt(4);
        file.putInt(directory + 2 + 12 * file.getShort(directory), directory);
        assertThat(reason(tiff)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aNameThatXmlCannotHoldIsNoObstacle() {
        byte[] png = TestPictures.file("png", 0, TestPictures.bar(40, 30, BufferedImage.TYPE_INT_RGB));
        Conversion made = converter.convert(png, "\udc00Foto\uffff\u0001<&>.png", Optional.empty(), LIMITS);
        assertThat(made).isInstanceOfSatisfying(Conversion.Converted.class, pdf -> assertThat(
                        TestPictures.isPdfA2b(pdf.bytes()))
                .isTrue());
    }

    @Test
    void aPdfThatWouldBecomeTooLargeIsNotMade() {
        BufferedImage noise = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 900 * 900; i++) {
            noise.setRGB(i % 900, i / 900, random.nextInt());
        }
        assertThat(reason(TestPictures.file("bmp", 0, noise))).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "tiff", "gif", "bmp"})
    void aPictureThatEndsEarlyStaysAsItIs(String format) {
        byte[] whole = TestPictures.file(format, 0, TestPictures.bar(400, 300, BufferedImage.TYPE_3BYTE_BGR));
        for (int length : new int[] {whole.length / 8, whole.length / 2, whole.length - whole.length / 8}) {
            assertThat(converter.convert(Arrays.copyOf(whole, length), "x", Optional.empty(), LIMITS))
                    .as("%s after %d of %d bytes", format, length, whole.length)
                    .isInstanceOf(Conversion.Unchanged.class);
        }
    }

    @Test
    void whatIsNoPictureStaysAsItIs() {
        assertThat(reason("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(reason(new byte[0])).isEqualTo(Reason.NOT_A_PICTURE);
        assertThat(reason(new byte[100])).isEqualTo(Reason.NOT_A_PICTURE);
    }

    @Test
    void aMovingPictureStaysAsItIs() {
        BufferedImage frame = TestPictures.bar(40, 30, BufferedImage.TYPE_BYTE_INDEXED);
        assertThat(reason(TestPictures.file("gif", 0, frame, frame))).isEqualTo(Reason.MOVING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "tiff", "gif", "bmp"})
    void forgedBytesNeverEscapeAsSomethingElse(String format) {
        byte[] whole = TestPictures.file(format, 0, TestPictures.bar(200, 150, BufferedImage.TYPE_3BYTE_BGR));
        Random random = new Random(17);
        for (int i = 0; i < 100; i++) {
            byte[] forged = whole.clone();
            for (int n = 0; n < 5; n++) {
                forged[random.nextInt(Math.min(forged.length, 400))] = (byte) random.nextInt();
            }
            assertThat(converter.convert(forged, "x", Optional.empty(), LIMITS)).isNotNull();
        }
    }

    private record PdfOf(PictureConverter converter) {
        byte[] bytes(byte[] file) {
            Conversion made = converter.convert(file, "Foto Süd.png", Optional.of(SENT), LIMITS);
            assertThat(made).isInstanceOf(Conversion.Converted.class);
            return ((Conversion.Converted) made).bytes();
        }
    }

    private byte[] converted(byte[] file) {
        return new PdfOf(converter).bytes(file);
    }

    private Reason reason(byte[] file) {
        Conversion made = converter.convert(file, "x", Optional.of(SENT), LIMITS);
        assertThat(made).isInstanceOf(Conversion.Unchanged.class);
        return ((Conversion.Unchanged) made).reason();
    }

    private static Color shade(PDDocument document, int page, double down) throws IOException {
        BufferedImage seen = new PDFRenderer(document).renderImage(page);
        return new Color(seen.getRGB(seen.getWidth() / 2, (int) (seen.getHeight() * down)));
    }

    /** Puts an Exif segment with the orientation behind the start of the file. */
    private static byte[] turned(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(exif);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }
}
