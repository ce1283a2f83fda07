package org.stadtbus.vault;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The key of one copy: AES-256-GCM in segments of 64 KiB (Tink's AES-GCM-HKDF), so that nothing is decrypted unchecked. */
final class DataKey {
    private static final int BYTES = 32;
    /** Small enough that a small payload costs little memory, large enough to stream files at disk speed. */
    private static final int SEGMENT_BYTES = 64 * 1024;

    private static final byte[] ASSOCIATED = "stadtbus-vault-2".getBytes(StandardCharsets.US_ASCII);

    private final byte[] key;

    DataKey(byte[] key) {
        this.key = key;
    }

    static DataKey fresh() {
        return new DataKey(Random.randBytes(BYTES));
    }

    byte[] bytes() {
        return key;
    }

    OutputStream encrypting(OutputStream out) throws IOException, GeneralSecurityException {
        return cipher().newEncryptingStream(out, ASSOCIATED);
    }

    InputStream decrypting(InputStream in) throws IOException, GeneralSecurityException {
        return cipher().newDecryptingStream(in, ASSOCIATED);
    }

    private StreamingAead cipher() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", BYTES, SEGMENT_BYTES, 0);
    }
}
