package org.stadtbus.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys and secrets of the sandbox city: made at its first start, kept in its folder. */
public final class CityKeys {
    private static final Logger LOG = LoggerFactory.getLogger(CityKeys.class);
    private static final int SECRET_BYTES = 24;
    private static final int TOKEN_BITS = 2048;
    private static final int FIT_CONNECT_BITS = 4096;

    private final Path folder;

    /** @param folder where the keys lie */
    public CityKeys(Path folder) {
        this.folder = folder;
    }

    /** Makes all keys that are not there yet, side by side: a 4096-bit key takes seconds. */
    public void make() {
        Stream.<Supplier<RSAKey>>of(this::encryptionKey, this::eventKey, this::tokenKey)
                .parallel()
                .map(Supplier::get)
                .forEach(key -> LOG.debug("Key {} is there", key.getKeyID()));
    }

    /** Key the token issuer signs with. */
    public RSAKey tokenKey() {
        return key("token", TOKEN_BITS, KeyUse.SIGNATURE, Set.of(KeyOperation.SIGN));
    }

    /** The subscriber's key submissions are encrypted for; 4096 bits as FIT-Connect demands. */
    public RSAKey encryptionKey() {
        return key("empfang-verschluesselung", FIT_CONNECT_BITS, KeyUse.ENCRYPTION, Set.of(KeyOperation.UNWRAP_KEY));
    }

    /** The key the subscriber signs events with; 4096 bits as FIT-Connect demands. */
    public RSAKey eventKey() {
        return key("empfang-signatur", FIT_CONNECT_BITS, KeyUse.SIGNATURE, Set.of(KeyOperation.SIGN));
    }

    /** Where a key's private JWK lies. */
    public Path file(String name) {
        return folder.resolve(name + ".jwk.json");
    }

    /** A secret text under this name, made when it does not exist. */
    public String secret(String name) {
        Path file = folder.resolve(name + ".secret");
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(fresh);
                Disk.write(file, HexFormat.of().formatHex(fresh).getBytes(StandardCharsets.US_ASCII));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RSAKey key(String name, int bits, KeyUse use, Set<KeyOperation> operations) {
        Path file = file(name);
        try {
            if (!Files.exists(file)) {
                RSAKey fresh = new RSAKeyGenerator(bits)
                        .keyUse(use)
                        .keyOperations(operations)
                        .keyIDFromThumbprint(true)
                        .generate();
                Disk.write(file, fresh.toJSONString().getBytes(StandardCharsets.UTF_8));
            }
            return JWK.parse(Files.readString(file)).toRSAKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The key " + file.getFileName() + " is not usable", e);
        }
    }
}
