package org.stadtbus.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmValue;
import org.junit.jupiter.api.Test;

/** The answers of the sandbox's authorities are official messages too. */
class SandboxAnswersTest {
    private static final TestSchemas SCHEMAS = new TestSchemas();
    private static final String COMPLETE = "mappings/bauantrag-to-xbau/samples/einfamilienhaus.out.xml";
    private static final String INCOMPLETE =
            "mappings/bauantrag-to-xbau/samples/nutzungsaenderung-zweier-organisationen.out.xml";
    private static final String PARTICIPATION =
            "mappings/xbau-antrag-to-beteiligung/samples/namen-nach-din-91379.out.xml";

    @Test
    void aCompleteApplicationIsFoundComplete() {
        String answer = answer("antwort-0201.xsl", COMPLETE, Map.of());
        assertThat(answer).contains("<xbau:antragVollstaendig>true<").doesNotContain("befundliste");
    }

    @Test
    void aMissingStructuralProofIsDemanded() {
        String answer = answer("antwort-0201.xsl", INCOMPLETE, Map.of());
        assertThat(answer)
                .contains("<xbau:antragVollstaendig>false<", "<code>2801</code>", "Der Standsicherheitsnachweis fehlt.")
                .doesNotContain("1803");
    }

    @Test
    void demandsAreTakenOver() {
        String answer = answer("antwort-0201.xsl", COMPLETE, Map.of("demands", "1803 Der Lageplan fehlt.\nZu klein."));
        assertThat(answer).contains("<code>1803</code>", "Der Lageplan fehlt.", "Zu klein.");
        assertThat(answer("antwort-0201.xsl", INCOMPLETE, Map.of("demands", "")))
                .doesNotContain("befundliste");
    }

    @Test
    void theDecisionIsAsTheProcedureWants() {
        assertThat(answer("antwort-0205.xsl", COMPLETE, Map.of())).contains("<xbau:istGenehmigung>true<");
        assertThat(answer("antwort-0205.xsl", COMPLETE, Map.of("decision", "abgelehnt")))
                .contains("<xbau:istGenehmigung>false<");
    }

    @Test
    void theFireBrigadeAnswersTheParticipation() {
        String answer = answer("antwort-0303.xsl", PARTICIPATION, Map.of());
        assertThat(answer).contains("<xbau:istZustimmung>true<", "<code>0300</code>");
        assertThat(answer("antwort-0303.xsl", PARTICIPATION, Map.of("decision", "abgelehnt")))
                .contains("<xbau:istZustimmung>false<");
    }

    private static String answer(String stylesheet, String question, Map<String, String> parameters) {
        URL url = Objects.requireNonNull(SandboxAnswersTest.class.getResource("/org/stadtbus/sandbox/" + stylesheet));
        Map<QName, XdmValue> values = new HashMap<>();
        values.put(new QName("messageId"), new XdmAtomicValue("9b1f7c00-0000-4000-8000-000000000201"));
        values.put(new QName("createdAt"), new XdmAtomicValue("2026-03-05T08:00:00Z"));
        values.put(new QName("aktenzeichen"), new XdmAtomicValue("63-2026-00012"));
        parameters.forEach((name, value) -> values.put(new QName(name), new XdmAtomicValue(value)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Processor processor = new Processor(false);
            var transformer = processor
                    .newXsltCompiler()
                    .compile(new StreamSource(url.toString()))
                    .load30();
            transformer.setStylesheetParameters(values);
            transformer.applyTemplates(new StreamSource(Path.of(question).toFile()), processor.newSerializer(out));
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
        assertThat(SCHEMAS.findings("xbau-2.6", out.toByteArray())).isEmpty();
        return out.toString(StandardCharsets.UTF_8);
    }
}
