package org.stadtbus.sandbox.meldenetz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.stadtbus.osci.Party;
import org.stadtbus.osci.Trust;
import org.stadtbus.sandbox.osci.Authority;

/** The keys of everybody at the intermediary, on disk: who starts again opens what was encrypted for him before. */
final class PostKeys {
    static final String PASSWORD = "sandbox";
    private static final String AUTHORITY = "ca";
    private static final Duration VALID = Duration.ofDays(3650);
    private static final int KEY_BITS = 3072;

    private final Path folder;
    private final Party city;
    private final Party town;
    private final Party intermediary;
    private final KeyStore trusted;

    /** Reads the keys, or makes them, which takes seconds. */
    PostKeys(Path folder) {
        this.folder = folder;
        try {
            if (!Files.exists(file("vertraut"))) {
                make();
            }
            this.city = party("stadt");
            this.town = party("gemeinde");
            this.intermediary = party("intermediaer");
            this.trusted = open("vertraut");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys in " + folder + " are not usable", e);
        }
    }

    /** The trusted certificates last: with them all keys are there. */
    private void make() throws IOException {
        Files.createDirectories(folder);
        Authority authority = new Authority("Sandbox-CA");
        Instant end = Instant.now().plus(VALID);
        write("stadt", Authority.keys(authority.party("Meldebehoerde Stadt", end, KEY_BITS), PASSWORD));
        write("gemeinde", Authority.keys(authority.party("Meldebehoerde Gemeinde", end, KEY_BITS), PASSWORD));
        Party post = authority.party("Intermediaer", end, KEY_BITS);
        write("intermediaer", Authority.keys(post, PASSWORD));
        write(
                "vertraut",
                Authority.trusted(Map.of(
                        AUTHORITY,
                        authority.certificate(),
                        "intermediaer-chiffrat",
                        post.cipher(),
                        "intermediaer-signatur",
                        post.signature())));
    }

    private void write(String name, KeyStore store) throws IOException {
        Authority.write(store, file(name), PASSWORD);
    }

    private KeyStore open(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private Party party(String name) throws IOException, GeneralSecurityException {
        KeyStore store = open(name);
        char[] secret = PASSWORD.toCharArray();
        return new Party(
                (PrivateKey) store.getKey(Authority.SIGNATURE, secret),
                (X509Certificate) store.getCertificate(Authority.SIGNATURE),
                (PrivateKey) store.getKey(Authority.CIPHER, secret),
                (X509Certificate) store.getCertificate(Authority.CIPHER));
    }

    /** A key store as PKCS#12: {@code stadt}, {@code gemeinde}, {@code intermediaer}, or {@code vertraut} with certificates. */
    Path file(String name) {
        return folder.resolve(name + ".p12");
    }

    Party city() {
        return city;
    }

    Party town() {
        return town;
    }

    Party intermediary() {
        return intermediary;
    }

    /** Whose signatures count. */
    Trust trust() {
        try {
            return new Trust(trusted);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A store that was read can be asked", e);
        }
    }
}
