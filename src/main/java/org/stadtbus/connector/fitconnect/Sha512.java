package org.stadtbus.connector.fitconnect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-512 as FIT-Connect metadata carry it. */
final class Sha512 {
    private Sha512() {}

    /** True when the stream's bytes have this hash (hex, either case); reads the stream to its end. */
    static boolean matches(InputStream bytes, String expectedHex) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return MessageDigest.isEqual(digest.digest(), HexFormat.of().parseHex(expectedHex));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-512", e);
        }
    }
}
