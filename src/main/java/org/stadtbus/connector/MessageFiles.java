package org.stadtbus.connector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.stadtbus.envelope.Attachment;
import org.stadtbus.envelope.Ids;
import org.stadtbus.envelope.Message;
import org.stadtbus.vault.Vault;

/** The files a message becomes in a folder: {@code <message id>.<attachment id>.<extension>} each, the message itself last. */
final class MessageFiles {
    private static final int DIGEST_LETTERS = 16;
    private static final String NO_EXTENSION = "bin";

    private MessageFiles() {}

    static List<DropFile> of(Exchange exchange, boolean withAttachments) {
        String name = exchange.getIn().getHeader("StadtbusFileName", String.class);
        List<DropFile> files = new ArrayList<>();
        if (withAttachments) {
            Message message = exchange.getProperty("stadtbus.message", Message.class);
            message.envelope().attachments().forEach(file -> files.add(stored(exchange, name, file)));
        }
        files.add(DropFile.of(name, exchange.getIn().getBody(byte[].class)));
        return files;
    }

    private static DropFile stored(Exchange exchange, String message, Attachment file) {
        int dot = message.lastIndexOf('.');
        String stem = dot < 0 ? message : message.substring(0, dot);
        return new DropFile(stem + "." + name(file), file.size(), file.sha256(), () -> exchange.getContext()
                .getRegistry()
                .findSingleByType(Vault.class)
                .open(file.sha256()));
    }

    /** Id and extension; an id with letters that a path could mind is replaced by its digest. */
    static String name(Attachment file) {
        String id = file.id().matches("[A-Za-z0-9_-]{1,64}")
                ? file.id()
                : Ids.sha256(file.id().getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_LETTERS);
        int dot = file.filename().lastIndexOf('.');
        String extension = file.filename().substring(dot + 1).toLowerCase(Locale.ROOT);
        return id + "." + (dot >= 0 && extension.matches("[a-z0-9]{1,8}") ? extension : NO_EXTENSION);
    }
}
