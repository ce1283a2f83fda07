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
    private static final int AT_A_TIME = 500;

    private final Blobs blobs;

    Copies(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Is shown the copies, a few contents at a time. */
    @FunctionalInterface
    public interface Visitor {
        /** @param contents one list per content: all its copies, newest first */
        void visit(List<List<Copy>> contents);
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
                names.stream().flatMap(name -> Copy.of(name).stream()).forEach(copy -> contents.computeIfAbsent(
                                copy.sha256(), address -> new ArrayList<>())
                        .add(copy));
                show(contents.values().stream().map(Copies::newestFirst).toList(), visitor);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void show(List<List<Copy>> contents, Visitor visitor) {
        for (int from = 0; from < contents.size(); from += AT_A_TIME) {
            visitor.visit(contents.subList(from, Math.min(from + AT_A_TIME, contents.size())));
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
