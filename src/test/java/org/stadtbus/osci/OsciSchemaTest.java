package org.stadtbus.osci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.standards.OfficialStandards;

/** Every order and every answer is what the official schemas of OSCI-Transport 1.2 say. */
class OsciSchemaTest {
    @TempDir
    Path folder;

    @Test
    void everyOrderAndAnswerIsValid() throws Exception {
        Path official = OfficialStandards.require().resolve("osci-1.2");
        OfficialSchemas schemas = new OfficialSchemas(official);
        try (OsciStand stand = new OsciStand(folder);
                Eavesdropper wire = new Eavesdropper(stand.post.uri(), folder.resolve("mitschnitt"))) {
            talk(stand, wire);
            List<String> seen = new ArrayList<>();
            for (Path order : wire.orders()) {
                seen.add(check(schemas, stand, order, OsciStand.intermediary()));
            }
            for (Path answer : wire.answers()) {
                seen.add(check(schemas, stand, answer, OsciStand.READER));
            }
            assertThat(seen)
                    .contains(
                            "InitDialog",
                            "GetMessageId",
                            "StoreDelivery",
                            "FetchDelivery",
                            "FetchProcessCard",
                            "ExitDialog")
                    .contains("ResponseToInitDialog", "ResponseToGetMessageId", "ResponseToStoreDelivery")
                    .contains("ResponseToFetchDelivery", "ResponseToFetchProcessCard", "ResponseToExitDialog");
        }
    }

    /** A participant that writes to itself, so that one key opens every answer. */
    private static void talk(OsciStand stand, Eavesdropper wire) throws Exception {
        Dialog dialog = stand.dialog(wire.uri(), OsciStand.READER, new Algorithms(false));
        String id = dialog.newMessageId();
        dialog.store(id, "Test", OsciStand.content("<a/>", "Plan.pdf"), OsciStand.READER.cipher());
        dialog.fetch().orElseThrow().close();
        assertThat(dialog.fetch()).isEmpty();
        assertThat(dialog.processCard(id)).isPresent();
        assertThat(dialog.processCard("unbekannt")).isEmpty();
        dialog.end();
    }

    private static String check(OfficialSchemas schemas, OsciStand stand, Path file, Party opens) throws Exception {
        try (OsciMessage outer = MimeFile.read(file)) {
            schemas.validate("soapMessageEncrypted", outer.envelope());
        }
        try (OsciMessage inner = new Seal(stand.spool, new Algorithms(false)).open(file, opens)) {
            String order = inner.read().order();
            String name = Character.toUpperCase(order.charAt(0)) + order.substring(1);
            schemas.validate("soap" + name, inner.envelope());
            return name;
        }
    }

    @Test
    void faultsAreValid() throws Exception {
        Path official = OfficialStandards.require().resolve("osci-1.2");
        new OfficialSchemas(official)
                .validate("soapMessageFault", Faults.of(new OsciException(OsciCode.CONTROL_BLOCK, "")));
    }

    @Test
    void schemasRefuseWhatIsNoOrder() throws Exception {
        Path official = OfficialStandards.require().resolve("osci-1.2");
        String empty = "<soap:Envelope xmlns:soap='" + Ns.SOAP + "'><soap:Body/></soap:Envelope>";
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new OfficialSchemas(official)
                        .validate("soapStoreDelivery", Xml.parse(new ByteArrayInputStream(empty.getBytes())))))
                .isInstanceOf(org.xml.sax.SAXException.class);
    }
}
