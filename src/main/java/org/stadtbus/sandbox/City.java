package org.stadtbus.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtbus.envelope.HubException;
import org.stadtbus.sandbox.bauamt.BuildingAuthority;
import org.stadtbus.sandbox.bauamt.SftpDrop;
import org.stadtbus.sandbox.enaio.EnaioDms;
import org.stadtbus.sandbox.feuerwehr.FireBrigade;
import org.stadtbus.sandbox.fitconnect.FitConnectPoint;
import org.stadtbus.sandbox.fitconnect.FitConnectSender;
import org.stadtbus.sandbox.http.Client;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.token.TokenIssuer;

/** The whole sandbox city: started with one call, told what to do wrong with another, kept in one folder. */
public final class City implements AutoCloseable {
    /** Client id of the city's online form. */
    public static final String ONLINE_FORM = "online-formular";

    /** Client id of a program that asks how journeys stand. */
    public static final String OPERATOR = "betrieb";

    /** Client id of somebody who works on clearing cases. */
    public static final String CLERK = "sachbearbeitung";

    /** Client id of somebody who releases what the clerk replaced. */
    public static final String SECOND_PERSON = "vier-augen";

    private static final String SUBSCRIBER = "stadtbus";
    private static final String PORTAL = "serviceportal";
    private static final String FIRE_BRIGADE = "feuerwehr";
    private static final String DESTINATION = "0b6a2f5e-3d0c-4c53-9d3e-5b1f6b0c7a11";
    private static final Duration BETWEEN_CHECK_AND_DECISION = Duration.ofSeconds(2);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final Map<String, String> SCOPES = Map.of(
            ONLINE_FORM, "intake:submit",
            OPERATOR, "journeys:read clearing.read",
            CLERK, "clearing.read clearing.write",
            SECOND_PERSON, "clearing.read clearing.release",
            SUBSCRIBER, "subscribe",
            PORTAL, "send",
            FIRE_BRIGADE, "procedure:brandschutz-vorbeugend");

    private final Path folder;
    private final CityKeys keys;
    private final TokenIssuer issuer;
    private final FitConnectPoint fitConnect;
    private final EnaioDms enaio;
    private final SftpDrop sftp;
    private final BuildingAuthority buildingAuthority;
    private final FireBrigade fireBrigade;

    private City(Path folder, URI hub) {
        this.folder = folder;
        this.keys = new CityKeys(folder.resolve("schluessel"));
        keys.make();
        this.issuer = new TokenIssuer(0, keys.tokenKey(), clients());
        this.fitConnect = new FitConnectPoint(
                0,
                folder.resolve("fit-connect"),
                issuer,
                new FitConnectPoint.Keys(keys.encryptionKey(), keys.eventKey()),
                DESTINATION,
                secret("callback"),
                () -> hub.resolve("/fit-connect/callback"));
        this.enaio = new EnaioDms(0, folder.resolve("eakte"), SUBSCRIBER, secret("enaio"));
        this.sftp = new SftpDrop(0, folder.resolve("sftp"), SUBSCRIBER, secret("sftp"));
        this.buildingAuthority = new BuildingAuthority(sftp.root(), BETWEEN_CHECK_AND_DECISION);
        this.fireBrigade = new FireBrigade(0, folder.resolve("feuerwehr"), hub, client(FIRE_BRIGADE), BETWEEN_ATTEMPTS);
    }

    /**
     * Starts every neighbour on a free port of 127.0.0.1.
     *
     * @param folder where they keep everything; a city started again from it goes on where it was
     * @param hub base address of the hub, which need not run yet
     */
    public static City start(Path folder, URI hub) {
        return new City(folder, hub);
    }

