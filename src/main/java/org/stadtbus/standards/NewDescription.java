package org.stadtbus.standards;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtbus.standards.BundleDescription.HeaderPaths;

/** The description of a standard that has none yet: what its files say, and the header that XÖV messages have in common. */
final class NewDescription {
    private static final String IDENTIFICATION = "/*/*/*:identifikation.nachricht";
    private static final String AUTHORITY = "/*/*[*:identifikation.nachricht]/*:%s/*:kennung";
    private static final String NOTHING = "()";

    private NewDescription() {}

    static BundleDescription of(Recognition.Named named, Recognition recognition, Installer.Request request) {
        return new BundleDescription(
                named.id(),
                recognition.title(named) + " " + named.version(),
                named.name(),
                named.version(),
                request.validity(),
                Stream.concat(Stream.of(named.id()), request.with().stream()).toList(),
                recognition.entries(named),
                recognition.rules(),
                install(request.archives()),
                header());
    }

    private static String install(List<Path> archives) {
        return "Bitte mit »./stadtbus standards add« einspielen; zuletzt kam es aus %s."
                .formatted(archives.stream()
                        .map(archive -> String.valueOf(
                                archive.toAbsolutePath().normalize().getFileName()))
                        .collect(Collectors.joining(", ")));
    }

    /** XÖV base message (Basisnachricht G2G): identification with the reference to the message that is answered, reader, author. */
    private static HeaderPaths header() {
        return new HeaderPaths(
                IDENTIFICATION + "/*:nachrichtentyp/*:code",
                IDENTIFICATION + "/*:nachrichtenUUID",
                List.of(IDENTIFICATION + "/*:referenzUUID"),
                List.of(),
                NOTHING,
                AUTHORITY.formatted("autor"),
                AUTHORITY.formatted("leser"),
                "/*/@test",
                null);
    }
}
