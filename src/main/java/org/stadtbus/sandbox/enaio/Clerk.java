package org.stadtbus.sandbox.enaio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.stadtbus.envelope.Ids;

/** Somebody who works with the eAkte at her own screen. */
public final class Clerk {
    private static final String PDF = "application/pdf";

    private final Archive archive;

    Clerk(Archive archive) {
        this.archive = archive;
    }

    /** Opens a case of this title. */
    public DmsObject open(String title) {
        return open(title, "");
    }

    /** Opens a case of this title under a file number, an Aktenzeichen. */
    public DmsObject open(String title, String fileNumber) {
        try {
            return archive.insert("", ObjectType.CASE, Map.of("Titel", title, "Aktenzeichen", fileNumber), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Files a PDF in a case.
     *
     * @param fields index data of the document by internal name
     */
    public DmsObject file(DmsObject caseFile, Map<String, String> fields, String fileName, byte[] pdf) {
        try {
            Path arrived = archive.incoming().resolve(UUID.randomUUID().toString());
            Files.write(arrived, pdf);
            return archive.insert(
                    caseFile.id(),
                    ObjectType.DOCUMENT,
                    fields,
                    new Upload.Received(arrived, fileName, PDF, pdf.length, Ids.sha256(pdf)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
