package org.stadtbus.connector.xdomea;

import java.util.regex.Pattern;

/**
 * How container and message are called: {@code <ProzessID>_<Nachrichtentyp>.zip} up to xdomea 3, {@code <ProzessID>_<Nummer>.xdomea}
 * from xdomea 4 on; the message in it has the same name and ends in {@code .xml}.
 *
 * @param stem name without extension
 * @param extension of the container, with its dot
 */
record ContainerName(String stem, String extension) {
    private static final int FIRST_WITH_NUMBER = 4;
    private static final Pattern MESSAGE = Pattern.compile(
            "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}_([A-Za-z]+\\.[A-Za-z]+\\.)?\\d{4}\\.xml");

    static ContainerName of(XdomeaMessage message) {
        return message.major() < FIRST_WITH_NUMBER
                ? new ContainerName(message.processId() + "_" + message.type(), ".zip")
                : new ContainerName(message.processId() + "_" + message.type().replaceAll(".*\\.", ""), ".xdomea");
    }

    String container() {
        return stem + extension;
    }

    String message() {
        return stem + ".xml";
    }

    /** Whether an entry of a container is its message. */
    static boolean isMessage(String entry) {
        return MESSAGE.matcher(entry).matches();
    }
}
