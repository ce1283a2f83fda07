package org.stadtbus.sandbox.applicant;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A one-page plan. The same title, journey and size give the same bytes, so that sending again sends the same. */
public final class PlanPdf {
    private static final int TITLE_SIZE = 24;
    private static final int TEXT_SIZE = 11;
    private static final int LEFT = 60;
    private static final int KILOBYTE = 1024;

    private PlanPdf() {}

    /**
     * Makes the plan.
     *
     * @param title printed large
     * @param line printed below, tells this plan from the same plan of another application
     * @param kilobytes least size; the page carries that much noise as an unseen stream
     */
    public static byte[] of(String title, String line, int kilobytes) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) (title + line).hashCode());
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                text.beginText();
                text.newLineAtOffset(LEFT, PDRectangle.A4.getHeight() - 2 * LEFT);
                text.setFont(new PDType1Font(FontName.HELVETICA_BOLD), TITLE_SIZE);
                text.showText(title);
                text.newLineAtOffset(0, -2 * TITLE_SIZE);
                text.setFont(new PDType1Font(FontName.HELVETICA), TEXT_SIZE);
                text.showText(line);
                text.endText();
            }
            if (kilobytes > 0) {
                page.getCOSObject().setItem(COSName.getPDFName("StadtbusNoise"), noise(document, kilobytes));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDStream noise(PDDocument document, int kilobytes) throws IOException {
        byte[] bytes = new byte[kilobytes * KILOBYTE];
        new Random(kilobytes).nextBytes(bytes);
        return new PDStream(document, new java.io.ByteArrayInputStream(bytes));
    }
}