    private Map<String, TokenIssuer.Client> clients() {
        return SCOPES.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> new TokenIssuer.Client(secret("client-" + e.getKey()), e.getValue())));
    }

    /** Settings with which a hub finds its way about this city. */
    public Map<String, String> hubSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("stadtbus.security.issuer-uri", issuer.uri().toString());
        settings.put(
                "stadtbus.security.jwk-set-uri", issuer.uri().resolve("/jwks").toString());
        settings.put("stadtbus.fit-connect.api-url", fitConnect.server().uri().toString());
        settings.put("stadtbus.fit-connect.token-url", tokens().toString());
        settings.put("stadtbus.fit-connect.client-id", SUBSCRIBER);
        settings.put("stadtbus.fit-connect.client-secret", issuer.secret(SUBSCRIBER));
        settings.put("stadtbus.fit-connect.destination-id", DESTINATION);
        settings.put(
                "stadtbus.fit-connect.decryption-keys",
                keys.file("empfang-verschluesselung").toString());
        settings.put("stadtbus.fit-connect.poll-interval", "1s");
        settings.put(
                "stadtbus.fit-connect.signing-key",
                keys.file("empfang-signatur").toString());
        settings.put("stadtbus.fit-connect.callback-secret", secret("callback"));
        settings.put("enaio.url", enaio.server().uri().toString());
        settings.put("enaio.username", SUBSCRIBER);
        settings.put("enaio.password", secret("enaio"));
        settings.put("bauamt.sftp.host", sftp.host());
        settings.put("bauamt.sftp.port", String.valueOf(sftp.port()));
        settings.put("bauamt.sftp.username", SUBSCRIBER);
        settings.put("bauamt.sftp.password", secret("sftp"));
        settings.put("bauamt.sftp.known-hosts", sftp.knownHosts().toString());
        settings.put("feuerwehr.url", fireBrigade.url().toString());
        return settings;
    }

    private URI tokens() {
        return issuer.uri().resolve("/token");
    }

    /** A secret text of this city, e.g. for an account. */
    public String secret(String name) {
        return keys.secret(name);
    }

    /** A caller with the credentials of this client id. */
    public Client client(String id) {
        return new Client(tokens(), id, issuer.secret(id));
    }

    /** The Serviceportal's way to the city's zustellpunkt. */
    public FitConnectSender portal() {
        return new FitConnectSender(
                client(PORTAL), fitConnect.server().uri(), DESTINATION, folder.resolve("unterwegs"));
    }

    /** True when no neighbour has anything left for the hub: no submission unread, no answer unwritten or unfetched. */
    public boolean idle() {
        return fitConnect.idle() && buildingAuthority.idle() && fireBrigade.idle();
    }

    /** Tells a neighbour what to do wrong from now on; {@link Fault.None} makes it well again. */
    public void fault(Neighbour neighbour, Fault fault) {
        switch (neighbour) {
            case FIT_CONNECT -> fitConnect.server().fault(fault);
            case ENAIO -> enaio.server().fault(fault);
            case SFTP -> sftp.fault(fault);
            case FIRE_BRIGADE -> fireBrigade.server().fault(fault);
        }
    }

    /** The neighbour behind a procedure of the catalogue. */
    public Neighbour neighbour(String procedure) {
        return switch (procedure) {
            case "fit-connect-zustellpunkt" -> Neighbour.FIT_CONNECT;
            case "eakte-enaio" -> Neighbour.ENAIO;
            case "bauantraege", "gewerberegister" -> Neighbour.SFTP;
            case "brandschutz-vorbeugend" -> Neighbour.FIRE_BRIGADE;
            default ->
                throw HubException.permanent(
                        "no-neighbour", "Für das Fachverfahren »" + procedure + "« hat die Sandbox keinen Nachbarn.");
        };
    }

    public FitConnectPoint fitConnect() {
        return fitConnect;
    }

    public EnaioDms enaio() {
        return enaio;
    }

    public SftpDrop sftp() {
        return sftp;
    }

    public BuildingAuthority buildingAuthority() {
        return buildingAuthority;
    }

    public FireBrigade fireBrigade() {
        return fireBrigade;
    }

    @Override
    public void close() {
        Stream.of(fitConnect, enaio, buildingAuthority, sftp, fireBrigade, issuer)
                .forEach(City::close);
    }

    private static void close(AutoCloseable neighbour) {
        try {
            neighbour.close();
        } catch (Exception e) {
            throw new IllegalStateException("A neighbour did not close", e);
        }
    }
}
