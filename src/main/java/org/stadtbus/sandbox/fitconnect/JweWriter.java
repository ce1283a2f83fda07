package org.stadtbus.sandbox.fitconnect;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Encrypts a stream into a compact JWE (RFC 7516 section 7.1), RSA-OAEP-256 and A256GCM, in constant memory. */
final class JweWriter {
    private static final int TAG_BYTES = 16;
    private static final int IV_BYTES = 12;
    private static final int BUFFER = 48 * 1024;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final RSAKey recipient;

    JweWriter(RSAKey recipient) {
        this.recipient = recipient;
    }

    /** Writes the JWE of the stream's bytes into the file. */
    void write(InputStream plain, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            SecretKey key = contentKey();
            byte[] iv = new byte[IV_BYTES];
            new SecureRandom().nextBytes(iv);
            String header = BASE64.encodeToString(
                    ("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"kid\":\"" + recipient.getKeyID() + "\"}")
                            .getBytes(StandardCharsets.US_ASCII));
            String start = header + "." + BASE64.encodeToString(wrapped(key)) + "." + BASE64.encodeToString(iv) + ".";
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, iv));
            cipher.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
            byte[] tag = content(plain, cipher, out);
            out.write(("." + BASE64.encodeToString(tag)).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException("Every Java platform has these algorithms", e);
        }
    }

    private static byte[] content(InputStream plain, Cipher cipher, OutputStream out)
            throws IOException, GeneralSecurityException {
        try (OutputStream encoded = BASE64.wrap(new KeptOpen(out))) {
            byte[] buffer = new byte[BUFFER];
            for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
                byte[] part = cipher.update(buffer, 0, read);
                if (part != null) {
                    encoded.write(part);
                }
            }
            byte[] rest = cipher.doFinal();
            encoded.write(rest, 0, rest.length - TAG_BYTES);
            return Arrays.copyOfRange(rest, rest.length - TAG_BYTES, rest.length);
        }
    }

    private static SecretKey contentKey() throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(256);
        return generator.generateKey();
    }

    private byte[] wrapped(SecretKey key) throws GeneralSecurityException, com.nimbusds.jose.JOSEException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(
                Cipher.ENCRYPT_MODE,
                recipient.toRSAPublicKey(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return rsa.doFinal(key.getEncoded());
    }

    /** Closing ends the encoding, not the file. */
    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
