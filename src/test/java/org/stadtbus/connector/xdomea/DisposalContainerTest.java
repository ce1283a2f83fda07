package org.stadtbus.connector.xdomea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.vault.FileVault;

/** What the mappings make for an archive fits into a container under the name of its message. */
@SuppressWarnings("NullAway.Init")
class DisposalContainerTest {
    private static final Path MAPPINGS = Path.of("mappings");
    private static final String OFFER = "5bd3c1a0-0000-8000-8000-000000000001";
    private static final String HANDOVER = "2f6f1d34-9a0c-4c57-8f4e-6a7b8c9d0e1f";

    @TempDir
    Path home;

    private FileVault vault;
    private Attachment plan;
    private Attachment section;
    private Attachment model;

    @BeforeEach
    void open() {
        vault = new FileVault(home.resolve("vault"), home.resolve("keys/vault.json"));
        plan = Containers.file(vault, "Lageplan.pdf", "Plan");
        section = Containers.file(vault, "Schnitt.pdf", "Schnitt");
        model = Containers.file(vault, "Modell.ifc", "Modell");
    }

    @Test
    void handoverCarriesTheDocumentsItNames() throws IOException {
        Packing.Container container =
                new Packing(vault).pack(Containers.message(handover("3.0.0"), plan, section, model));
        assertThat(container.name()).isEqualTo(HANDOVER + "_Aussonderung.Aussonderung.0503.zip");
        Unpacking.Opened opened =
                new Unpacking(vault, "archiv", new Limits(100_000, 100_000, 10)).open(container.bytes());
        assertThat(opened.files())
                .extracting(Attachment::sha256)
                .containsExactly(plan.sha256(), section.sha256(), model.sha256());
    }

    @Test
    void handoverWithoutADocumentIsNotSent() throws IOException {
        Packing packing = new Packing(vault);
        var incomplete = Containers.message(handover("3.0.0"), plan, section);
        assertThatThrownBy(() -> packing.pack(incomplete)).isInstanceOf(HubException.class);
    }

    @Test
    void from4OnTheNumberIsTheName() throws IOException {
        assertThat(new Packing(vault)
                        .pack(Containers.message(handover("4.0.0"), plan, section, model))
                        .name())
                .isEqualTo(HANDOVER + "_0503.xdomea");
    }

    @Test
    void offerTravelsAlone() throws IOException {
        String offer = Files.readString(MAPPINGS.resolve("aussonderung-to-xdomea0501/samples/zwei-akten.out.xml"));
        assertThat(new Packing(vault).pack(Containers.message(offer)).name())
                .isEqualTo(OFFER + "_Aussonderung.Anbieteverzeichnis.0501.zip");
    }

    /** The sample, naming the files of this vault. */
    private String handover(String version) throws IOException {
        String sample =
                Files.readString(MAPPINGS.resolve("aussonderung-to-xdomea0503/samples/vorgang-und-akte.out.xml"));
        return sample.replace("schema:3.0.0", "schema:" + version)
                .replaceFirst("<xdomea:Dateiname>[^<]*Lageplan.pdf", "<xdomea:Dateiname>" + FileReference.of(plan))
                .replaceFirst("<xdomea:Dateiname>[^<]*Schnitt.pdf", "<xdomea:Dateiname>" + FileReference.of(section))
                .replaceFirst("<xdomea:Dateiname>[^<]*Modell.ifc", "<xdomea:Dateiname>" + FileReference.of(model));
    }
}
