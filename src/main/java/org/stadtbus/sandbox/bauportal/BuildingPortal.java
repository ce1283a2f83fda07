package org.stadtbus.sandbox.bauportal;

import static java.util.Objects.requireNonNull;

import jakarta.activation.DataHandler;
import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.stadtbus.xta.Bytes;
import org.stadtbus.xta.Content;
import org.stadtbus.xta.ContentContainer;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.ManagementPort;
import org.stadtbus.xta.MsgBoxPort;
import org.stadtbus.xta.SendPort;
import org.stadtbus.xta.XtaCaller;
import org.stadtbus.xta.XtaFault;

/** The portal as a participant of XTA 2.1.1: {@code createMessageId}, {@code sendMessage}, and its {@link Letterbox}. */
public final class BuildingPortal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Bus bus = BusFactory.newInstance().createBus();
    private final ManagementPort management;
    private final SendPort send;
    private final Letterbox letterbox;

    /**
     * Knows where the hub is; calls nothing yet.
     *
     * @param folder where it keeps what it fetched
     */
    public BuildingPortal(Path folder, PortalAccount account) {
        XtaCaller caller = new XtaCaller(account.tls(), bus, folder, PATIENCE, PATIENCE);
        this.management = caller.port(ManagementPort.class, account.address("management"));
        this.send = caller.port(SendPort.class, account.address("send"));
        this.letterbox =
                new Letterbox(caller.port(MsgBoxPort.class, account.address("msgbox")), folder.resolve("postfach"));
    }

    /**
     * A file that goes with an application.
     *
     * @param id UUID by which the message names it
     */
    public record Plan(String id, String filename, byte[] pdf) {}

    /**
     * The id an application is to be sent under.
     *
     * @throws IOException when the hub is not there
     */
    public String announce() throws XtaFault, IOException {
        try {
            return requireNonNull(management
                    .createMessageId(Heads.party(PortalAccount.PORTAL))
                    .getValue());
        } catch (WebServiceException e) {
            throw away(e);
        }
    }

    /**
     * Sends an application; sent again under its id it is the same one.
     *
     * @param id as announced
     * @throws XtaFault when the hub refuses it
     * @throws IOException when the hub is not there: send again later
     */
    public void send(String id, byte[] xbau, List<Plan> plans) throws XtaFault, IOException {
        ContentContainer content = new ContentContainer();
        content.message = part(xbau, "application/xml", "antrag.xml");
        for (Plan plan : plans) {
            Content part = part(plan.pdf(), "application/pdf", plan.filename());
            part.id = plan.id();
            content.attachments.add(part);
        }
        GenericContentContainer container = new GenericContentContainer();
        container.content = content;
        try {
            send.sendMessage(container, Heads.of(id));
        } catch (WebServiceException e) {
            throw away(e);
        }
    }

    private static Content part(byte[] bytes, String type, String filename) {
        Content part = new Content();
        part.bytes = new DataHandler(Bytes.of(bytes));
        part.contentType = type;
        part.filename = filename;
        part.size = bytes.length > 0 ? (long) bytes.length : null;
        return part;
    }

    /** Its mailbox at the hub. */
    public Letterbox letterbox() {
        return letterbox;
    }

    static IOException away(WebServiceException e) {
        return new IOException("The hub's XTA port did not answer", e);
    }

    @Override
    public void close() {
        bus.shutdown(true);
    }
}
