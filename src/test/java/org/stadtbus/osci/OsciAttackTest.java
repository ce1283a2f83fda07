package org.stadtbus.osci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.sandbox.osci.Authority;
import org.stadtbus.testkit.Refuses;
import org.w3c.dom.Element;

/** What is forged, replayed, broken or weak is refused with the standard's code. */
class OsciAttackTest {
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));
    private static final int SHORT_KEY = 2048;
    private static final Algorithms TODAY = new Algorithms(false);

    @TempDir
    Path folder;

    private OsciStand stand;

    @BeforeEach
    void start() throws Exception {
        stand = new OsciStand(folder);
    }

    @AfterEach
    void stop() {
        stand.close();
    }

    private static String code(ThrowingCallable work) {
        return catchThrowableOfType(OsciException.class, work).code();
    }

    private static OsciException refused(ThrowingCallable work) {
        return catchThrowableOfType(OsciException.class, work);
    }

    private String post(byte[] bytes) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(stand.post.uri())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        Path file = Files.write(folder.resolve("antwort"), answer.body());
        return code(() -> new Seal(stand.spool, TODAY).open(file, OsciStand.AUTHOR));
    }

    /** Content of this author as a reader gets it. */
    private OsciMessage message(Party author, X509Certificate shown, String... files) throws Exception {
        Envelope envelope = Envelope.create(new ControlBlock("", "", "", ""));
        Element certificates = envelope.certificates("osci:NonIntermediaryCertificates");
        Certificates.add(certificates, "osci:CipherCertificateAddressee", "leser", OsciStand.READER.cipher());
        Certificates.add(certificates, "osci:SignatureCertificateOriginator", "verfasser", shown);
        List<Part> parts = new ArrayList<>();
        new ContentWriter(author, "verfasser", stand.spool)
                .write(
                        Xml.add(envelope.body(), "osci:ContentPackage"),
                        OsciStand.content("<a/>", files),
                        OsciStand.READER.cipher(),
                        "leser")
                .forEach(file -> parts.add(file.part()));
        return new OsciMessage(envelope.document(), parts);
    }

    private static Content read(OsciMessage message) throws OsciException {
        return read(message, TODAY);
    }

    private static Content read(OsciMessage message, Algorithms reading) throws OsciException {
        return new ContentReader(OsciStand.READER, OsciStand.trust(), reading).read(message);
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.WRONGLY_ENCRYPTED)
    void answerWithAFlippedBitIsRefused() throws Exception {
        try (Eavesdropper wire = new Eavesdropper(stand.post.uri(), folder.resolve("mitschnitt"))) {
            wire.change(bytes -> {
                bytes[bytes.length - 200] ^= 1;
                return bytes;
            });
            assertThat(code(() -> stand.dialog(wire.uri(), OsciStand.AUTHOR, TODAY)))
                    .isEqualTo("9202");
        }
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.REPLAYED)
    void answerToAnotherOrderIsRefused() throws Exception {
        try (Eavesdropper wire = new Eavesdropper(stand.post.uri(), folder.resolve("mitschnitt"))) {
            Dialog dialog = stand.dialog(wire.uri(), OsciStand.AUTHOR, TODAY);
            dialog.newMessageId();
            byte[] old = Files.readAllBytes(wire.answers().get(1));
            wire.change(bytes -> old);
            assertThat(code(dialog::newMessageId)).isEqualTo("9400");
        }
    }

    @Test
    void answerOfSomebodyElseIsRefused() throws Exception {
        Transport transport = new Transport(
                HttpClient.newHttpClient(), stand.post.uri(), Duration.ofSeconds(20), stand.spool, 1_000_000);
        Intermediary expected =
                new Intermediary(transport, OsciStand.intermediary().cipher(), OsciStand.READER.signature());
        assertThat(code(() -> expected.dialog(OsciStand.AUTHOR, TODAY, stand.spool)))
                .isEqualTo("9601");
    }

    @Test
    void orderThatIsReplayedIsRefusedAndNothingIsStoredTwice() throws Exception {
        try (Eavesdropper wire = new Eavesdropper(stand.post.uri(), folder.resolve("mitschnitt"))) {
            Dialog dialog = stand.dialog(wire.uri(), OsciStand.AUTHOR, TODAY);
            dialog.store(dialog.newMessageId(), "", OsciStand.content("<a/>"), OsciStand.READER.cipher());
            assertThat(post(Files.readAllBytes(wire.orders().get(2)))).isEqualTo("9400");
            assertThat(stand.post.taken()).hasSize(1);
        }
    }

    @Test
    void garbageAndForeignEntitiesAreRefused() throws Exception {
        assertThat(post("Guten Tag".getBytes(UTF_8))).isEqualTo("9100");
        String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>";
        String mime = "Content-Type: Multipart/Related; boundary=b; type=text/xml\r\n\r\n--b\r\n\r\n" + entity
                + "\r\n--b--\r\n";
        assertThat(post(mime.getBytes(UTF_8))).isEqualTo("9100");
    }

    @Test
    void clientWithAnExpiredOrForeignCertificateIsRefused() {
        Party expired = OsciStand.AUTHORITY.party("abgelaufen", YESTERDAY, 3072);
        assertThat(refused(() -> stand.dialog(expired)))
                .returns("9700", OsciException::code)
                .returns(true, OsciException::byPeer);
        Party stranger = new Authority("Fremde CA").party("fremd");
        assertThat(code(() -> stand.dialog(stranger))).isEqualTo("9700");
    }

    @Test
    void weakKeysAreNeitherUsedNorTrusted() throws Exception {
        Party weak = OsciStand.AUTHORITY.party("schwach", Instant.now().plusSeconds(3600), SHORT_KEY);
        assertThat(refused(() -> stand.dialog(weak)))
                .returns("9700", OsciException::code)
                .returns(false, OsciException::byPeer);
        Dialog dialog = stand.dialog(OsciStand.AUTHOR);
        assertThat(code(() -> dialog.store("x", "", OsciStand.content("<a/>"), weak.cipher())))
                .isEqualTo("9700");
        assertThat(stand.post.taken()).isEmpty();
    }

    @Test
    void contentIsReadAsItsAuthorSignedIt() throws Exception {
        assertThat(read(message(OsciStand.AUTHOR, OsciStand.AUTHOR.signature(), "Plan.pdf"))
                        .files())
                .hasSize(1);
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.WRONGLY_SIGNED)
    void contentSignedWithAnotherKeyIsRefused() throws Exception {
        OsciMessage forged = message(OsciStand.READER, OsciStand.AUTHOR.signature());
        assertThat(code(() -> read(forged))).isEqualTo("9601");
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.EXPIRED_CERTIFICATE)
    void contentOfAnExpiredOrUnknownAuthorIsRefused() throws Exception {
        Party expired = OsciStand.AUTHORITY.party("abgelaufen", YESTERDAY, 3072);
        OsciMessage late = message(expired, expired.signature());
        assertThat(code(() -> read(late))).isEqualTo("9700");
        Party stranger = new Authority("Fremde CA").party("fremd");
        OsciMessage foreign = message(stranger, stranger.signature());
        assertThat(code(() -> read(foreign))).isEqualTo("9700");
    }

    @Test
    void attachmentsThatWereSwappedOrLeftOutAreRefused() throws Exception {
        OsciMessage whole = message(OsciStand.AUTHOR, OsciStand.AUTHOR.signature(), "a.pdf", "b.pdf");
        Part a = whole.parts().get(0);
        Part b = whole.parts().get(1);
        OsciMessage swapped = new OsciMessage(
                whole.envelope(),
                List.of(new Part(a.id(), a.type(), b.source()), new Part(b.id(), b.type(), a.source())));
        assertThat(code(() -> read(swapped))).isEqualTo("9601");
        OsciMessage less = new OsciMessage(whole.envelope(), List.of(a));
        assertThat(code(() -> read(less))).isEqualTo("9300");
    }

    /** Content made by hand: encrypted as it should be, but its container is what the test wants. */
    private OsciMessage encrypted(Consumer<Element> fill) throws Exception {
        OsciMessage frame = message(OsciStand.AUTHOR, OsciStand.AUTHOR.signature());
        Element contentPackage = Xml.require(frame.read().body(), "osci:ContentPackage");
        contentPackage.removeChild(contentPackage.getFirstChild());
        Element container = Xml.create("osci:ContentContainer").getDocumentElement();
        fill.accept(container);
        SessionKey key = SessionKey.fresh();
        ByteArrayOutputStream ciphertext = new ByteArrayOutputStream();
        try (OutputStream out = key.encrypting(ciphertext)) {
            Xml.write(container, out);
        }
        Element data = EncryptedElements.data(contentPackage);
        Certificates.refer(EncryptedElements.keyFor(data, key, OsciStand.READER.cipher()), "leser");
        EncryptedElements.value(data, ciphertext.toByteArray());
        return frame;
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.WRONGLY_SIGNED)
    void contentWithoutASignatureIsRefused() throws Exception {
        OsciMessage unsigned = encrypted(container ->
                Xml.named(Xml.add(Xml.add(container, "osci:Content"), "osci:Base64Content", "PGEvPg=="), "inhalt0"));
        assertThat(code(() -> read(unsigned))).isEqualTo("9600");
    }

    @Test
    void contentBesideTheSignedOneIsRefused() throws Exception {
        OsciMessage more = encrypted(container -> {
            Element signed = Xml.add(Xml.add(container, "osci:Content"), "osci:Base64Content", "PGEvPg==");
            Xml.named(signed, "inhalt0");
            try {
                Signing.sign(
                        container,
                        List.of(Signing.Reference.base64("inhalt0")),
                        OsciStand.AUTHOR,
                        "verfasser",
                        id -> new ByteArrayInputStream(new byte[0]));
            } catch (OsciException e) {
                throw new AssertionError(e);
            }
            Xml.named(Xml.add(Xml.add(container, "osci:Content"), "osci:Base64Content", "PGIvPg=="), "inhalt1");
        });
        assertThat(code(() -> read(more))).isEqualTo("9602");
    }

    @Test
    void headerThatIsNotSignedIsRefused() throws Exception {
        Envelope envelope = Envelope.create(new ControlBlock("", "c", "", ""));
        Certificates.add(
                envelope.certificates("osci:NonIntermediaryCertificates"),
                "osci:SignatureCertificateOriginator",
                "s",
                OsciStand.AUTHOR.signature());
        OsciMessage message = new OsciMessage(envelope.document(), Collections.emptyList());
        envelope.sign("osci:ClientSignature", OsciStand.AUTHOR, "s", message);
        envelope.check("osci:ClientSignature", OsciStand.AUTHOR.signature(), message, TODAY);
        envelope.block("osci:fetchDelivery");
        assertThat(code(() -> envelope.check("osci:ClientSignature", OsciStand.AUTHOR.signature(), message, TODAY)))
                .isEqualTo("9602");
    }

    @Test
    void idThatOccursTwiceIsRefused() {
        String twice = "<a><b Id='x'/><c Id='x'/></a>";
        assertThat(code(() -> Xml.parse(new ByteArrayInputStream(twice.getBytes(UTF_8)))))
                .isEqualTo("9100");
    }
}
