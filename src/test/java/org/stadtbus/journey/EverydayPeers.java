package org.stadtbus.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.namespace.QName;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadtbus.cli.Ports;
import org.stadtbus.sandbox.ablage.FtpsDrop;
import org.stadtbus.sandbox.fremdbroker.ForeignBroker;
import org.stadtbus.sandbox.soap.Contract;
import org.stadtbus.sandbox.soap.SoapProcedure;
import org.stadtbus.testkit.Postgres;
import org.stadtbus.testkit.TestHome;

/** Procedures that are reached by JMS, MQTT, a database, HTTP, FTPS and SOAP, and a hub's home with routes between them. */
final class EverydayPeers implements AutoCloseable {
    static final String PASSWORD = "geheim";
    private static final String NAMESPACE = "urn:hersteller:meldung";

    private final ForeignBroker broker;
    final EverydayQueues queues;
    final EverydayMqtt mqtt;
    final EverydayCaller caller = new EverydayCaller(Ports.free(), ForeignBroker.USER, PASSWORD);
    final EverydayOutbox outbox = new EverydayOutbox();
    final SoapProcedure soap;
    final JdbcTemplate database;
    final Path ftpsInbox;
    final Path inbox;
    private final Contract contract;
    private final FtpsDrop ftps;
    private final Connection connection;
    private final Postgres.Database postgres = Postgres.shared().create();
    private final TestHome home;

    EverydayPeers(Path folder) throws Exception {
        broker = new ForeignBroker(folder.resolve("broker"), PASSWORD);
        queues = new EverydayQueues(broker);
        mqtt = new EverydayMqtt(broker);
        inbox = Files.createDirectories(folder.resolve("ordner"));
        contract = new Contract(
                Objects.requireNonNull(EverydayPeers.class.getResource("/soap/meldung.wsdl")),
                new QName(NAMESPACE, "Meldungsdienst"),
                new QName(NAMESPACE, "Port11"));
        soap = new SoapProcedure(
                Files.createDirectories(folder.resolve("dienst")),
                contract,
                "<m:Eingang xmlns:m='urn:hersteller:meldung'><m:Nummer>1</m:Nummer></m:Eingang>");
        ftps = new FtpsDrop(folder.resolve("ftps"), ForeignBroker.USER, PASSWORD, false);
        ftpsInbox = Files.createDirectories(ftps.root().resolve("eingang"));
        connection = postgres.connect();
        database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        database.execute("create table eingang (nachricht_id text primary key, kennzeichen text)");
        database.execute("create table ausgang (id text primary key, stand bigserial, nachricht text)");
        home = home(folder.resolve("home"));
    }

    private static TestHome home(Path folder) throws Exception {
        return TestHome.copy(folder)
                .file("config/procedures/zz-alltag.yaml", text("procedures.yaml"))
                .file("config/standards/alltag-1.yaml", text("standard.yaml"))
                .file("routes/alltag/route.yaml", text("route.yaml"))
                .file("routes/alltag/alltag.camel.yaml", text("alltag.camel.yaml"));
    }

    private static String text(String name) throws Exception {
        return Files.readString(Path.of("src/test/resources/everyday", name));
    }

    /** Settings of a hub with that home. */
    Map<String, String> hubSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("stadtbus.home", home.folder().toString());
        settings.put("alltag.user", ForeignBroker.USER);
        settings.put("alltag.password", PASSWORD);
        settings.put("alltag.jms.url", broker.jmsUrl());
        settings.put("alltag.mqtt.url", broker.mqttUrl());
        settings.put("alltag.jdbc.url", postgres.url());
        settings.put("alltag.jdbc.user", postgres.user());
        settings.put("alltag.http.url", outbox.uri());
        settings.put("alltag.ftps.port", String.valueOf(ftps.port()));
        settings.put("alltag.ftps.certificates", ftps.certificate().toString());
        settings.put("alltag.datei.folder", inbox.toString());
        settings.put("alltag.ruf.port", String.valueOf(caller.port()));
        settings.put(
                "alltag.ruf.wsdl",
                Path.of("src/test/resources/soap/meldung.wsdl").toAbsolutePath().toString());
        settings.put(
                "alltag.soap.url",
                SoapProcedure.uri("http", soap.port(), contract).toString());
        return settings;
    }

    /** What the table of the procedure holds. */
    List<String> written() {
        return database.queryForList("select kennzeichen from eingang order by kennzeichen", String.class);
    }

    /** A new row of the table that the hub reads. */
    void decided(String id, String message) {
        database.update("insert into ausgang (id, nachricht) values (?, ?)", id, message);
    }

    @Override
    public void close() throws SQLException {
        mqtt.close();
        outbox.close();
        soap.close();
        ftps.close();
        connection.close();
        broker.close();
    }
}
