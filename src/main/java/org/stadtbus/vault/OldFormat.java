package org.stadtbus.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Reads what releases before 0.2 stored: every object under the one key of {@code vault.json}. Nothing is written so any more. */
final class OldFormat {
    private static final byte[] ASSOCIATED = "stadtbus-vault-1".getBytes(StandardCharsets.US_ASCII);

    private final StreamingAead cipher;

    private OldFormat(StreamingAead cipher) {
        this.cipher = cipher;
    }

    /** The reader with the key in this file; empty when there is no such file. */
    static Optional<OldFormat> with(Path keyFile) throws IOException {
        if (!Files.exists(keyFile)) {
            return Optional.empty();
        }
        try {
            StreamingAeadConfig.register();
            return Optional.of(new OldFormat(
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keyFile), InsecureSecretKeyAccess.get())
                            .getPrimitive(RegistryConfiguration.get(), StreamingAead.class)));
        } catch (GeneralSecurityException e) {
            throw new IOException("Die Schlüsseldatei " + keyFile + " ist kein lesbarer Tresorschlüssel.", e);
        }
    }

    InputStream decrypting(InputStream in) throws IOException, GeneralSecurityException {
        return cipher.newDecryptingStream(in, ASSOCIATED);
    }
}
