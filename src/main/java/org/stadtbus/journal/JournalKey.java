package org.stadtbus.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/**
 * The hub's signature under its journal: Ed25519 (RFC 8032), a PEM file of both halves that all nodes of one hub share. Whoever
 * has it can forge a journal, so it lies outside the database.
 */
final class JournalKey {
    /** The public half, written beside the key for everybody who verifies. */
    static final String PUBLIC_FILE = "journal-public.pem";

    static final String ALGORITHM = "Ed25519";
    static final String PUBLIC_LABEL = "PUBLIC KEY";

    private static final Logger LOG = LoggerFactory.getLogger(JournalKey.class);
    private static final String FILE = "journal.pem";
    private static final String PRIVATE_LABEL = "PRIVATE KEY";

    private final PrivateKey privateKey;
    private final String keyId;

    private JournalKey(PrivateKey privateKey, String keyId) {
        this.privateKey = privateKey;
        this.keyId = keyId;
    }

    /**
     * The key in this folder; made when there is none.
     *
     * @throws HubException permanent ({@code journal-key}) when the file cannot be read or written
     */
    static JournalKey in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(folder, file);
            }
            byte[] publicKey = Pem.read(file, PUBLIC_LABEL).get(0);
            Path exported = folder.resolve(PUBLIC_FILE);
            if (!Files.exists(exported)) {
                Files.writeString(exported, Pem.text(PUBLIC_LABEL, publicKey));
            }
            byte[] secret = Pem.read(file, PRIVATE_LABEL).get(0);
            return new JournalKey(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret)),
                    JournalKeys.id(publicKey));
        } catch (IOException | GeneralSecurityException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "journal-key",
                    "Der Schlüssel des Journals ist nicht nutzbar: " + file
                            + ". Bitte die Datei aus der Sicherung zurückholen.",
                    e);
        }
    }

    private static void create(Path folder, Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Files.createDirectories(folder);
        // readable by the hub's user alone
        Path temporary = Files.createTempFile(folder, "journal", ".tmp");
        try {
            Files.writeString(
                    temporary,
                    Pem.text(PRIVATE_LABEL, pair.getPrivate().getEncoded())
                            + Pem.text(PUBLIC_LABEL, pair.getPublic().getEncoded()));
            Files.createLink(file, temporary);
            LOG.info("Neuer Schlüssel des Journals angelegt: {}. Er gehört in die Sicherung.", file);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another node was first to make the key", e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    String keyId() {
        return keyId;
    }

    /** Base64 of the signature under these bytes. */
    String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that was read can sign", e);
        }
    }
}
