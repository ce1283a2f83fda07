package org.stadtbus.sandbox.egvp;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stadtbus.egvp.EgvpPort;
import org.stadtbus.sandbox.http.Fault;

/** EGVP-Enterprise with one account, the authority's. What it acknowledged is on disk before. */
public final class EgvpOffice implements AutoCloseable {
    private final Path folder;
    private final Post post;
    private final Trouble trouble = new Trouble();
    private final String account;
    private SoapServer server;
    private boolean open = true;
    private int port;

    /**
     * Begins to listen on a free port of 127.0.0.1.
     *
     * @param folder where its messages lie
     * @param account id of the authority's mailbox
     */
    public EgvpOffice(Path folder, String account) {
        this.folder = folder;
        this.post = new Post(folder);
        this.account = account;
        this.server = listen(0);
    }

    private SoapServer listen(int free) {
        return new SoapServer(free, folder, EgvpPort.class, new EgvpService(account, post, trouble));
    }

    /** Address of the web service. */
    public synchronized URI uri() {
        return URI.create("http://127.0.0.1:" + (open ? server.port() : port) + "/EGVP-WS/EGVP-WebService");
    }

    /** Tells the service what to do wrong from now on: {@link Fault.HangUp} does what it is asked and loses its answer. */
    public synchronized void fault(Fault fault) {
        trouble.fault(fault);
        boolean down = fault instanceof Fault.Down;
        if (down && open) {
            port = server.port();
            server.close();
        } else if (!down && !open) {
            server = listen(port);
        }
        open = !down;
    }

    /** The state it reports of messages from now on, e.g. {@code WS_ASEND}; at first {@code OSCI_SENT}. */
    public void state(String state) {
        trouble.state(state);
    }

    /** Ids of the messages it took, in order. */
    public List<String> sent() {
        return post.names(Post.SENT);
    }

    /** Subject, receiver and kind of a message it took, by the names of the contract. */
    public Map<String, String> head(String id) {
        return post.head(id);
    }

    /** A message it took, packed as its receiver gets it. */
    public byte[] packed(String id) {
        return post.zip(Post.SENT, id);
    }

    /** Puts a packed message into the authority's mailbox. */
    public void put(String id, byte[] zip) {
        post.keep(Post.BOX, id, zip);
    }

    /** Ids of what lies in the mailbox and was not committed. */
    public List<String> box() {
        return post.names(Post.BOX);
    }

    @Override
    public synchronized void close() {
        if (open) {
            server.close();
            open = false;
        }
    }
}
