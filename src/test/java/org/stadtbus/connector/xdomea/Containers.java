package org.stadtbus.connector.xdomea;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Envelope;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.vault.Vault;

/** Messages to pack and containers to open. */
final class Containers {
    static final String PROCESS = "7a1b2c3d-0000-4000-8000-000000000001";
    static final String TYPE = "Geschaeftsgang.Geschaeftsgang.0201";
    static final String MESSAGE = PROCESS + "_" + TYPE + ".xml";
    static final String PLAN = "11111111-2222-3333-4444-555555555555_Lageplan Größe.pdf";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** An xdomea message as far as containers look at it. */
    static String xml(String version, String... files) {
        StringBuilder named = new StringBuilder();
        for (String file : files) {
            named.append("<x:Dateiname>").append(file).append("</x:Dateiname>");
        }
        return "<x:" + TYPE + " xmlns:x='urn:xoev-de:xdomea:schema:" + version + "'><x:Kopf><x:ProzessID>" + PROCESS
                + "</x:ProzessID></x:Kopf>" + named + "</x:" + TYPE + ">";
    }

    static Message message(String xml, Attachment... files) {
        Envelope envelope = Envelope.builder(Ids.derived("m"), Ids.derived("j"), Instant.parse("2026-11-23T23:30:01Z"))
                .service("99012018001000")
                .messageType(TYPE)
                .contentType("application/xml")
                .extension("xml")
                .channel("rest")
                .externalReference("ref")
                .attachments(List.of(files))
                .build();
        return new Message(envelope, xml.getBytes(StandardCharsets.UTF_8));
    }

    static Attachment file(Vault vault, String name, String text) {
        Vault.Stored stored = vault.store("99012018001000", text.getBytes(StandardCharsets.UTF_8));
        return new Attachment("a1", name, "application/pdf", "", stored.size(), stored.sha256());
    }

    Containers with(String name, String text) throws IOException {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Containers with(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }
}
