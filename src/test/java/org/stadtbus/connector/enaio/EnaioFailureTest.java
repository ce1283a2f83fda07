package org.stadtbus.connector.enaio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.Message;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.Fault;
import org.stadtbus.testkit.Refuses;
import org.stadtbus.vault.Vault;

/** What the connector makes of an eAkte that is not well. */
class EnaioFailureTest extends EakteTest {

    @ParameterizedTest
    @CsvSource({
        "400, PERMANENT, enaio-refused",
        "401, PERMANENT, enaio-access",
        "403, PERMANENT, enaio-access",
        "404, PERMANENT, enaio-refused",
        "408, TRANSIENT, enaio-unavailable",
        "409, TRANSIENT, enaio-locked",
        "413, PERMANENT, enaio-refused",
        "422, PERMANENT, enaio-refused",
        "423, TRANSIENT, enaio-locked",
        "425, TRANSIENT, enaio-unavailable",
        "429, TRANSIENT, enaio-unavailable",
        "500, TRANSIENT, enaio-unavailable",
        "503, TRANSIENT, enaio-unavailable"
    })
    void statusDecidesTheKindOfFailure(int status, FailureKind kind, String code) {
        Message message = applications.application("bau", "Plan");
        enaio.server().fault(new Fault.Error(status));

        assertFails(() -> filing.file(message), kind, code);

        assertFiledOnceWell(message);
    }

    @Test
    void eakteThatIsDownIsTriedAgain() {
        Message message = applications.application("bau", "Plan");
        Filing direct = filing(settings(enaio.server().uri(), PASSWORD, Duration.ofSeconds(60)), vault);
        enaio.server().fault(new Fault.Down());

        assertFails(() -> direct.file(message), FailureKind.TRANSIENT, "enaio-unreachable");

        assertFiledOnceWell(message);
    }

    @Test
    void eakteThatIsTooSlowIsTriedAgain() {
        Message message = applications.application("bau", "Plan");
        Filing hasty = filing(PASSWORD, Duration.ofMillis(200));
        enaio.server().fault(new Fault.Slow(Duration.ofHours(1)));

        assertFails(() -> hasty.file(message), FailureKind.TRANSIENT, "enaio-timeout");
    }

    @ParameterizedTest
    @Refuses(connector = "enaio", value = BadInput.MALFORMED)
    @ValueSource(
            strings = {
                "",
                "<html>Wartung</html>",
                "{}",
                "{\"objects\":17}",
                "{\"objects\":[{\"properties\":{}}]}",
                "{\"objects\":[{\"prop"
            })
    void brokenAnswerIsTriedAgainAtEveryRequest(String body) {
        Answer broken = Answer.bytes(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
        for (int request = 1; request <= 5; request++) {
            Message message = applications.application("bau" + request, "Plan");
            door.answerAt(door.requests() + request, broken);
            assertFails(() -> filing.file(message), FailureKind.TRANSIENT, "enaio-answer-unreadable");
            filing.file(message);
        }

        assertThat(enaio.cases()).hasSize(5);
        assertThat(enaio.documents()).hasSize(10);
    }

    @Test
    @Refuses(connector = "enaio", value = BadInput.OVERSIZED)
    void answerWithoutEndIsGivenUpAndTriedAgain() {
        Message message = applications.application("bau", "Plan");
        String endless = "{\"objects\":[]" + " ".repeat(EnaioHttp.LARGEST_ANSWER) + "}";
        door.answerAt(1, Answer.bytes(200, "application/json", endless.getBytes(StandardCharsets.UTF_8)));

        assertFails(() -> filing.file(message), FailureKind.TRANSIENT, "enaio-answer-unreadable");

        assertFiledOnceWell(message);
    }

    @Test
    @Refuses(connector = "enaio", value = BadInput.WRONGLY_SIGNED)
    void wrongPasswordNeedsAPerson() {
        assertFails(
                () -> filing("falsch", Duration.ofSeconds(60)).file(applications.application("bau")),
                FailureKind.PERMANENT,
                "enaio-access");
    }

    @Test
    void severalCasesForOneJourneyNeedAPerson() {
        EnaioClient client =
                new EnaioClient(new EnaioHttp(settings(enaio.server().uri(), PASSWORD, Duration.ofSeconds(60))));
        CaseFiles cases = new CaseFiles(client, "Vorgang", "", Set.of());
        Message message = applications.application("bau");
        cases.of(message.envelope());
        client.create(
                java.util.Map.of("system:objectTypeId", "Vorgang", "StadtbusVorgang", Applications.journey("bau")));

        assertFails(() -> filing.file(message), FailureKind.PERMANENT, "enaio-several-cases");
    }

    @Test
    void fileThatTheVaultNoLongerHasNeedsAPerson() {
        Message message = applications.application("bau", "Plan");
        Filing other = filing(settings(door.uri(), PASSWORD, Duration.ofSeconds(60)), emptyVault());

        assertFails(() -> other.file(message), FailureKind.PERMANENT, "payload-gone");
    }

    private Vault emptyVault() {
        return new org.stadtbus.vault.FileVault(home.resolve("other"), home.resolve("keys/other.json"));
    }

    @Test
    void fileThatTurnsOutExchangedAtItsEndIsNotFiled() {
        Message message = applications.application("bau", "Plan");
        Filing exchanged = filing(settings(door.uri(), PASSWORD, Duration.ofSeconds(60)), new Exchanged(vault));

        assertFails(() -> exchanged.file(message), FailureKind.TRANSIENT, "vault-unreadable");

        assertThat(enaio.documents()).hasSize(1);
        assertFiledOnceWell(message);
    }

    private void assertFiledOnceWell(Message message) {
        enaio.server().fault(new Fault.None());
        filing.file(message);
        assertThat(enaio.cases()).hasSize(1);
        assertThat(enaio.documents()).hasSize(2);
    }

    /** A vault that notices only at the end of a file that it is another one. */
    private record Exchanged(Vault vault) implements Vault {
        @Override
        public Stored store(String drawer, InputStream bytes, long limit) {
            return vault.store(drawer, bytes, limit);
        }

        @Override
        public Stored store(String drawer, byte[] bytes) {
            return vault.store(drawer, bytes);
        }

        @Override
        public InputStream open(String sha256) {
            return new FilterInputStream(new ByteArrayInputStream("XXXX".getBytes(StandardCharsets.UTF_8))) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0];
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int n = in.read(buffer, offset, length);
                    if (n < 0) {
                        throw new IOException("The vault holds other bytes under this address than were stored");
                    }
                    return n;
                }
            };
        }

        @Override
        public boolean holds(String sha256) {
            return vault.holds(sha256);
        }

        @Override
        public Path spool() {
            return vault.spool();
        }
    }
}
