package org.stadtbus.vault;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stadtbus.envelope.HubException;

/** What lies in the vault, for whoever clears it up. */
public final class Copies {
    private final Blobs blobs;

    Copies(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Does something with all copies of one content, newest first. */
    @FunctionalInterface
    public interface Visitor {
        /** Called once per content. */
        void visit(List<Copy> sameContent);
    }

    /**
     * Visits every content. Copies that come or go meanwhile may be missed.
     *
     * @throws HubException transient ({@code vault-unreadable}) when the store does not answer
     */
    public void visit(Visitor visitor) {
        try {
            for (String folder : VaultParts.folders()) {
                Map<String, List<Copy>> contents = new TreeMap<>();
                List<String> names = blobs.list(folder);
                names.stream()
                        .flatMap(name -> Copy.of(name).stream())
                        .forEach(copy -> contents.computeIfAbsent(copy.sha256(), address -> new ArrayList<>())
                                .add(copy));
                contents.values().forEach(copies -> visitor.visit(newestFirst(copies)));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static List<Copy> newestFirst(List<Copy> copies) {
        return copies.stream()
                .sorted(Comparator.comparing(Copy::day).reversed())
                .toList();
    }

    /** Removes this copy; nothing happens when it is gone already. */
    public void remove(Copy copy) {
        try {
            blobs.delete(copy.name());
            blobs.delete(copy.keyName());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Gives back what broken-off uploads from before this moment hold. */
    public void tidy(Instant before) {
        try {
            blobs.tidy(before);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static HubException unreadable(IOException e) {
        return HubException.temporary("vault-unreadable", "Der Tresor ist zurzeit nicht lesbar.", e);
    }
}
