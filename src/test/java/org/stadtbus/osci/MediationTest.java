package org.stadtbus.osci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.sandbox.http.LocalServer;
import org.stadtbus.sandbox.http.Request;
import org.stadtbus.standards.OfficialStandards;

/** A message is brought to a reader who waits for it (MediateDelivery, ProcessDelivery). */
class MediationTest {
    private static final Algorithms TODAY = new Algorithms(false);

    @TempDir
    Path folder;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<Path> orders = new CopyOnWriteArrayList<>();
    private final List<Path> answers = new CopyOnWriteArrayList<>();
    private OsciCode says = OsciCode.DONE;
    private OsciStand stand;
    private LocalServer reader;

    @BeforeEach
    void start() throws Exception {
        stand = new OsciStand(folder);
        reader = new LocalServer(0).on("POST", "/osci", this::answer).start();
    }

    @AfterEach
    void stop() {
        reader.close();
        stand.close();
    }

    private Answer answer(Request request) throws IOException {
        Path order = Files.createTempFile(folder, "auftrag", "");
        Files.copy(request.body(), order, StandardCopyOption.REPLACE_EXISTING);
        orders.add(order);
        PassiveRecipient passive = new PassiveRecipient(
                OsciStand.READER,
                OsciStand.intermediary().cipher(),
                OsciStand.intermediary().signature(),
                TODAY,
                stand.spool);
        try {
            Path answer = passive.answer(order, (id, message) -> {
                try {
                    Content content = new ContentReader(OsciStand.READER, OsciStand.trust(), TODAY).read(message);
                    taken.add(new String(content.payload(), UTF_8));
                    return says;
                } catch (OsciException e) {
                    throw new IOException(e);
                }
            });
            answers.add(answer);
            return Answer.bytes(200, "text/xml", Files.readAllBytes(answer));
        } catch (OsciException refused) {
            return Answer.bytes(500, "text/xml", Files.readAllBytes(passive.refusal(refused)));
        }
    }

    private URI address() {
        return reader.uri().resolve("/osci");
    }

    private ProcessCard mediate(Dialog dialog, String id) throws IOException, OsciException {
        return dialog.mediate(id, "", address(), OsciStand.content("<a/>", "Plan.pdf"), OsciStand.READER.cipher());
    }

    @Test
    void authorLearnsWhenTheReaderHasIt() throws Exception {
        Dialog dialog = stand.dialog(OsciStand.AUTHOR);
        String id = dialog.newMessageId();
        ProcessCard card = mediate(dialog, id);
        assertThat(card.reception()).isPresent();
        assertThat(taken).containsExactly("<a/>");
        assertThat(dialog.processCard(id)).isPresent();
    }

    @Test
    void readerWhoRefusesOrIsAwayIsReportedAndTheIdServesAgain() throws Exception {
        Dialog dialog = stand.dialog(OsciStand.AUTHOR);
        String id = dialog.newMessageId();
        says = OsciCode.NOT_ACCEPTED;
        assertThat(catchThrowableOfType(OsciException.class, () -> mediate(dialog, id))
                        .code())
                .isEqualTo("9805");
        reader.fault(new Fault.Down());
        assertThat(catchThrowableOfType(OsciException.class, () -> mediate(dialog, id))
                        .code())
                .isEqualTo("9808");
        reader.fault(new Fault.None());
        says = OsciCode.DONE;
        mediate(dialog, id);
        assertThat(stand.post.received()).containsExactly(id);
    }

    @Test
    void whatNobodyButTheIntermediaryMayBringIsRefused() throws Exception {
        try (Eavesdropper wire = new Eavesdropper(stand.post.uri(), folder.resolve("mitschnitt"))) {
            Dialog dialog = stand.dialog(wire.uri(), OsciStand.AUTHOR, TODAY);
            dialog.newMessageId();
            PassiveRecipient passive = new PassiveRecipient(
                    OsciStand.intermediary(),
                    OsciStand.intermediary().cipher(),
                    OsciStand.intermediary().signature(),
                    TODAY,
                    stand.spool);
            Path order = wire.orders().get(1);
            assertThat(catchThrowableOfType(
                                    OsciException.class, () -> passive.answer(order, (id, message) -> OsciCode.DONE))
                            .code())
                    .isEqualTo("9300");
        }
    }

    @Test
    void ordersAndAnswersAreValid() throws Exception {
        OfficialSchemas schemas =
                new OfficialSchemas(OfficialStandards.require().resolve("osci-1.2"));
        try (Eavesdropper wire = new Eavesdropper(stand.post.uri(), folder.resolve("mitschnitt"))) {
            Dialog dialog = stand.dialog(wire.uri(), OsciStand.AUTHOR, TODAY);
            mediate(dialog, dialog.newMessageId());
            check(schemas, "soapMediateDelivery", wire.orders().get(2), OsciStand.intermediary());
            check(schemas, "soapResponseToMediateDelivery", wire.answers().get(2), OsciStand.AUTHOR);
        }
        check(schemas, "soapProcessDelivery", orders.get(0), OsciStand.READER);
        check(schemas, "soapResponseToProcessDelivery", answers.get(0), OsciStand.intermediary());
    }

    private void check(OfficialSchemas schemas, String name, Path file, Party opens) throws Exception {
        try (OsciMessage message = new Seal(stand.spool, TODAY).open(file, opens)) {
            schemas.validate(name, message.envelope());
        }
    }
}
