package org.stadtbus.osci;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadtbus.osci.Signing.Reference;
import org.w3c.dom.Element;

/** Signs content for its author and encrypts it for its reader: one ContentContainer in one EncryptedData, attachments beside it. */
final class ContentWriter {
    private final Party author;
    private final String authorId;
    private final Path spool;

    /**
     * @param authorId Id under which the author's signature certificate stands in the envelope
     * @param spool where encrypted attachments lie until the message is let go of
     */
    ContentWriter(Party author, String authorId, Path spool) {
        this.author = author;
        this.authorId = authorId;
        this.spool = spool;
    }

    /**
     * Appends the content to a ContentPackage.
     *
     * @param readerId Id under which the reader's certificate stands in the envelope
     * @return the attachments, encrypted, in files that are the caller's to delete
     */
    List<Encrypted> write(Element contentPackage, Content content, X509Certificate reader, String readerId)
            throws IOException, OsciException {
        Element container = Xml.create("osci:ContentContainer").getDocumentElement();
        Xml.named(container, "inhalt");
        Map<String, Part> files = named(content.files());
        List<Reference> references = contents(container, content.payload(), files);
        sign(container, references, files);
        List<Encrypted> encrypted = encrypt(container, files);
        SessionKey key = SessionKey.fresh();
        ByteArrayOutputStream ciphertext = new ByteArrayOutputStream();
        try (OutputStream out = key.encrypting(ciphertext)) {
            Xml.write(container, out);
        }
        Element data = EncryptedElements.data(contentPackage);
        Certificates.refer(EncryptedElements.keyFor(data, key, reader), readerId);
        EncryptedElements.value(data, ciphertext.toByteArray());
        return encrypted;
    }

    /** An encrypted attachment and where it lies. */
    record Encrypted(Part part, Path file) {}

    /** File names as references, each once. */
    private static Map<String, Part> named(List<Part> files) {
        Map<String, Part> named = new LinkedHashMap<>();
        for (Part file : files) {
            String id = URLEncoder.encode(file.id(), UTF_8);
            String unique = named.containsKey(id) ? (named.size() + 1) + "-" + id : id;
            named.put(unique, file);
        }
        return named;
    }

    private static List<Reference> contents(Element container, byte[] payload, Map<String, Part> files) {
        List<Reference> references = new ArrayList<>();
        Element data = Xml.add(Xml.add(container, "osci:Content"), "osci:Base64Content");
        Xml.named(data, "inhalt0").setTextContent(Base64.getEncoder().encodeToString(payload));
        references.add(Reference.base64("inhalt0"));
        for (String id : files.keySet()) {
            String contentId = "inhalt" + references.size();
            Xml.named(Xml.add(container, "osci:Content"), contentId).setAttribute("href", "cid:" + id);
            references.add(Reference.element(contentId));
        }
        files.keySet().forEach(id -> references.add(Reference.attachment(id)));
        return references;
    }

    /** The signature stands before what it signs. */
    private void sign(Element container, List<Reference> references, Map<String, Part> files) throws OsciException {
        Signing.sign(container, references, author, authorId, id -> {
            Part file = files.get(id);
            if (file == null) {
                throw new IOException("No attachment " + id);
            }
            return file.source().open();
        });
        container.insertBefore(container.getLastChild(), container.getFirstChild());
    }

    private List<Encrypted> encrypt(Element container, Map<String, Part> files) throws IOException {
        List<Encrypted> encrypted = new ArrayList<>();
        for (Map.Entry<String, Part> file : files.entrySet()) {
            SessionKey key = SessionKey.fresh();
            Path ciphertext = Files.createTempFile(spool, "osci", ".anlage");
            try (InputStream plain = file.getValue().source().open();
                    OutputStream out = key.encrypting(new BufferedOutputStream(Files.newOutputStream(ciphertext)))) {
                plain.transferTo(out);
            }
            Element data = EncryptedElements.data(container);
            EncryptedElements.plainKey(data, key);
            EncryptedElements.reference(data, file.getKey());
            encrypted.add(new Encrypted(
                    new Part(file.getKey(), file.getValue().type(), () -> Files.newInputStream(ciphertext)),
                    ciphertext));
        }
        return encrypted;
    }
}
