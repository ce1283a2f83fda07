package org.stadtbus.osci;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.io.CipherInputStream;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.paddings.ISO10126d2Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** The symmetric key of one encrypted part; both ways stream. */
final class SessionKey {
    /** Bytes of the initialisation vector of what is written. */
    static final int IV_LENGTH = 12;

    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;

    private final byte[] key;

    SessionKey(byte[] key) {
        this.key = key.clone();
    }

    static SessionKey fresh() {
        return new SessionKey(random(KEY_BYTES));
    }

    byte[] bytes() {
        return key.clone();
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /**
     * How something is encrypted.
     *
     * @param ivLength bytes of the initialisation vector before the ciphertext
     */
    record Method(String algorithm, int ivLength) {
        boolean gcm() {
            return algorithm.endsWith("gcm");
        }
    }

    /** Writes the initialisation vector, then what is written to the stream as AES-256-GCM; whoever closes it closes {@code out}. */
    OutputStream encrypting(OutputStream out) throws IOException {
        byte[] iv = random(IV_LENGTH);
        out.write(iv);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
            return new CipherOutputStream(out, cipher);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /**
     * Reads what {@code in} holds encrypted. BouncyCastle, because the JDK's cipher keeps everything in memory until the tag is checked; so
     * nothing read may be used before the end was reached.
     *
     * @throws IOException also from the stream, when key or tag do not fit
     */
    InputStream decrypting(InputStream in, Method method) throws IOException {
        byte[] iv = in.readNBytes(method.ivLength());
        if (iv.length < method.ivLength()) {
            throw new IOException("The ciphertext ends within its initialisation vector");
        }
        try {
            if (method.gcm()) {
                GCMModeCipher gcm = GCMBlockCipher.newInstance(AESEngine.newInstance());
                gcm.init(false, new AEADParameters(new KeyParameter(key), TAG_BITS, iv));
                return new CipherInputStream(in, gcm);
            }
            PaddedBufferedBlockCipher cbc = new PaddedBufferedBlockCipher(
                    CBCBlockCipher.newInstance(AESEngine.newInstance()), new ISO10126d2Padding());
            cbc.init(false, new ParametersWithIV(new KeyParameter(key), iv));
            return new CipherInputStream(in, cbc);
        } catch (IllegalArgumentException e) {
            throw new IOException("The key does not fit the algorithm", e);
        }
    }
}
