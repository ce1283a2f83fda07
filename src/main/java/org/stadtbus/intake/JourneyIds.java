package org.stadtbus.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.stadtbus.envelope.Ids;

/**
 * Journey ids: the same reference of the same channel leads to the same id, and nobody without this installation's secret can
 * guess one, because who knows it may ask for the state (docs/decisions/0003).
 */
final class JourneyIds {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final SecretKeySpec secret;

    JourneyIds(Path secretFile) {
        this.secret = new SecretKeySpec(readOrCreate(secretFile), ALGORITHM);
    }

    String of(String channel, String externalReference) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Ids.uuid(mac.doFinal((channel + "\n" + externalReference).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] readOrCreate(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            Files.createDirectories(file.getParent());
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            Path temporary = Files.createTempFile(
                    file.getParent(),
                    "intake",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(temporary, fresh, StandardOpenOption.SYNC);
            Files.move(temporary, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("Die Schlüsseldatei der Vorgangsnummern ist nicht nutzbar", e);
        }
    }
}
