package org.stadtbus.connector.soap.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataHandler;
import jakarta.xml.ws.WebServiceException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.ws.addressing.WSAddressingFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.testkit.SmallHeap;
import org.stadtbus.testkit.Zeros;
import org.stadtbus.xta.Bytes;

/** Files that come with a call of a vendor's own CXF client, over TLS. */
class ReceivedFilesTest {
    private static final int BYTES = 3_000_000;
    private static final long LARGE = 160L * 1024 * 1024;
    private static final int HEAP = 80;

    @TempDir
    Path folder;

    private static Meldungen client(InletStand stand) {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setServiceClass(Meldungen.class);
        factory.setAddress(stand.uri().toString());
        factory.getFeatures().add(new WSAddressingFeature());
        factory.setProperties(Map.of("mtom-enabled", "true"));
        Meldungen client = factory.create(Meldungen.class);
        TLSClientParameters tls = new TLSClientParameters();
        tls.setSSLSocketFactory(stand.caller.tls().getSocketFactory());
        ((HTTPConduit) ClientProxy.getClient(client).getConduit()).setTlsClientParameters(tls);
        return client;
    }

    private static Meldungen.Meldung meldung(long bytes) {
        Meldungen.Meldung meldung = new Meldungen.Meldung();
        meldung.sign = "LG-Ł 1";
        meldung.files.add(new DataHandler(Bytes.of(() -> new Zeros(bytes))));
        return meldung;
    }

    @Test
    void aFileOfMtomLiesInTheVaultUnderTheIdTheXmlNames() throws Exception {
        try (InletStand stand = new InletStand(folder, Map.of())) {
            String id = client(stand).uebergebe(meldung(BYTES)).messageId;
            assertThat(stand.taken).singleElement().satisfies(taken -> {
                assertThat(taken.id()).isEqualTo(id);
                assertThat(taken.files()).singleElement().satisfies(file -> {
                    assertThat(taken.text()).contains("Include");
                    assertThat(file.size()).isEqualTo(BYTES);
                    assertThat(stand.vault.holds(file.sha256())).isTrue();
                });
            });
        }
    }

    @Test
    void filesThatAreTooLargeOrUnwantedAreRefused() throws Exception {
        try (InletStand stand = new InletStand(folder, Map.of("maxAttachments", "1MB"))) {
            Meldungen client = client(stand);
            assertThatThrownBy(() -> client.uebergebe(meldung(BYTES)))
                    .isInstanceOf(WebServiceException.class)
                    .hasMessageContaining("Anlagen sind zusammen größer");
            assertThat(stand.taken).isEmpty();
            assertThat(stand.refused).containsExactly("soap-files-too-large");
        }
    }

    @Test
    void aFileBesideTheXmlIsTakenAndOneThatDidNotComeIsRefused() throws Exception {
        try (InletStand stand = new InletStand(folder, Map.of())) {
            String type = "multipart/related; boundary=\"grenze\"; type=\"text/xml\"; start=\"<xml>\"";
            String parts = "--grenze\r\nContent-Type: text/xml\r\nContent-ID: <xml>\r\n\r\n%s\r\n--grenze\r\n"
                    + "Content-Type: application/pdf\r\nContent-ID: <plan@amt>\r\n\r\nPDF\r\n--grenze--\r\n";
            String beside = parts.formatted(Envelopes.call("urn:x:1", "LG-A 1"));
            assertThat(stand.post(stand.caller.tls(), type, InletStand.ACTION, beside.getBytes(UTF_8))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(stand.taken).singleElement().satisfies(taken -> assertThat(taken.files())
                    .singleElement()
                    .satisfies(file -> assertThat(file.id()).isEqualTo("plan@amt")));
            String include =
                    "LG-B 2</m:Kennzeichen><m:Anlage><i:Include xmlns:i='http://www.w3.org/2004/08/xop/include'"
                            + " href='cid:fehlt@amt'/></m:Anlage></m:Meldung>";
            String missing = parts.formatted(
                    Envelopes.call("urn:x:2", "%s").replaceFirst("%s</m:Kennzeichen></m:Meldung>", include));
            assertThat(stand.post(stand.caller.tls(), type, InletStand.ACTION, missing.getBytes(UTF_8))
                            .body())
                    .contains("soap-file-missing");
            assertThat(stand.taken).hasSize(1);
        }
    }

    @Test
    void aFileTwiceAsLargeAsTheHeapComesIn() throws Exception {
        SmallHeap.run(Passage.class, HEAP, folder, folder.toString());
    }

    /** Client and port in a process of its own. */
    static final class Passage {
        public static void main(String[] arguments) throws Exception {
            try (InletStand stand = new InletStand(Path.of(arguments[0]), Map.of())) {
                client(stand).uebergebe(meldung(LARGE));
                if (stand.taken.get(0).files().get(0).size() != LARGE) {
                    throw new IllegalStateException("arrived: " + stand.taken);
                }
            }
        }
    }
}
