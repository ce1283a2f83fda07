package org.stadtbus.connector.bebpo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadtbus.standards.OfficialStandards;
import org.xml.sax.SAXException;

/** A message whose file names were made valid is still one of XJustiz 3.6.2, by the official schema. */
class XjustizSchemaTest {
    private static final String ORIGINAL = "Gutachten (Ärztin) 1.2.pdf";

    private Schema schema;
    private byte[] message;

    @BeforeEach
    void read() throws Exception {
        schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(OfficialStandards.require()
                        .resolve("xjustiz/3.6.2-subset/xjustiz_0005_nachrichten_3_2.xsd")
                        .toFile());
        try (InputStream sample = getClass().getResourceAsStream("/bebpo/uebermittlung.0005005.xml")) {
            message = Objects.requireNonNull(sample).readAllBytes();
        }
    }

    private void validate(byte[] bytes) throws Exception {
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
    }

    @Test
    void messageWithChangedNamesIsValid() throws Exception {
        List<String> names = ValidNames.of(List.of(ORIGINAL), Requests.MESSAGE);
        byte[] renamed = XjustizFiles.renamed(message, List.of(ORIGINAL), names);
        assertThat(new String(renamed, UTF_8)).contains("<dateiname>Gutachten__Ärztin__1_2.pdf</dateiname>");
        assertThat(XjustizFiles.originals(renamed)).containsEntry(names.get(0), ORIGINAL);
        validate(renamed);
    }

    @Test
    void messageOfAnOlderVersionIsNot() {
        byte[] older = new String(message, UTF_8).replace("3.6.2", "3.4.1").getBytes(UTF_8);
        assertThatThrownBy(() -> validate(older)).isInstanceOf(SAXException.class);
    }
}
