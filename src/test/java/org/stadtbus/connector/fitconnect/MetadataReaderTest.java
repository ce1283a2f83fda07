package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataReaderTest {
    private static final String HASH = "{\"type\":\"sha512\",\"content\":\"" + "0a".repeat(64) + "\"}";
    private static final String FILE =
            "{\"attachmentId\":\"a-1\",\"purpose\":\"attachment\",\"mimeType\":\"text/plain\"," + "\"hash\":" + HASH
                    + "}";
    private static final String GOOD = "{\"schemaVersion\":\"1.3.0\",\"contentStructure\":{\"data\":{\"hash\":" + HASH
            + ",\"submissionSchema\":{\"schemaUri\":\"urn:x:form:1\",\"mimeType\":\"application/json\"}},\"attachments\":["
            + FILE + "]}}";

    private final MetadataReader reader = new MetadataReader();

    private Metadata read(String json) {
        return reader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void goodMetadataAreRead() {
        Metadata metadata = read(GOOD);

        assertThat(metadata.formSchema()).isEqualTo("urn:x:form:1");
        assertThat(metadata.serviceIdentifier()).isEmpty();
        assertThat(metadata.test()).isFalse();
        assertThat(metadata.files())
                .containsExactly(new Metadata.File("a-1", "a-1", "text/plain", "", "0a".repeat(64)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.3.0      | 2.0.0",
                "sha512     | sha256",
                "urn:x:form:1 | kein Schema",
                "a-1        | ../../etwas",
                "a-1        | a\\n",
                "text/plain | text/plain\\r\\nX: y",
                "0a0a       | xx",
                "\"attachments\" | \"anlagen\"",
                "\"mimeType\":\"application/json\" | \"mimeType\":\"text/html\""
            })
    void whatTheSchemaDoesNotAllowIsRefused(String good, String bad) {
        assertRefused(GOOD.replace(good, bad), Refused.SCHEMA);
    }

    @Test
    void oneAttachmentDescribedTwiceIsRefused() {
        assertRefused(GOOD.replace(FILE, FILE + "," + FILE), Refused.SCHEMA);
    }

    @Test
    void whatIsNoJsonOrNamesAFieldTwiceIsRefused() {
        assertRefused("kein JSON", Refused.SYNTAX);
        assertRefused(GOOD.replace("\"schemaVersion\"", "\"test\":1,\"test\":2,\"schemaVersion\""), Refused.SYNTAX);
        assertRefused(GOOD + "{}", Refused.SYNTAX);
    }

    private void assertRefused(String json, String code) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.problemCode()).isEqualTo(code);
            assertThat(e.part()).isEqualTo(Part.METADATA);
        });
    }
}
