package org.stadtbus.connector.fitconnect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.text.ParseException;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * A JWE of any size in a file, opened as a stream in constant memory.
 *
 * @param key content encryption key
 * @param aad additional authenticated data: the header as serialised
 * @param contentStart position of the ciphertext's first character
 * @param contentEnd position behind its last character
 * @param tag authentication tag as serialised
 */
record SealedFile(
        Path file, Part part, byte[] key, byte[] iv, byte[] aad, long contentStart, long contentEnd, String tag) {
    private static final int SEGMENTS_BEFORE_CONTENT = 3;

    /**
     * Reads what stands before and behind the ciphertext and unwraps the key.
     *
     * @throws Refused when it is no JWE for our keys
     */
    static SealedFile read(Path file, List<RSAKey> ours, Part part) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            String start = ascii(in, 0, (int) Math.min(in.length(), CompactJwe.LONGEST_START));
            String[] segments = start.split("\\.", SEGMENTS_BEFORE_CONTENT + 1);
            long tagDot = in.length() - CompactJwe.TAG_CHARS - 1;
            if (segments.length <= SEGMENTS_BEFORE_CONTENT || tagDot < contentStart(segments)) {
                throw new IllegalArgumentException("not a compact JWE");
            }
            String end = ascii(in, tagDot, CompactJwe.TAG_CHARS + 1);
            JWEHeader header = JWEHeader.parse(new Base64URL(segments[0]));
            byte[] iv = new Base64URL(segments[2]).decode();
            if (iv.length != CompactJwe.IV_BYTES || end.charAt(0) != '.') {
                throw new IllegalArgumentException("not a compact JWE of AES-GCM");
            }
            return new SealedFile(
                    file,
                    part,
                    unwrapped(new Base64URL(segments[1]).decode(), CompactJwe.key(header, ours, part)),
                    iv,
                    segments[0].getBytes(StandardCharsets.US_ASCII),
                    contentStart(segments),
                    tagDot,
                    end.substring(1));
        } catch (ParseException | JOSEException | GeneralSecurityException | IllegalArgumentException e) {
            throw CompactJwe.unopened(part, e);
        }
    }

    private static long contentStart(String[] segments) {
        return segments[0].length() + segments[1].length() + (long) segments[2].length() + SEGMENTS_BEFORE_CONTENT;
    }

    private static String ascii(RandomAccessFile in, long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.seek(from);
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] unwrapped(byte[] wrapped, RSAKey recipient) throws GeneralSecurityException, JOSEException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(
                Cipher.DECRYPT_MODE,
                recipient.toRSAPrivateKey(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        byte[] key = rsa.doFinal(wrapped);
        if (key.length != CompactJwe.KEY_BYTES) {
            throw new IllegalArgumentException("not a key of 256 bits");
        }
        return key;
    }

    /**
     * The plain bytes. The stream ends only after the authentication tag was found right; until then what it gave is not to be
     * trusted. Reading throws {@link Refused} when the ciphertext is not what was sealed.
     */
    InputStream plain() throws IOException {
        return new GcmInput(this, new CiphertextInput(file, contentStart, contentEnd));
    }
}
