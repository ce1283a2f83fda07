package org.stadtbus.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stadtbus.broker.Outgoing;
import org.stadtbus.broker.Queues;
import org.stadtbus.catalogue.CatalogueLoader;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.mapping.DirectoryView;
import org.stadtbus.mapping.Mappings;
import org.stadtbus.standards.FileDirectory;

/** Who handed an application in gets the answers to it, in the standard he speaks. */
class ReturnedAnswersTest {
    private static final String PORTAL = "bauportal-vba";
    private static final String CASE = "a4c1d2e0-0000-4000-8000-000000000001";
    private static final Path DECISION = Path.of("mappings/xbau-to-status/samples/genehmigt.in.xml");

    private final CatalogueLoader catalogue = new CatalogueLoader();
    private final Mappings mappings = Mappings.load(
            Path.of("mappings"),
            new DirectoryView(FileDirectory.load(Path.of("mappings/common/sample-directory.yaml"))));
    private final ReturnedAnswers returned = new ReturnedAnswers(catalogue.load(Path.of("")));
    private final Replies replies = new Replies(catalogue.load(Path.of("")), new Replies.Channels(Map.of()));

    private List<Outgoing> reply(String channel, ReplyStep.Source source) throws Exception {
        returned.put(PORTAL, mappings.find("xbau-antwort-to-bauportal"));
        Hop hop = Hops.of(
                Envelope.builder("answer", "journey", Instant.EPOCH)
                        .service("99012018001000")
                        .messageType("0205")
                        .channel(channel)
                        .replyTo(CASE),
                Files.readString(DECISION));
        new ReplyStep(replies, returned, source).perform(hop);
        return hop.outbox().messages();
    }

    private ReplyStep.Source answers() {
        return new ReplyStep.Source.Mapped(mappings.find("xbau-to-status"), new MappingContexts());
    }

    @Test
    void portalGetsTheDecisionUnderItsOwnReference() throws Exception {
        Outgoing sent = reply(PORTAL, answers()).get(0);
        assertThat(sent.queue()).isEqualTo(Queues.delivery(PORTAL));
        assertThat(sent.message().envelope().messageType()).isEqualTo("0205");
        assertThat(new String(sent.message().payload(), UTF_8))
                .contains("bescheid.0205", "<referenz>" + CASE)
                .doesNotContain("bezugNachricht");
    }

    @Test
    void sameAnswerIsTheSameMessage() throws Exception {
        assertThat(reply(PORTAL, answers()).get(0).duplicateKey())
                .isEqualTo(reply(PORTAL, answers()).get(0).duplicateKey());
    }

    @Test
    void applicantOfAnotherChannelGetsNoXbau() throws Exception {
        assertThat(reply("rest", answers())).isEmpty();
    }

    @Test
    void stateWithoutAnAnswerSendsThePortalNothing() throws Exception {
        assertThat(reply(PORTAL, new ReplyStep.Source.Fixed(JourneyState.FORWARDED)))
                .isEmpty();
    }

    @Test
    void anotherAnswerIsAnotherMessage() throws Exception {
        Outgoing first = reply(PORTAL, answers()).get(0);
        returned.put(PORTAL, mappings.find("xbau-antwort-to-bauportal"));
        Hop other = Hops.of(
                Envelope.builder("another-answer", "journey", Instant.EPOCH)
                        .service("99012018001000")
                        .messageType("0205")
                        .channel(PORTAL)
                        .replyTo(CASE),
                Files.readString(DECISION));
        assertThat(returned.of(other).orElseThrow().duplicateKey()).isNotEqualTo(first.duplicateKey());
    }

    @Test
    void procedureWithoutAMappingGetsNothingItCannotRead() throws Exception {
        Hop hop = Hops.of(
                Envelope.builder("answer", "journey", Instant.EPOCH)
                        .service("99012018001000")
                        .channel("bauantraege")
                        .replyTo(CASE),
                Files.readString(DECISION));
        returned.put(PORTAL, mappings.find("xbau-antwort-to-bauportal"));
        assertThat(returned.of(hop)).isEmpty();
    }
}
