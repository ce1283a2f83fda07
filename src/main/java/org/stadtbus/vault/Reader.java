package org.stadtbus.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Finds and opens copies: of one content the newest whose key is there. */
final class Reader {
    private final Blobs blobs;
    private final KeyStore keys;
    private final Optional<OldFormat> oldFormat;

    Reader(Blobs blobs, KeyStore keys, Optional<OldFormat> oldFormat) {
        this.blobs = blobs;
        this.keys = keys;
        this.oldFormat = oldFormat;
    }

    InputStream open(String sha256) {
        try {
            List<Copy> copies = copies(sha256);
            for (Copy copy : copies) {
                Optional<InputStream> opened = open(copy);
                if (opened.isPresent()) {
                    return opened.get();
                }
            }
            throw copies.isEmpty() ? gone() : keyGone();
        } catch (IOException e) {
            throw HubException.temporary("vault-unreadable", "Der Tresor ist zurzeit nicht lesbar.", e);
        }
    }

    boolean holds(String sha256) {
        try {
            return !copies(sha256).isEmpty();
        } catch (IOException e) {
            throw HubException.temporary("vault-unreadable", "Der Tresor ist zurzeit nicht lesbar.", e);
        }
    }

    private List<Copy> copies(String sha256) throws IOException {
        if (!Copy.isAddress(sha256)) {
            return List.of();
        }
        return blobs.list(Copy.prefix(sha256)).stream()
                .flatMap(name -> Copy.of(name).stream())
                .sorted(Comparator.comparing(Copy::day).reversed())
                .toList();
    }

    private Optional<InputStream> open(Copy copy) throws IOException {
        Optional<DrawerKey> key = keys.find(copy.drawer());
        if (copy.old() ? oldFormat.isEmpty() : key.isEmpty()) {
            return Optional.empty();
        }
        InputStream stored;
        try {
            stored = blobs.open(copy.name());
        } catch (NoSuchFileException collectedMeanwhile) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Verified(decrypting(stored, copy, key), copy.sha256()));
        } catch (IOException | RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    private InputStream decrypting(InputStream stored, Copy copy, Optional<DrawerKey> key) throws IOException {
        try {
            if (copy.old()) {
                return oldFormat.orElseThrow().decrypting(stored);
            }
            Header header = Rewrap.current(blobs, copy, Header.read(stored));
            return header.unwrap(key.orElseThrow(), copy).decrypting(stored);
        } catch (GeneralSecurityException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "payload-damaged",
                    "Diese Nutzdaten im Tresor sind beschädigt oder wurden verändert.",
                    e);
        }
    }

    private static HubException gone() {
        return HubException.permanent("payload-gone", "Diese Nutzdaten liegen nicht (mehr) im Tresor.");
    }

    private static HubException keyGone() {
        return HubException.permanent(
                "vault-key-gone", "Der Schlüssel zu diesen Nutzdaten ist nicht (mehr) da; sie sind nicht lesbar.");
    }
}
