package org.stadtbus.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a vault is made of; its tools (rotation, collection) work on the same parts. */
record VaultParts(Blobs blobs, Spool spool, KeyStore keys, Drawers drawers, Reader reader) {
    private static final int FOLDERS = 256;

    static VaultParts of(Blobs blobs, Path spoolFolder, Path keyFolder, Path oldKeyFile) throws IOException {
        Spool spool = new Spool(spoolFolder);
        KeyStore keys = new KeyStore(keyFolder);
        Optional<OldFormat> old = OldFormat.with(oldKeyFile);
        Drawers drawers = new Drawers(blobs, spool, keys);
        if (old.isEmpty() && drawers.used().isEmpty() && !isEmpty(blobs)) {
            throw new IOException("Der Tresor ist nicht leer, aber seine Schlüsseldatei " + oldKeyFile
                    + " fehlt. Bitte die Datei aus der Sicherung zurückholen.");
        }
        return new VaultParts(blobs, spool, keys, drawers, new Reader(blobs, keys, old));
    }

    /**
     * Makes the parts ready for the hub that owns them.
     *
     * @throws IOException when a drawer's key is lost; its sentence says what to do
     */
    void begin() throws IOException {
        spool.clear();
        Optional<String> fault = drawers.fault();
        if (fault.isPresent()) {
            throw new IOException(fault.get());
        }
    }

    /** The folders all copies lie in, {@code 00/} to {@code ff/}. */
    static java.util.List<String> folders() {
        return java.util.stream.IntStream.range(0, FOLDERS)
                .mapToObj(i -> "%02x/".formatted(i))
                .toList();
    }

    private static boolean isEmpty(Blobs blobs) throws IOException {
        for (String folder : folders()) {
            if (!blobs.list(folder).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
