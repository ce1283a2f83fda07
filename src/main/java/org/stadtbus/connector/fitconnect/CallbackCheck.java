package org.stadtbus.connector.fitconnect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the zustelldienst's callback from anybody else's: HMAC-SHA-512 over {@code <timestamp>.<body>}, not older than five minutes. */
final class CallbackCheck {
    private static final String ALGORITHM = "HmacSHA512";
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{128}");

    private final SecretKeySpec secret;
    private final Clock clock;

    CallbackCheck(String secret, Clock clock) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /**
     * True when who sent this knows the secret and sent it now.
     *
     * @param timestamp seconds since 1970
     * @param authentication hex
     */
    boolean genuine(String timestamp, String authentication, byte[] body) {
        return SECONDS.matcher(timestamp).matches()
                && HEX.matcher(authentication).matches()
                && MessageDigest.isEqual(hmac(timestamp, body), HexFormat.of().parseHex(authentication))
                && fresh(Instant.ofEpochSecond(Long.parseLong(timestamp)));
    }

    private boolean fresh(Instant sent) {
        return Duration.between(sent, Instant.now(clock)).abs().compareTo(OLDEST) <= 0;
    }

    private byte[] hmac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
