package org.stadtbus.connector.xdomea;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;

/**
 * Makes the container the body, and its name the file name. Two messages of one type in one process have the same name: the second waits
 * until the partner has fetched the first.
 *
 * @param folder where the container will be left
 */
record PackStep(Packing packing, Path folder) implements Processor {
    private static final int BLOCK = 64 * 1024;

    /** @throws HubException transient while another container of the same name lies there */
    @Override
    public void process(Exchange exchange) throws IOException {
        Message message = exchange.getProperty("stadtbus.message", Message.class);
        if (message == null) {
            throw new IllegalStateException("Containers are packed for deliveries only");
        }
        Packing.Container container = packing.pack(message);
        if (anotherWaits(folder.resolve(container.name()), message)) {
            throw XdomeaFailures.nameTaken();
        }
        exchange.getMessage().setBody(container.bytes());
        exchange.getMessage().setHeader(Exchange.FILE_NAME, container.name());
        exchange.getMessage().setHeader("StadtbusReceipt", "abgelegt als " + container.name());
    }

    private boolean anotherWaits(Path there, Message message) throws IOException {
        try (InputStream waiting = Files.newInputStream(there);
                InputStream ours = packing.pack(message).bytes()) {
            return !equal(waiting, ours);
        } catch (NoSuchFileException fetchedOrNeverThere) {
            return false;
        }
    }

    private static boolean equal(InputStream one, InputStream other) throws IOException {
        byte[] a = one.readNBytes(BLOCK);
        byte[] b = other.readNBytes(BLOCK);
        while (a.length > 0 && Arrays.equals(a, b)) {
            a = one.readNBytes(BLOCK);
            b = other.readNBytes(BLOCK);
        }
        return Arrays.equals(a, b);
    }
}
