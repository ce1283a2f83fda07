package org.stadtbus.sandbox.bauportal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.stadtbus.sandbox.OwnCertificate;

/** The portal's account at the hub: the keys of both, new at each start. A hub has it, and an XTA port, only with these settings. */
public final class PortalAccount {
    static final String HUB = "ags:03403000";
    static final String PORTAL = "bap:03000000";
    private static final String PROCEDURE = "bauportal-vba";
    private static final String PASSWORD = "sandbox";

    private final OwnCertificate hub = new OwnCertificate();
    private final OwnCertificate portal = new OwnCertificate();
    private final Path folder;
    private final int port;

    /**
     * Makes the keys.
     *
     * @param folder where the hub's are written
     * @param port where the hub is to listen for XTA
     */
    public PortalAccount(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Settings with which a hub listens for this portal. */
    public Map<String, String> hubSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        store(settings, "keystore", hub.own(PASSWORD));
        store(settings, "truststore", portal.trusted());
        String provider = "stadtbus.xta.provider.";
        settings.put(provider + "bundle", "xta");
        settings.put(provider + "port", String.valueOf(port));
        settings.put(provider + "identifier", HUB);
        settings.put(provider + "accounts[0].procedure", PROCEDURE);
        settings.put(provider + "accounts[0].identifier", PORTAL);
        settings.put(provider + "accounts[0].certificate", portal.fingerprint());
        return settings;
    }

    private void store(Map<String, String> settings, String name, KeyStore store) {
        Path file = folder.resolve(name + ".p12");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD.toCharArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
        String prefix = "spring.ssl.bundle.jks.xta." + name + ".";
        settings.put(prefix + "location", file.toUri().toString());
        settings.put(prefix + "password", PASSWORD);
        settings.put(prefix + "type", "PKCS12");
    }

    /** Address of one of the hub's ports: {@code management}, {@code send} or {@code msgbox}. */
    URI address(String name) {
        return URI.create("https://127.0.0.1:" + port + "/xta/" + name);
    }

    /** Shows the portal's certificate and trusts the hub's. */
    SSLContext tls() {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(portal.own(PASSWORD), PASSWORD.toCharArray());
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(hub.trusted());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    private static IllegalStateException unusable(GeneralSecurityException e) {
        return new IllegalStateException("The portal's keys are not usable", e);
    }
}
