package org.stadtbus.sandbox.unterbringung;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadtbus.sandbox.egvp.EgvpOffice;
import org.stadtbus.sandbox.post.DeMailGateway;

/** Everybody a placement needs beside the hub: the De-Mail gateway with the clinic, EGVP-Enterprise with the court. */
public final class Placements implements AutoCloseable {
    private static final String CITY = "ordnung@stadt.de-mail.example";
    private static final String PASSWORD = "sandbox-de-mail";
    private static final String SAFE_ID = "safe-stadt-ordnung";

    private final DeMailGateway gateway;
    private final EgvpOffice office;
    private final Clinic clinic;
    private final GuardianshipCourt court;

    /** @param folder where they keep everything */
    public Placements(Path folder) {
        try {
            Files.createDirectories(folder.resolve("egvp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.gateway = new DeMailGateway(folder, CITY, PASSWORD);
        this.office = new EgvpOffice(folder.resolve("egvp"), SAFE_ID);
        this.clinic = new Clinic(gateway);
        this.court = new GuardianshipCourt(office, folder.resolve("gericht"));
    }

    /** Settings with which a hub reaches both. */
    public Map<String, String> hubSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("de-mail.host", gateway.office().host());
        settings.put("de-mail.smtp.port", String.valueOf(gateway.office().startTlsSmtp()));
        settings.put("de-mail.imap.port", String.valueOf(gateway.office().imaps()));
        settings.put("de-mail.certificates", gateway.office().certificates().toString());
        settings.put("de-mail.username", CITY);
        settings.put("de-mail.password", PASSWORD);
        settings.put("de-mail.klinik", Clinic.ADDRESS);
        settings.put("de-mail.delay", "500");
        settings.put("psychkg.bebpo.url", office.uri().toString());
        settings.put("psychkg.bebpo.safe-id", SAFE_ID);
        settings.put("psychkg.bebpo.delay", "500");
        settings.put("psychkg.gericht.safe-id", "safe-betreuungsgericht");
        return settings;
    }

    public DeMailGateway gateway() {
        return gateway;
    }

    public EgvpOffice office() {
        return office;
    }

    public Clinic clinic() {
        return clinic;
    }

    public GuardianshipCourt court() {
        return court;
    }

    /** True when neither the court nor the city's mailbox has anything in hand. */
    public boolean idle() {
        return gateway.fetched(List.of("Erledigt", "Abgewiesen")) && court.idle();
    }

    @Override
    public void close() {
        office.close();
        gateway.close();
    }
}
