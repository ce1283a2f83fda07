package org.stadtbus.osci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two participants can rely on between them, over a real intermediary. */
class DialogTest {
    private static final String PAYLOAD = "<meldung name='J\u030c\u0331'/>";

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

    private static Content read(OsciMessage message) throws OsciException {
        return new ContentReader(OsciStand.READER, OsciStand.trust(), new Algorithms(false)).read(message);
    }

    @Test
    void messageAndAttachmentsArriveByteForByte() throws Exception {
        stand.send(OsciStand.content(PAYLOAD, "Plan äöü.pdf", "Bescheid.pdf"));
        Dialog dialog = stand.dialog(OsciStand.READER);
        try (Dialog.Delivery delivery = dialog.fetch().orElseThrow()) {
            Content content = read(delivery.message());
            assertThat(content.payload()).asString(UTF_8).isEqualTo(PAYLOAD);
            assertThat(content.files()).extracting(Part::id).containsExactly("Plan äöü.pdf", "Bescheid.pdf");
            try (InputStream plan = content.files().get(0).source().open()) {
                assertThat(plan.readAllBytes()).asString(UTF_8).isEqualTo("Inhalt von Plan äöü.pdf");
            }
        }
    }

    @Test
    void deliveryIsConfirmedByTheNextOrderOnly() throws Exception {
        String id = stand.send(OsciStand.content(PAYLOAD));
        stand.dialog(OsciStand.READER).fetch().orElseThrow().close();
        assertThat(stand.post.received()).isEmpty();
        Dialog dialog = stand.dialog(OsciStand.READER);
        dialog.fetch().orElseThrow().close();
        assertThat(dialog.fetch()).isEmpty();
        assertThat(stand.post.received()).containsExactly(id);
    }

    @Test
    void processCardTellsWhenTheReaderHasIt() throws Exception {
        String id = stand.send(OsciStand.content(PAYLOAD));
        Dialog author = stand.dialog(OsciStand.AUTHOR);
        assertThat(author.processCard(id).orElseThrow().reception()).isEmpty();
        Dialog reader = stand.dialog(OsciStand.READER);
        reader.fetch().orElseThrow().close();
        reader.end();
        ProcessCard card = author.processCard(id).orElseThrow();
        assertThat(card.reception()).isPresent();
        assertThat(card.xml()).asString(UTF_8).contains("InspectionReport", "MathResult");
        assertThat(author.processCard("unbekannt")).isEmpty();
    }

    @Test
    void messageIdServesOnce() throws Exception {
        String id = stand.send(OsciStand.content(PAYLOAD));
        Dialog again = stand.dialog(OsciStand.AUTHOR);
        OsciException refused = catchThrowableOfType(
                OsciException.class, () -> again.store(id, "", OsciStand.content(PAYLOAD), OsciStand.READER.cipher()));
        assertThat(refused.code()).isEqualTo("9801");
        assertThat(stand.post.taken()).hasSize(1);
    }

    @Test
    void moreAttachmentsThanASignatureUsuallyHasReferences() throws Exception {
        stand.send(OsciStand.content(
                PAYLOAD, IntStream.range(0, 40).mapToObj(i -> i + ".pdf").toArray(String[]::new)));
        try (Dialog.Delivery delivery = stand.dialog(OsciStand.READER).fetch().orElseThrow()) {
            assertThat(read(delivery.message()).files()).hasSize(40);
        }
    }

    @Test
    void nothingIsLeftInTheSpool() throws Exception {
        stand.send(OsciStand.content(PAYLOAD, "Plan.pdf"));
        Dialog dialog = stand.dialog(OsciStand.READER);
        dialog.fetch().orElseThrow().close();
        dialog.end();
        try (Stream<Path> left = Files.list(stand.spool)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void nobodyElseReadsIt() throws Exception {
        stand.send(OsciStand.content(PAYLOAD));
        try (Dialog.Delivery delivery = stand.dialog(OsciStand.READER).fetch().orElseThrow()) {
            ContentReader stranger =
                    new ContentReader(OsciStand.intermediary(), OsciStand.trust(), new Algorithms(false));
            assertThat(catchThrowableOfType(OsciException.class, () -> stranger.read(delivery.message()))
                            .code())
                    .isEqualTo("9200");
        }
    }
}
