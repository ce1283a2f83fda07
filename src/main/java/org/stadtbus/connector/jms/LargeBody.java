package org.stadtbus.connector.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The body of a bytes message: a small one in memory, a large one in a file, which can be read again when the hub takes nothing yet. */
final class LargeBody {
    private static final Logger LOG = LoggerFactory.getLogger(LargeBody.class);

    /** Bytes that may lie in memory. */
    private static final int SMALL = 1_000_000;

    /** With this property an Artemis client writes the body to a stream as it comes, instead of building it up in memory. */
    private static final String SAVE_TO = "JMS_AMQ_SaveStream";

    private LargeBody() {}

    /**
     * The body.
     *
     * @param spool folder for large ones
     * @param exchange when it is done, the file is deleted
     * @return {@code byte[]} or {@link File}
     */
    static Object of(BytesMessage wire, Supplier<Path> spool, Exchange exchange) throws JMSException, IOException {
        if (wire.getBodyLength() <= SMALL) {
            byte[] bytes = new byte[Math.toIntExact(wire.getBodyLength())];
            wire.readBytes(bytes);
            return bytes;
        }
        Path file = Files.createTempFile(spool.get(), "jms", ".body");
        exchange.getExchangeExtension().addOnCompletion(deleting(file));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            wire.setObjectProperty(SAVE_TO, out);
        }
        return file.toFile();
    }

    private static Synchronization deleting(Path file) {
        return new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange exchange) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    LOG.warn(
                            "Die Zwischenablage einer JMS-Nachricht konnte nicht gelöscht werden; das holt der nächste Start nach.",
                            e);
                }
            }
        };
    }
}
