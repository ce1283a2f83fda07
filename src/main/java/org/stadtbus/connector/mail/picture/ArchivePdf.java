package org.stadtbus.connector.mail.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Optional;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** A PDF/A-2b being made of pictures; colours are sRGB. The same pictures, name and date give the same bytes. */
final class ArchivePdf implements AutoCloseable {
    private static final String PRODUCER = "Stadtbus";
    /** What XML 1.0 has no place for (section 2.2), half a surrogate pair for instance. */
    private static final String NO_XML = "[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private static final String SRGB = "sRGB IEC61966-2.1";

    private final PDDocument document = new PDDocument();
    private final String title;
    private final Optional<Calendar> date;

    /** @param date when the pictures were sent; none when unknown */
    ArchivePdf(String title, Optional<Instant> date) {
        this.title = title.replaceAll(NO_XML, "");
        this.date = date.map(sent -> GregorianCalendar.from(sent.atZone(ZoneOffset.UTC)));
    }

    /** For the factories of pictures. */
    PDDocument document() {
        return document;
    }

    /** Adds a page that the picture fills as far as it goes, in its middle. */
    void add(PDImageXObject picture, PDRectangle size, int degrees) throws IOException {
        PDPage page = new PDPage(size);
        page.setRotation(degrees);
        document.addPage(page);
        float scale = Math.min(size.getWidth() / picture.getWidth(), size.getHeight() / picture.getHeight());
        float width = picture.getWidth() * scale;
        float height = picture.getHeight() * scale;
        picture.setInterpolate(false);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(picture, (size.getWidth() - width) / 2, (size.getHeight() - height) / 2, width, height);
        }
    }

    byte[] bytes(long id) throws IOException {
        document.setDocumentId(id);
        document.getDocumentInformation().setProducer(PRODUCER);
        document.getDocumentInformation().setTitle(title);
        date.ifPresent(document.getDocumentInformation()::setCreationDate);
        date.ifPresent(document.getDocumentInformation()::setModificationDate);
        PDMetadata metadata = new PDMetadata(document, new ByteArrayInputStream(xmp()));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().addOutputIntent(outputIntent());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private PDOutputIntent outputIntent() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        return intent;
    }

    private byte[] xmp() throws IOException {
        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        var identification = xmp.createAndAddPDFAIdentificationSchema();
        identification.setPart(2);
        xmp.createAndAddDublinCoreSchema().setTitle(title);
        xmp.createAndAddAdobePDFSchema().setProducer(PRODUCER);
        var basic = xmp.createAndAddXMPBasicSchema();
        date.ifPresent(basic::setCreateDate);
        date.ifPresent(basic::setModifyDate);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            identification.setConformance("B");
            new XmpSerializer().serialize(xmp, bytes, true);
        } catch (BadFieldValueException | TransformerException e) {
            throw new IllegalStateException("XMP of a picture", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
