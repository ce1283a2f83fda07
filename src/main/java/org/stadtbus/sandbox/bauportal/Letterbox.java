package org.stadtbus.sandbox.bauportal;

import static java.util.Objects.requireNonNull;

import jakarta.xml.ws.Holder;
import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.XbauMessage;
import org.stadtbus.xta.Content;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.MsgBoxPort;
import org.stadtbus.xta.XtaFault;
import org.stadtbus.xta.box.MsgBoxCloseRequest;
import org.stadtbus.xta.box.MsgBoxFetchRequest;
import org.stadtbus.xta.box.MsgBoxResponse;
import org.stadtbus.xta.meta.MessageMetaData;

/** The portal's mailbox at the hub, and what it has fetched from there: {@code getMessage}, {@code close}. */
public final class Letterbox {
    private final MsgBoxPort box;
    private final Path letters;

    /** @param letters where it keeps what it fetched */
    Letterbox(MsgBoxPort box, Path letters) {
        this.box = box;
        this.letters = letters;
        try {
            Files.createDirectories(letters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fetches all that lies in its mailbox at the hub; a letter is closed there when it is on disk here.
     *
     * @throws IOException when the hub is not there or the connection breaks
     */
    public void fetch() throws XtaFault, IOException {
        try {
            Holder<MessageMetaData> head = new Holder<>();
            Holder<MsgBoxResponse> response = new Holder<>();
            GenericContentContainer letter = next(head, response);
            while (letter != null) {
                AttributedURIType id = requireNonNull(requireNonNull(head.value.identification).messageId);
                Disk.write(letters.resolve(id.getValue().replace(':', '-') + ".xml"), bytes(letter));
                close(id, response.value);
                letter = next(head, response);
            }
        } catch (WebServiceException e) {
            throw BuildingPortal.away(e);
        }
    }

    private @Nullable GenericContentContainer next(Holder<MessageMetaData> head, Holder<MsgBoxResponse> response)
            throws XtaFault {
        return box.getMessage(new MsgBoxFetchRequest(), Heads.party(PortalAccount.PORTAL), head, response);
    }

    private static byte[] bytes(GenericContentContainer letter) throws IOException {
        Content message = requireNonNull(requireNonNull(letter.content).message);
        try (InputStream in = requireNonNull(message.bytes).getInputStream()) {
            return in.readAllBytes();
        }
    }

    private void close(AttributedURIType letter, MsgBoxResponse response) throws XtaFault {
        MsgBoxCloseRequest close = new MsgBoxCloseRequest();
        close.requestId = response.requestId;
        close.lastReceived.add(letter);
        box.close(close, Heads.party(PortalAccount.PORTAL));
    }

    /** What it has fetched so far. */
    public List<XbauMessage> letters() {
        return XbauMessage.in(letters);
    }
}
