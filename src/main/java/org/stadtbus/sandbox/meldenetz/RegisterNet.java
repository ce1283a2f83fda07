package org.stadtbus.sandbox.meldenetz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stadtbus.osci.Party;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.bauamt.SftpDrop;
import org.stadtbus.sandbox.osci.OsciPost;

/** Registers that write to each other: intermediary, another town, the city's own register, and the directory that says who is who. */
public final class RegisterNet implements AutoCloseable {
    /** URI of the service under which registers are in the directory: made up, the DVDV has its own. */
    static final String SERVICE = "urn:stadtbus:annahme:xmeld:rueckmeldung";

    private static final String USER = "stadtbus";
    private static final String BUNDLE = "poststelle";
    private static final ObjectMapper YAML = new YAMLMapper();

    private final PostKeys keys;
    private final OsciPost post;
    private final SftpDrop sftp;
    private final PopulationRegister register;
    private final NeighbourTown town;
    private final Path directory;

    /**
     * Starts all of them on free ports of 127.0.0.1.
     *
     * @param folder where they keep everything; started again from it they go on where they were
     * @param roles the city's directory of authorities, to which the town is added
     */
    public RegisterNet(Path folder, Path roles) {
        try {
            this.keys = new PostKeys(folder.resolve("schluessel"));
            this.post = new OsciPost(
                    Files.createDirectories(folder.resolve("intermediaer")), keys.intermediary(), keys.trust());
            this.sftp = new SftpDrop(0, folder.resolve("sftp"), USER, PostKeys.PASSWORD);
            this.register = new PopulationRegister(sftp.root());
            OsciMailbox mailbox = new OsciMailbox(folder.resolve("gemeinde"), post.uri(), keys, keys.town());
            this.town = new NeighbourTown(mailbox, keys.town(), keys.city());
            this.directory = folder.resolve("directory.yaml");
            Disk.write(directory, YAML.writeValueAsBytes(withTown(YAML.readTree(roles.toFile()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode withTown(JsonNode roles) {
        ObjectNode entry = ((ArrayNode) roles.path("organisations")).addObject();
        entry.put("role", "nachbargemeinde")
                .put("directoryService", "DVDV")
                .put("directoryServiceVersion", "3")
                .put("key", NeighbourTown.KEY)
                .put("category", "Meldebehörde")
                .put("name", "Gemeinde der Sandbox, Meldebehörde");
        entry.putArray("contacts");
        ArrayNode elements = entry.putArray("services")
                .addObject()
                .put("uri", SERVICE)
                .put("name", "Rückmeldung")
                .putArray("elements");
        elements.addObject()
                .put("name", "Intermediär")
                .put("type", "OSCI_INTERMEDIARY")
                .put("uri", post.uri().toString());
        elements.addObject()
                .put("name", "Empfänger")
                .put("type", "OSCI_ADDRESSEE")
                .put("certificate", encoded(keys.town().cipher()));
        elements.addObject()
                .put("name", "Unterschrift")
                .put("type", "SIGNATURE_CERTIFICATE")
                .put("certificate", encoded(keys.town().signature()));
        return roles;
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate can be encoded", e);
        }
    }

    /** Settings with which a hub has a mailbox there, and reaches the city's register. */
    public Map<String, String> hubSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        store(settings, "keystore", "stadt");
        store(settings, "truststore", "vertraut");
        settings.put("poststelle.osci.url", post.uri().toString());
        settings.put("poststelle.osci.bundle", BUNDLE);
        settings.put("poststelle.osci.reader-service", SERVICE);
        settings.put("poststelle.osci.delay", "1000");
        settings.put("melderegister.sftp.host", sftp.host());
        settings.put("melderegister.sftp.port", String.valueOf(sftp.port()));
        settings.put("melderegister.sftp.username", USER);
        settings.put("melderegister.sftp.password", PostKeys.PASSWORD);
        settings.put("melderegister.sftp.known-hosts", sftp.knownHosts().toString());
        settings.put("stadtbus.standards.directory", directory.toAbsolutePath().toString());
        return settings;
    }

    private void store(Map<String, String> settings, String name, String file) {
        String prefix = "spring.ssl.bundle.jks." + BUNDLE + "." + name + ".";
        settings.put(prefix + "location", keys.file(file).toUri().toString());
        settings.put(prefix + "password", PostKeys.PASSWORD);
        settings.put(prefix + "type", "PKCS12");
    }

    /** The other town. */
    public NeighbourTown town() {
        return town;
    }

    /** The city's own keys: whoever has them is trusted, and is not the town. */
    public Party city() {
        return keys.city();
    }

    /** The city's own register. */
    public PopulationRegister register() {
        return register;
    }

    /** True when nobody has anything in hand, and nothing lies at the intermediary or the register that must be fetched. */
    public boolean idle() {
        return register.idle() && post.received().containsAll(post.taken());
    }

    @Override
    public void close() {
        register.close();
        sftp.close();
        post.close();
    }
}
