package org.stadtbus.connector.xta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.intake.Incoming;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Refuses;

/** What lies in the hub's mailbox at a provider leaves it when the hub has it, and not before. */
class FetchingTest {
    private static final byte[] PLAN = {0, 1, -1, 13, 10};
    private static final String PREFIX = "urn:de:xta:messageid:sandbox:";

    @TempDir
    Path folder;

    private final List<Incoming> taken = new ArrayList<>();
    private XtaStand stand;
    private Fetching fetching;

    @BeforeEach
    void start() throws Exception {
        stand = new XtaStand(folder);
        fetching = stand.fetching(stand.account());
    }

    @AfterEach
    void stop() throws Exception {
        stand.close();
    }

    private void put(String name) {
        Message message = stand.message(name, ("<" + name + "/>").getBytes(UTF_8), PLAN);
        Heads heads = stand.heads("ags:03403000");
        stand.office.put(name, heads.of(message.envelope(), PREFIX + name), stand.parts.container(message));
    }

    private void take(Fetching.Letter letter) throws Exception {
        taken.add(stand.parts.incoming(XtaStand.PROCEDURE, letter.id(), letter.content()));
    }

    @Test
    void messageAndAttachmentComeByteForByteAndLeaveTheBox() throws Exception {
        put("eins");
        assertThat(fetching.waiting()).containsExactly(PREFIX + "eins");
        assertThat(fetching.fetch(PREFIX + "eins", this::take)).isTrue();
        assertThat(taken).singleElement().satisfies(message -> {
            assertThat(message.bytes()).isEqualTo("<eins/>".getBytes(UTF_8));
            assertThat(message.duplicateKey()).isEqualTo(PREFIX + "eins");
            assertThat(message.attachments()).singleElement().satisfies(plan -> assertThat(
                            stand.vault.open(plan.sha256()).readAllBytes())
                    .isEqualTo(PLAN));
        });
        assertThat(stand.office.box()).isEmpty();
    }

    @Test
    void whatTheHubCannotTakeStaysThere() throws Exception {
        put("eins");
        HubException full = HubException.permanent("voll", "Voll.");
        assertThat(catchException(() -> fetching.fetch(PREFIX + "eins", letter -> {
                    throw full;
                })))
                .isSameAs(full);
        assertThat(stand.office.box()).containsExactly("eins");
    }

    @Test
    @Refuses(connector = "xta", value = BadInput.REPLAYED)
    void lostAnswerToCloseBringsTheSameMessageNoSecondTime() throws Exception {
        put("eins");
        stand.office.fault(new Fault.HangUp());
        assertThat(catchException(() -> fetching.fetch(PREFIX + "eins", this::take)))
                .isInstanceOf(HubException.class);
        stand.office.fault(new Fault.None());
        assertThat(fetching.waiting()).isEmpty();
        assertThat(fetching.fetch(PREFIX + "eins", this::take)).isFalse();
        assertThat(taken).hasSize(1);
    }

    @Test
    void allPagesOfAFullBoxAreSeen() throws Exception {
        IntStream.range(0, 130).forEach(i -> put("brief-" + i));
        assertThat(fetching.waiting()).hasSize(130).doesNotHaveDuplicates();
    }
}
