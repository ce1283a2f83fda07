package org.stadtbus.osci;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The envelope around an order or answer, encrypted for the intermediary or for the client (soapMessageEncrypted.xsd). */
public final class Seal {
    private static final String CIPHERTEXT = "osci_enc";

    private final Path spool;
    private final Algorithms reading;

    /** @param spool folder where a message lies while it is written or read */
    public Seal(Path spool, Algorithms reading) {
        this.spool = spool;
        this.reading = reading;
    }

    /**
     * Writes a message encrypted for its recipient.
     *
     * @return a new file in the spool, the caller's to delete
     */
    public Path close(OsciMessage message, X509Certificate recipient) throws IOException, OsciException {
        SessionKey key = SessionKey.fresh();
        Document envelope = Xml.create("soap:Envelope");
        Element data = EncryptedElements.data(Xml.add(envelope.getDocumentElement(), "soap:Body"));
        data.setAttribute("MimeType", "Multipart/Related");
        Certificates.inline(EncryptedElements.keyFor(data, key, recipient), recipient);
        Element reference = EncryptedElements.reference(data, CIPHERTEXT);
        Xml.add(Xml.add(reference, "xenc:Transforms"), "ds:Transform").setAttribute("Algorithm", Algorithms.BASE64);
        Path inner = Files.createTempFile(spool, "osci", ".chiffrat");
        try {
            try (OutputStream out = key.encrypting(new BufferedOutputStream(Files.newOutputStream(inner)))) {
                MimeFile.write(message, out);
            }
            Part ciphertext = new Part(CIPHERTEXT, "application/octet-stream", () -> Files.newInputStream(inner));
            return write(new OsciMessage(envelope, List.of(ciphertext)));
        } finally {
            Files.deleteIfExists(inner);
        }
    }

    /** Writes a message as it is, e.g. a fault. */
    public Path write(OsciMessage message) throws IOException {
        Path file = Files.createTempFile(spool, "osci", ".xml");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            MimeFile.write(message, out);
        }
        return file;
    }

    /**
     * Reads a message that is encrypted for this party; the whole of it is checked by its authentication tag before it is looked at.
     *
     * @throws OsciException what the peer says, when it is a fault; 9100, 9200 or 9202 when it cannot be opened
     */
    public OsciMessage open(Path file, Party own) throws IOException, OsciException {
        Path plain = Files.createTempFile(spool, "osci", ".auftrag");
        try (OsciMessage outer = MimeFile.read(file)) {
            decrypt(outer, own, plain);
            OsciMessage inner = MimeFile.read(plain);
            return new OsciMessage(inner.envelope(), inner.parts(), () -> {
                inner.close();
                Files.deleteIfExists(plain);
            });
        } catch (IOException | OsciException e) {
            Files.deleteIfExists(plain);
            throw e;
        }
    }

    private void decrypt(OsciMessage outer, Party own, Path plain) throws IOException, OsciException {
        Element body = Xml.find(outer.envelope().getDocumentElement(), "soap:Body")
                .orElseThrow(() -> new OsciException(OsciCode.STRUCTURE, ""));
        Faults.check(body);
        Element data =
                Xml.find(body, "xenc:EncryptedData").orElseThrow(() -> new OsciException(OsciCode.NOT_ENCRYPTED, ""));
        SessionKey key = EncryptedElements.key(data, own, keyInfo -> Certificates.of(keyInfo, body), reading);
        SessionKey.Method method = EncryptedElements.method(data, reading);
        String id = EncryptedElements.reference(data).orElse("");
        try (InputStream ciphertext = key.decrypting(outer.attachment(id), method);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(plain))) {
            ciphertext.transferTo(out);
        } catch (IOException e) {
            throw new OsciException(OsciCode.NOT_DECRYPTED, "", e);
        }
    }
}
