package org.stadtbus.connector.enaio;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.intake.FileNames;
import org.stadtbus.vault.Vault;

/** Fetches documents: the file goes into the vault while it is read, the fields become the message. */
final class Downloads {
    private final EnaioClient enaio;
    private final EnaioHttp http;
    private final Vault vault;
    private final String drawer;
    private final long largest;

    /**
     * @param drawer of the vault, where the files go
     * @param largest most bytes a file may have
     */
    Downloads(EnaioClient enaio, EnaioHttp http, Vault vault, String drawer, long largest) {
        this.enaio = enaio;
        this.http = http;
        this.vault = vault;
        this.drawer = drawer;
        this.largest = largest;
    }

    /**
     * A document in the hub.
     *
     * @param metadata its fields as JSON, in alphabetical order
     * @param files its file in the vault, or none
     */
    record Document(String metadata, List<Attachment> files) {}

    /**
     * Fetches one.
     *
     * @throws HubException rejected when its file is too large; else as enaio's and the vault's failures
     */
    Document fetch(String id) {
        Fetched fetched = enaio.document(id);
        Map<String, String> fields = new TreeMap<>(fetched.fields());
        // changes with each look at it, and would make the same document another message
        fields.keySet().removeIf(field -> field.startsWith("system:last"));
        return new Document(http.text(fields), fetched.hasFile() ? List.of(stored(id, fetched)) : List.of());
    }

    private Attachment stored(String id, Fetched fetched) {
        InputStream bytes = http.download(EnaioClient.contentOf(id), largest);
        try (bytes) {
            Vault.Stored stored = vault.store(drawer, bytes, largest);
            return new Attachment(
                    "1",
                    FileNames.safe(fetched.fileName()),
                    Multipart.mediaType(fetched.contentType()),
                    Fields.value(fetched.fields(), Fields.TITLE),
                    stored.size(),
                    stored.sha256());
        } catch (HubException e) {
            throw worded(e, bytes);
        } catch (IOException e) {
            throw EnaioFailures.unreachable(e);
        }
    }

    /** The vault says of a stream that breaks off that it could not store it. */
    private HubException worded(HubException thrown, InputStream bytes) {
        if (thrown.problemCode().equals("too-large")) {
            return EnaioFailures.fileTooLarge(largest);
        }
        return bytes instanceof WholeStream whole && whole.broken() ? EnaioFailures.unreachable(thrown) : thrown;
    }
}
