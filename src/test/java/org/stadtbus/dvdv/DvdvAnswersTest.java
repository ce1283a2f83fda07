package org.stadtbus.dvdv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtbus.standards.AuthorityService.Element;

/** What the hub reads in an answer of the DVDV. */
class DvdvAnswersTest {
    private static final String CIPHER = "\"cipherCertificate\": {\"content\": \"chiffrat\"}";
    private static final String SIGNATURE = "\"signatureCertificate\": {\"content\": \"signatur\"}";

    @ParameterizedTest
    @CsvSource({"SIGNATURE_CERTIFICATE, signatur", "CIPHER_CERTIFICATE, chiffrat", "OSCI_ADDRESSEE, chiffrat"})
    void elementWithTwoCertificatesIsAboutTheOneOfItsType(String type, String certificate) throws Exception {
        assertThat(certificate(type, CIPHER + "," + SIGNATURE)).isEqualTo(certificate);
    }

    @ParameterizedTest
    @CsvSource({"SIGNATURE_CERTIFICATE", "CIPHER_CERTIFICATE", "OSCI_ADDRESSEE"})
    void elementWithOneCertificateIsAboutThat(String type) throws Exception {
        assertThat(certificate(type, SIGNATURE)).isEqualTo("signatur");
        assertThat(certificate(type, CIPHER)).isEqualTo("chiffrat");
    }

    private static String certificate(String type, String certificates) throws Exception {
        JsonNode service = new ObjectMapper()
                .readTree(
                        "{\"nameDe\": \"Dienst\", \"serviceElements\": [{\"serviceElementName\": \"e\", \"serviceElementType\": \"%s\", %s}]}"
                                .formatted(type, certificates));
        return DvdvAnswers.service(service, "urn:dienst", Instant.EPOCH)
                .orElseThrow()
                .value()
                .element(type)
                .map(Element::certificate)
                .orElseThrow();
    }
}
