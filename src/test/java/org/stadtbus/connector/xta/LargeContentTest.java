package org.stadtbus.connector.xta;

import jakarta.activation.DataHandler;
import jakarta.xml.ws.Holder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.cxf.BusFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.stadtbus.testkit.SmallHeap;
import org.stadtbus.testkit.TestAuthority;
import org.stadtbus.testkit.Zeros;
import org.stadtbus.xta.Bytes;
import org.stadtbus.xta.Content;
import org.stadtbus.xta.ContentContainer;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.SendPort;
import org.stadtbus.xta.XtaListener;
import org.stadtbus.xta.meta.MessageMetaData;

/** Client and server in one small heap. */
class LargeContentTest {
    private static final long BYTES = 500L * 1024 * 1024;
    private static final int HEAP = 64;

    @Test
    void fiveHundredMegabytesPassThroughAHeapOf64(@TempDir Path folder) throws Exception {
        SmallHeap.run(Passage.class, HEAP, folder, folder.toString());
    }

    /** Runs in a process of its own: sends the bytes, and checks what arrived. */
    static final class Passage {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            TestAuthority authority = new TestAuthority(folder.resolve("tls"));
            XtaListener.Keys server = XtaStand.keys(authority, authority.valid("server"));
            SslBundle client = XtaStand.bundle(authority, authority.valid("client"));
            Path spool = Files.createDirectories(folder.resolve("spool"));
            Counting port = new Counting();
            try (XtaListener listener =
                    XtaListener.start("127.0.0.1", 0, server, spool, 2 * BYTES).publish("send", SendPort.class, port)) {
                java.net.URI uri = java.net.URI.create("https://127.0.0.1:" + listener.port() + "/xta/send");
                Duration long1 = Duration.ofMinutes(2);
                XtaSettings account = new XtaSettings(uri, uri, uri, "xta", "a", "xoev", long1, long1);
                XtaPorts.open(account, client, BusFactory.newInstance().createBus(), spool)
                        .send()
                        .sendMessage(large(), new MessageMetaData());
            }
            if (!digest(new Zeros(BYTES)).equals(port.digest)) {
                throw new IllegalStateException("arrived " + port.digest);
            }
        }

        private static GenericContentContainer large() {
            GenericContentContainer container = new GenericContentContainer();
            container.content = new ContentContainer();
            container.content.message = new Content();
            container.content.message.contentType = "application/octet-stream";
            container.content.message.bytes = new DataHandler(Bytes.of(() -> new Zeros(BYTES)));
            return container;
        }
    }

    private static String digest(InputStream bytes) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(bytes, digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static final class Counting implements SendPort {
        private volatile @Nullable String digest;

        @Override
        public void sendMessage(GenericContentContainer content, MessageMetaData metaData) {
            try {
                ContentContainer container = Objects.requireNonNull(content.content);
                Content message = Objects.requireNonNull(container.message);
                digest = LargeContentTest.digest(
                        Objects.requireNonNull(message.bytes).getInputStream());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public GenericContentContainer sendMessageSync(
                GenericContentContainer content, Holder<MessageMetaData> metaData) {
            return content;
        }
    }
}
