package org.stadtbus.vault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stadtbus.envelope.HubException;

/**
 * The drawers of this vault. Each has a mark in the store, made after its key and before its first content, so that a lost key is
 * noticed and not replaced.
 */
final class Drawers {
    private static final String MARKS = "drawers/";

    private final Blobs blobs;
    private final Spool spool;
    private final KeyStore keys;
    private final Set<String> marked = ConcurrentHashMap.newKeySet();

    Drawers(Blobs blobs, Spool spool, KeyStore keys) {
        this.blobs = blobs;
        this.spool = spool;
        this.keys = keys;
    }

    /**
     * The drawer's key, made at first use.
     *
     * @throws HubException permanent ({@code vault-key-gone}) when the drawer has contents but no key any more
     */
    DrawerKey require(String drawer) throws IOException {
        if (!Copy.isDrawer(drawer)) {
            throw HubException.permanent(
                    "vault-drawer", "Zu diesen Nutzdaten gehört keine Leistung und kein Fachverfahren.");
        }
        Optional<DrawerKey> found = keys.find(drawer);
        if (found.isPresent() && marked.contains(drawer)) {
            return found.get();
        }
        return open(drawer, found);
    }

    private DrawerKey open(String drawer, Optional<DrawerKey> found) throws IOException {
        boolean used = blobs.keeps(MARKS + drawer);
        // another process may have made key and mark since the first look
        Optional<DrawerKey> there = found.isPresent() ? found : keys.find(drawer);
        if (there.isEmpty() && used) {
            throw HubException.permanent("vault-key-gone", lost(drawer));
        }
        DrawerKey key = there.isPresent() ? there.get() : keys.create(drawer);
        if (!used) {
            spool.put(blobs, MARKS + drawer, new byte[0]);
        }
        marked.add(drawer);
        return key;
    }

    /** Drawers with contents. */
    List<String> used() throws IOException {
        return blobs.list(MARKS).stream()
                .map(name -> name.substring(MARKS.length()))
                .filter(Copy::isDrawer)
                .sorted()
                .toList();
    }

    /** What is wrong with the keys, a German sentence; empty when every drawer with contents has its key. */
    Optional<String> fault() throws IOException {
        List<String> without = new ArrayList<>();
        for (String drawer : used()) {
            if (keys.find(drawer).isEmpty()) {
                without.add(drawer);
            }
        }
        return without.stream().findFirst().map(this::lost);
    }

    private String lost(String drawer) {
        return "Der Tresor enthält Daten zu " + drawer + ", aber die Schlüsseldatei " + keys.file(drawer)
                + " fehlt. Bitte die Datei aus der Sicherung zurückholen.";
    }
}
