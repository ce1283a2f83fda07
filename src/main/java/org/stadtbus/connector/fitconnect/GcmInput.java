package org.stadtbus.connector.fitconnect;

import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Decrypts AES-GCM as a stream. BouncyCastle, because the JDK's cipher keeps everything in memory until the tag is checked. */
final class GcmInput extends InputStream {
    private static final int BITS_PER_BYTE = 8;
    private static final int ROOM = CiphertextInput.BLOCK_CHARS + 2 * CompactJwe.TAG_BYTES;

    private final SealedFile sealed;
    private final CiphertextInput ciphertext;
    private final GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    private final byte[] plain = new byte[ROOM];
    private int position;
    private int end;
    private boolean verified;

    GcmInput(SealedFile sealed, CiphertextInput ciphertext) {
        this.sealed = sealed;
        this.ciphertext = ciphertext;
        cipher.init(
                false,
                new AEADParameters(
                        new KeyParameter(sealed.key()),
                        CompactJwe.TAG_BYTES * BITS_PER_BYTE,
                        sealed.iv(),
                        sealed.aad()));
    }

    @Override
    public int read() throws IOException {
        return available(1) ? plain[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!available(1)) {
            return -1;
        }
        int n = Math.min(length, end - position);
        System.arraycopy(plain, position, buffer, offset, n);
        position += n;
        return n;
    }

    private boolean available(int wanted) throws IOException {
        while (end - position < wanted && !verified) {
            position = 0;
            end = decrypt();
        }
        return end - position >= wanted;
    }

    private int decrypt() throws IOException {
        try {
            byte[] block = ciphertext.next();
            if (block.length > 0) {
                return cipher.processBytes(block, 0, block.length, plain, 0);
            }
            byte[] tag = new Base64URL(sealed.tag()).decode();
            int n = cipher.processBytes(tag, 0, tag.length, plain, 0);
            n += cipher.doFinal(plain, n);
            verified = true;
            return n;
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            throw CompactJwe.unopened(sealed.part(), e);
        }
    }

    @Override
    public void close() throws IOException {
        ciphertext.close();
    }
}
