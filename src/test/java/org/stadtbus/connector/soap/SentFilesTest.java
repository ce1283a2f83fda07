package org.stadtbus.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.testkit.SmallHeap;
import org.stadtbus.testkit.Zeros;
import org.stadtbus.vault.Vault;

/** Files of a message go with the call as MTOM, where the connection says so, to a CXF server over TLS. */
class SentFilesTest {
    private static final long LARGE = 160L * 1024 * 1024;
    private static final int HEAP = 80;
    private static final String ANSWER = "<m:angenommen xmlns:m='urn:hersteller:meldung'/>";
    private static final String DRAWER = "99000000000000";

    @TempDir
    Path folder;

    private static Attachment file(SoapStand stand, long bytes) {
        Vault.Stored stored = stand.vault.store(DRAWER, new Zeros(bytes), bytes);
        return new Attachment("plan-1", "Lageplan ü.pdf", "application/pdf", "", stored.size(), stored.sha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Port11", "Port12"})
    void aFileGoesAsAPartUnderItsId(String port) throws Exception {
        try (SoapStand stand = new SoapStand(folder, port, ANSWER)) {
            Attachment file = file(stand, 300_000);
            Exchange done = stand.send(SoapStand.message(file), Map.of("attachments", "mtom"));
            assertThat(done.getException()).isNull();
            assertThat(stand.office.calls()).singleElement().satisfies(call -> assertThat(call.files())
                    .isEqualTo(Map.of("plan-1", file.sha256())));
        }
    }

    @Test
    void withoutMtomFilesNeedAPersonAndAnIncludeThatLeadsNowhereToo() throws Exception {
        try (SoapStand stand = new SoapStand(folder, "Port11", ANSWER)) {
            Message message = SoapStand.message(file(stand, 10));
            HubException unwanted = (HubException) stand.send(message, Map.of()).getException();
            assertThat(unwanted.problemCode()).isEqualTo("soap-message-with-files");
            byte[] dangling =
                    "<a><i:Include xmlns:i='http://www.w3.org/2004/08/xop/include' href='cid:x'/></a>".getBytes(UTF_8);
            HubException missing =
                    (HubException) stand.send(new Message(message.envelope(), dangling), Map.of("attachments", "mtom"))
                            .getException();
            assertThat(missing.kind()).isEqualTo(FailureKind.PERMANENT);
            assertThat(missing.problemCode()).isEqualTo("soap-message-file-missing");
            assertThat(stand.office.calls()).isEmpty();
        }
    }

    @Test
    void aFileTwiceAsLargeAsTheHeapGoesOut() throws Exception {
        SmallHeap.run(Passage.class, HEAP, folder, folder.toString());
    }

    /** Runs in a process of its own. */
    static final class Passage {
        public static void main(String[] arguments) throws Exception {
            try (SoapStand stand = new SoapStand(Path.of(arguments[0]), "Port11", ANSWER)) {
                Attachment file = file(stand, LARGE);
                Exchange done = stand.send(SoapStand.message(file), Map.of("attachments", "mtom"));
                if (done.getException() != null) {
                    throw done.getException();
                }
                if (!stand.office.calls().get(0).files().containsValue(file.sha256())) {
                    throw new IllegalStateException("arrived: " + stand.office.calls());
                }
            }
        }
    }
}
