package org.stadtbus.connector.xdomea;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.HubException;
import org.stadtbus.vault.Vault;

/** What was taken out of one container so far. */
final class Contents {
    private static final Pattern PLAIN = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,255}");

    private final Vault vault;
    private final String drawer;
    private final Limits limits;
    private final Set<String> names = new HashSet<>();
    private final List<Attachment> files = new ArrayList<>();
    private Optional<Found> message = Optional.empty();
    private long left;

    private record Found(String name, byte[] xml) {}

    Contents(Vault vault, String drawer, Limits limits) {
        this.vault = vault;
        this.drawer = drawer;
        this.limits = limits;
        this.left = limits.unpacked();
    }

    /** True for the name of a file that lies in no folder and means nothing to a file system. */
    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    /** Takes the next entry; its file goes to the vault. */
    void take(String name, InputStream bytes) throws IOException {
        if (!isPlain(name)) {
            throw XdomeaFailures.path();
        }
        if (!names.add(name)) {
            throw XdomeaFailures.twice();
        }
        if (names.size() > limits.entries()) {
            throw XdomeaFailures.tooMany(limits.entries());
        }
        if (ContainerName.isMessage(name)) {
            message(name, bytes);
        } else {
            files.add(stored(name, bytes));
        }
    }

    private void message(String name, InputStream bytes) throws IOException {
        if (message.isPresent()) {
            throw XdomeaFailures.severalMessages();
        }
        byte[] xml = bytes.readNBytes(limits.message() + 1);
        if (xml.length > limits.message()) {
            throw XdomeaFailures.tooLarge();
        }
        left -= xml.length;
        message = Optional.of(new Found(name, xml));
    }

    private Attachment stored(String name, InputStream bytes) {
        try {
            Vault.Stored stored = vault.store(drawer, bytes, Math.max(0, left));
            left -= stored.size();
            String type = MediaTypeFactory.getMediaType(name)
                    .orElse(MediaType.APPLICATION_OCTET_STREAM)
                    .toString();
            return new Attachment(String.valueOf(files.size() + 1), name, type, "", stored.size(), stored.sha256());
        } catch (HubException e) {
            throw worded(e);
        }
    }

    /** The vault says of a ZIP that breaks off that it could not store it. */
    private static HubException worded(HubException thrown) {
        if (thrown.problemCode().equals("too-large")) {
            return XdomeaFailures.tooLarge();
        }
        return thrown.getCause() instanceof ZipException || thrown.getCause() instanceof EOFException
                ? XdomeaFailures.damaged(thrown)
                : thrown;
    }

    /** The whole, when message and files belong together. */
    Unpacking.Opened opened() {
        Found found = message.orElseThrow(XdomeaFailures::noMessage);
        XdomeaMessage read = XdomeaMessage.read(found.xml());
        if (!found.name().equals(ContainerName.of(read).message())) {
            throw XdomeaFailures.otherName();
        }
        Set<String> there = files.stream().map(Attachment::filename).collect(Collectors.toSet());
        if (!there.containsAll(read.files())) {
            throw XdomeaFailures.fileMissing();
        }
        if (!read.files().containsAll(there)) {
            throw XdomeaFailures.fileUnnamed();
        }
        return new Unpacking.Opened(found.xml(), List.copyOf(files));
    }
}
