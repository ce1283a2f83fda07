package org.stadtbus.sandbox.fitconnect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.fitconnect.Draft.Tampering;

/** Encrypts the parts of a draft, and makes them as wrong as the draft wants. */
final class Sealer {
    private static final String METADATA_SCHEMA =
            "https://schema.fitko.de/fit-connect/metadata/1.3.0/metadata.schema.json";
    private static final int CHANGED_BEFORE_END = 60;

    private final RSAKey recipient;
    private final Path temporary;

    Sealer(RSAKey recipient, Path temporary) {
        this.recipient = recipient;
        this.temporary = temporary;
    }

    String data(Draft draft) {
        JWEHeader.Builder header = header(draft);
        if (draft.tampering().contains(Tampering.COMPRESSED)) {
            header.compressionAlgorithm(CompressionAlgorithm.DEF);
        }
        return seal(header, draft, draft.data());
    }

    String metadata(Draft draft) {
        return seal(header(draft), draft, Json.bytes(plainMetadata(draft)));
    }

    Path file(Draft.File file, Draft draft) throws IOException {
        Path sealed = Files.createTempFile(temporary, "anlage", ".jwe");
        try (InputStream plain = file.bytes().get()) {
            new JweWriter(recipient).write(plain, sealed);
        }
        if (draft.tampering().contains(Tampering.ATTACHMENT_CIPHERTEXT)) {
            flip(sealed);
        }
        return sealed;
    }

    private static void flip(Path sealed) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(sealed.toFile(), "rw")) {
            long at = file.length() - CHANGED_BEFORE_END;
            file.seek(at);
            int was = file.read();
            file.seek(at);
            file.write(was == 'A' ? 'B' : 'A');
        }
    }

    private JWEHeader.Builder header(Draft draft) {
        return new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM).keyID(recipient.getKeyID());
    }

    private String seal(JWEHeader.Builder header, Draft draft, byte[] plain) {
        try {
            RSAKey key =
                    draft.tampering().contains(Tampering.WRONG_KEY) ? new RSAKeyGenerator(2048).generate() : recipient;
            JWEObject jwe = new JWEObject(header.build(), new Payload(plain));
            jwe.encrypt(new RSAEncrypter(key));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The recipient's key does not encrypt", e);
        }
    }

    private static ObjectNode plainMetadata(Draft draft) {
        ObjectNode metadata = Json.object().put("$schema", METADATA_SCHEMA);
        if (draft.tampering().contains(Tampering.BROKEN_METADATA)) {
            return metadata;
        }
        metadata.put("schemaVersion", "1.3.0");
        if (draft.tampering().contains(Tampering.TEST_MARK)) {
            metadata.putObject("additionalReferenceInfo").put("test", true);
        }
        metadata.putObject("publicServiceType")
                .put("name", "Leistung")
                .put("identifier", "urn:de:fim:leika:leistung:" + draft.service());
        ObjectNode content = metadata.putObject("contentStructure");
        ObjectNode data = content.putObject("data");
        data.putObject("hash")
                .put("type", "sha512")
                .put("content", hash(draft, Tampering.DATA_HASH, new ByteArrayInputStream(draft.data())));
        data.putObject("submissionSchema").put("schemaUri", draft.formSchema()).put("mimeType", "application/json");
        ArrayNode attachments = content.putArray("attachments");
        draft.files().forEach(file -> attachment(attachments.addObject(), file, draft));
        return metadata;
    }

    private static void attachment(ObjectNode node, Draft.File file, Draft draft) {
        node.put("attachmentId", file.id())
                .put("purpose", "attachment")
                .put("description", file.purpose())
                .put("filename", file.filename())
                .put("mimeType", file.contentType());
        node.putObject("hash")
                .put("type", "sha512")
                .put(
                        "content",
                        hash(draft, Tampering.ATTACHMENT_HASH, file.bytes().get()));
    }

    private static String hash(Draft draft, Tampering wrong, InputStream bytes) {
        try (InputStream in = bytes) {
            MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
            new DigestInputStream(in, sha512).transferTo(OutputStream.nullOutputStream());
            if (draft.tampering().contains(wrong)) {
                sha512.update((byte) 1);
            }
            return HexFormat.of().formatHex(sha512.digest());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-512", e);
        }
    }
}
