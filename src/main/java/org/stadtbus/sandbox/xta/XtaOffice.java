package org.stadtbus.sandbox.xta;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.ManagementPort;
import org.stadtbus.xta.MsgBoxPort;
import org.stadtbus.xta.SendPort;
import org.stadtbus.xta.XtaListener;
import org.stadtbus.xta.meta.MessageMetaData;

/** The provider with its three ports and one mailbox, the hub's. */
public final class XtaOffice implements AutoCloseable {
    private static final int GREEN = 1;
    private static final long LARGEST = 1024L * 1024 * 1024;

    private final Post post;
    private final Path folder;
    private final XtaListener.Keys keys;
    private final Trouble trouble = new Trouble();
    private final AtomicInteger status = new AtomicInteger(GREEN);
    private XtaListener listener;
    private boolean open = true;
    private int port;

    /**
     * Begins to listen on a free port of 127.0.0.1.
     *
     * @param folder where its messages lie
     * @param keys its key, and the authorities whose client certificates it takes
     */
    public XtaOffice(Path folder, XtaListener.Keys keys) {
        this.post = new Post(folder);
        this.folder = folder;
        this.keys = keys;
        this.listener = listen(0);
    }

    private XtaListener listen(int port) {
        return XtaListener.start("127.0.0.1", port, keys, folder, LARGEST)
                .publish("management", ManagementPort.class, new OfficeManagement(post, trouble, status::get))
                .publish("send", SendPort.class, new OfficeSend(post, trouble))
                .publish("msgbox", MsgBoxPort.class, new OfficeMsgBox(post, trouble));
    }

    /** Address of a port: {@code management}, {@code send} or {@code msgbox}. */
    public synchronized URI uri(String name) {
        return URI.create("https://127.0.0.1:" + (open ? listener.port() : port) + "/xta/" + name);
    }

    /** Tells the provider what to do wrong from now on. */
    public synchronized void fault(Fault fault) {
        trouble.fault(fault);
        boolean down = fault instanceof Fault.Down;
        if (down && open) {
            port = listener.port();
            listener.close();
        } else if (!down && !open) {
            listener = listen(port);
        }
        open = !down;
    }

    /** What its reports say from now on: 0 open, 1 green, 2 yellow, 3 red. */
    public void report(int colour) {
        status.set(colour);
    }

    /** Ids of the messages it took, each once. */
    public List<String> sent() {
        return post.names(OfficeSend.SENT);
    }

    /** A message it took. */
    public Optional<GenericContentContainer> sent(String id) {
        return post.content(OfficeSend.SENT, Names.file(id));
    }

    /** Puts a message into the hub's mailbox. */
    public void put(String id, MessageMetaData head, GenericContentContainer content) {
        post.keep(OfficeMsgBox.BOX, Names.file(id), head, content);
    }

    /** Ids of what lies in the mailbox. */
    public List<String> box() {
        return post.names(OfficeMsgBox.BOX);
    }

    @Override
    public synchronized void close() {
        if (open) {
            listener.close();
            open = false;
        }
    }
}
