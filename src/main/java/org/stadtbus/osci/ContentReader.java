package org.stadtbus.osci;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Decrypts content for its reader and checks its author's signature; nothing of it is handed out before. */
public final class ContentReader {
    private final Party reader;
    private final Trust authors;
    private final Algorithms reading;

    /** @param authors whose signatures count */
    public ContentReader(Party reader, Trust authors, Algorithms reading) {
        this.reader = reader;
        this.authors = authors;
        this.reading = reading;
    }

    /**
     * Opens the content of a message.
     *
     * @throws OsciException when it is not for this reader, not signed by a trusted author, or not one payload with attachments
     */
    public Content read(OsciMessage message) throws OsciException {
        Envelope envelope = message.read();
        Element data = Xml.require(envelope.body(), "osci:ContentPackage", "xenc:EncryptedData");
        Element container = decrypt(data, envelope);
        Map<String, Part> files = files(container, message);
        return content(container, files, signers(container, envelope, files));
    }

    private Element decrypt(Element data, Envelope envelope) throws OsciException {
        SessionKey key =
                EncryptedElements.key(data, reader, keyInfo -> Certificates.of(keyInfo, envelope.body()), reading);
        SessionKey.Method method = EncryptedElements.method(data, reading);
        try (InputStream plain = key.decrypting(new ByteArrayInputStream(EncryptedElements.value(data)), method)) {
            byte[] container = plain.readAllBytes();
            return Xml.parse(new ByteArrayInputStream(container)).getDocumentElement();
        } catch (IOException e) {
            throw new OsciException(OsciCode.NOT_DECRYPTED, "Der Inhalt passt nicht zum Schlüssel.", e);
        }
    }

    /** Attachments as they were before they were encrypted. */
    private Map<String, Part> files(Element container, OsciMessage message) throws OsciException {
        Map<String, Part> files = new HashMap<>();
        for (Part part : message.parts()) {
            files.put(part.id(), part);
        }
        for (Element data : Xml.all(container, "xenc:EncryptedData").toList()) {
            String id = EncryptedElements.reference(data)
                    .orElseThrow(() -> new OsciException(OsciCode.ORDER, "Mehrfach verschlüsselter Inhalt."));
            SessionKey key = EncryptedElements.plainKey(data);
            SessionKey.Method method = EncryptedElements.method(data, reading);
            Part sealed = files.get(id);
            if (sealed == null) {
                throw new OsciException(OsciCode.ORDER, "Eine Anlage fehlt.");
            }
            files.put(
                    id,
                    new Part(
                            id,
                            sealed.type(),
                            () -> key.decrypting(sealed.source().open(), method)));
        }
        return files;
    }

    /** Who signed: every signature must be good, and each must cover all contents. */
    private List<X509Certificate> signers(Element container, Envelope envelope, Map<String, Part> files)
            throws OsciException {
        List<X509Certificate> signers = new ArrayList<>();
        List<Element> signatures = Xml.all(container, "ds:Signature").toList();
        if (signatures.isEmpty()) {
            throw new OsciException(OsciCode.NOT_SIGNED, "Der Inhalt trägt keine Signatur.");
        }
        for (Element signature : signatures) {
            X509Certificate author = Certificates.of(Xml.require(signature, "ds:KeyInfo"), envelope.body())
                    .orElseThrow(() -> new OsciException(OsciCode.CERTIFICATE, "Es fehlt."));
            authors.check(author);
            new SignatureCheck(reading).check(signature, author, toBeSigned(container), id -> {
                Part file = files.get(id);
                if (file == null) {
                    throw new IOException("No attachment " + id);
                }
                return file.source().open();
            });
            signers.add(author);
        }
        return signers;
    }

    private static Set<String> toBeSigned(Element container) throws OsciException {
        Set<String> uris = new HashSet<>();
        for (Element content : Xml.all(container, "osci:Content").toList()) {
            String href = content.getAttribute("href");
            Element named = href.isEmpty() ? Xml.require(content, "osci:Base64Content") : content;
            uris.add("#" + named.getAttribute("Id"));
            if (!href.isEmpty()) {
                uris.add(href);
            }
        }
        return uris;
    }

    private static Content content(Element container, Map<String, Part> files, List<X509Certificate> signers)
            throws OsciException {
        List<byte[]> payloads = new ArrayList<>();
        List<Part> attachments = new ArrayList<>();
        for (Element content : Xml.all(container, "osci:Content").toList()) {
            String href = content.getAttribute("href");
            if (href.isEmpty()) {
                payloads.add(Certificates.base64(Xml.require(content, "osci:Base64Content")));
                continue;
            }
            Part file = files.get(href.substring("cid:".length()));
            if (file == null) {
                throw new OsciException(OsciCode.ORDER, "Eine Anlage fehlt.");
            }
            attachments.add(new Part(name(file.id()), file.type(), file.source()));
        }
        if (payloads.size() != 1) {
            throw new OsciException(OsciCode.ORDER, "Der Inhalt hat " + payloads.size() + " Nachrichten statt einer.");
        }
        return new Content(payloads.get(0), attachments, List.copyOf(signers));
    }

    private static String name(String id) {
        try {
            return URLDecoder.decode(id, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return id;
        }
    }
}
