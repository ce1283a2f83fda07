package org.stadtbus.dvdv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.standards.AuthorityService;

/** Sandbox and client keep to the official interface description, and the client reads what a DVDV really answered. */
class DvdvContractTest {
    private static final Instant DAY_OF_RECORDING = Instant.parse("2019-08-01T00:00:00Z");
    private static final String FUNCTIONS = "/{entryPath}/v2/";

    private OfficialDvdv official;
    private DvdvStand stand;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        official = new OfficialDvdv();
        stand = new DvdvStand();
    }

    @AfterEach
    void close() {
        if (stand != null) {
            stand.close();
        }
    }

    @Test
    void everyFunctionTheClientUsesIsInTheInterface() {
        assertThat(official.has("/extern/standaloneauth/token", "post")).isTrue();
        assertThat(official.has(FUNCTIONS + "findauthoritydescription", "get")).isTrue();
        assertThat(official.has(FUNCTIONS + "findservicedescription", "get")).isTrue();
        assertThat(official.has(FUNCTIONS + "verifycategory", "get")).isTrue();
        assertThat(official.has(FUNCTIONS + "findservicedescription", "post")).isFalse();
    }

    @Test
    void clientsQuestionsAreValidRequests() {
        DvdvDirectory directory = stand.directory(folder);
        directory.require(DvdvStand.ROLE);
        directory.service(DvdvStand.ROLE, DvdvStand.SERVICE);
        directory.holds(DvdvStand.FINGERPRINT, DvdvStand.CATEGORY);
        assertThat(stand.dvdv.asked()).hasSize(3).allSatisfy(question -> assertThat(
                        official.findings("Request", question))
                .isEmpty());
    }

    @Test
    void sandboxAnswersByTheSchemas() throws Exception {
        PlainClient client = stand.plainClient();
        assertThat(official.findings("AccessToken", client.token())).isEmpty();
        assertThat(official.findings(
                        "OrganizationDescription",
                        client.ask(
                                "findauthoritydescription",
                                "{\"category\":\"%s\",\"organizationKey\":\"%s\"}"
                                        .formatted(DvdvStand.CATEGORY, DvdvStand.KEY))))
                .isEmpty();
        assertThat(official.findings("Service", client.ask("findservicedescription", service(DvdvStand.SERVICE))))
                .isEmpty();
        assertThat(official.findings("VerificationResult", client.ask("verifycategory", "{}")))
                .isEmpty();
        assertThat(official.findings("Problem", client.ask("findservicedescription", service("urn:unbekannt"))))
                .isEmpty();
        assertThat(official.findings("Problem", client.ask("findservicedescription", "{Unsinn")))
                .isEmpty();
    }

    @Test
    void answerOfAnotherShapeIsSeen() {
        ObjectNode broken = new ObjectMapper().createObjectNode().put("verifyCategory", "vielleicht");
        assertThat(official.findings("VerificationResult", broken)).isNotEmpty();
        assertThat(official.findings("Service", new ObjectMapper().createObjectNode()))
                .isNotEmpty();
    }

    @Test
    void recordedAuthorityIsReadAndEndsWhenItEnds() throws Exception {
        JsonNode recorded = official.recorded("OrganizationDescription.json");
        assertThat(DvdvAnswers.authority(recorded, DAY_OF_RECORDING))
                .contains(new Found<>("der-orga-name", Instant.parse("2019-12-06T01:00:00Z")));
        assertThat(DvdvAnswers.authority(recorded, Instant.parse("2019-12-06T01:00:00Z")))
                .isEmpty();
        assertThat(DvdvAnswers.authority(recorded, Instant.parse("2019-06-17T01:59:59Z")))
                .isEmpty();
    }

    @Test
    void recordedServicesAreRead() throws Exception {
        AuthorityService plain = recordedService("ServiceDescription.json");
        assertThat(plain.name()).isEqualTo("test-servicename");
        assertThat(plain.element("TEXT").orElseThrow().text()).isEqualTo("test-sle-text");
        assertThat(recordedService("ServiceDescription-mit-Custom.json").elements())
                .singleElement()
                .satisfies(element -> assertThat(element.uri()).isEqualTo("urn:dummy:1"));
    }

    private AuthorityService recordedService(String name) throws IOException {
        Optional<Found<AuthorityService>> read =
                DvdvAnswers.service(official.recorded(name), "urn:dummy:1", DAY_OF_RECORDING);
        assertThat(read.orElseThrow().validUntil()).isEqualTo(Instant.MAX);
        return read.orElseThrow().value();
    }

    @Test
    void recordedVerificationsAreRead() throws Exception {
        JsonNode recorded = official.recorded("batchVerifyCategory.json");
        assertThat(DvdvAnswers.verified(recorded.get(0)).value()).isTrue();
        assertThat(DvdvAnswers.verified(recorded.get(1)).value()).isFalse();
    }

    private static String service(String uri) {
        return "{\"organizationKey\":\"%s\",\"serviceSpecificationUri\":\"%s\"}".formatted(DvdvStand.KEY, uri);
    }
}
