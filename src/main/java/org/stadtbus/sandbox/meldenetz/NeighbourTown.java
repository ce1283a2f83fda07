package org.stadtbus.sandbox.meldenetz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.Party;
import org.stadtbus.sandbox.XbauMessage;

/** The register of the town somebody moved to: tells the city's register (0201) and reads its answer (0203) in its mailbox. */
public final class NeighbourTown {
    /** Its key in the directory, invented after the pattern of the DVDV. */
    public static final String KEY = "ags:03999001";

    private final OsciMailbox mailbox;
    private final Party town;
    private final Party city;

    NeighbourTown(OsciMailbox mailbox, Party town, Party city) {
        this.mailbox = mailbox;
        this.town = town;
        this.city = city;
    }

    /**
     * A notice that somebody has moved here (0201, assumed form).
     *
     * @param id UUID of the message
     */
    public static byte[] notice(String id) {
        try (InputStream in =
                Objects.requireNonNull(NeighbourTown.class.getResourceAsStream("rueckmeldung.xml"), "rueckmeldung")) {
            return new String(in.readAllBytes(), UTF_8).replace("{id}", id).getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #notice}, but it does not say who has moved: no register can use it. */
    public static byte[] noticeOfNobody(String id) {
        return new String(notice(id), UTF_8)
                .replaceFirst("(?s)<person>.*</person>", "<person/>")
                .getBytes(UTF_8);
    }

    /**
     * Sends a message to the city's mailbox; under the same name once.
     *
     * @param name how it remembers the message, as a file name
     * @return the intermediary's message id
     * @throws IOException when the intermediary is not there: again later
     */
    public String send(String name, byte[] xmeld) throws IOException, OsciException {
        return mailbox.send(name, xmeld, city, town);
    }

    /** As {@link #send(String, byte[])}, the content signed by somebody else. */
    public String send(String name, byte[] xmeld, Party author) throws IOException, OsciException {
        return mailbox.send(name, xmeld, city, author);
    }

    /** True when the process card of a message says that the city has it. */
    public boolean received(String messageId) throws IOException, OsciException {
        return mailbox.received(messageId);
    }

    /**
     * Fetches what lies in its mailbox.
     *
     * @throws OsciException when a letter is not for this town, or not signed by somebody it trusts
     */
    public void fetch() throws IOException, OsciException {
        mailbox.fetch();
    }

    /** What it has fetched so far. */
    public List<XbauMessage> letters() {
        return mailbox.letters();
    }
}
