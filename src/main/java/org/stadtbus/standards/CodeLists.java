package org.stadtbus.standards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stadtbus.envelope.HubException;

/** The code lists of {@code config/codelists}, each version a file. */
public final class CodeLists {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Path folder;

    CodeLists(Path configDir) {
        this.folder = configDir.resolve("codelists");
    }

    /** Where the list lies. */
    Path file(CodeList list) {
        return folder.resolve(list.fileName() + ".yaml");
    }

    /**
     * Takes in a list as its publisher offers it (Genericode).
     *
     * @param meaning id of the column with the meaning; the first after the key when empty
     * @param replace whether the same list in the same version may be there
     * @return the list
     * @throws HubException rejected ({@code no-codelist}, {@code already-installed}) with a sentence
     */
    public CodeList add(Path genericode, Optional<String> meaning, boolean replace) {
        CodeList list = Genericode.read(genericode, meaning);
        if (!FILE.matcher(list.fileName()).matches()) {
            throw HubException.rejected(
                    "no-codelist",
                    "Kennung und Version der Codeliste »%s« taugen nicht als Dateiname: »%s«."
                            .formatted(genericode.getFileName(), list.fileName()));
        }
        if (Files.exists(file(list)) && !replace) {
            throw HubException.rejected(
                    "already-installed",
                    "Die Codeliste %s ist in Version %s schon da; mit --replace wird sie ersetzt."
                            .formatted(list.uri(), list.version()));
        }
        new SettingsWriter("codelist.schema.json").write(file(list), list);
        return list;
    }
}
