package org.stadtbus.cli.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Messages of a wished size, each with its own number; valid after {@code meldung.xsd}. */
final class Payloads {
    private static final String NUMBER = "%016d";
    private static final int DIGITS = 16;
    private static final int NUMBER_WITHIN = 512;
    private static final byte[] MARK = " id=\"".getBytes(StandardCharsets.US_ASCII);
    private static final String[] STATES = {"offen", "bezahlt", "storniert"};
    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <meldung xmlns="urn:stadtbus:bench:meldung:1" id="%s">
              <absender><name>Müller-Lüdenscheidt, Żaneta</name><strasse>Schloßplatz 3</strasse><plz>26122</plz><ort>Oldenburg</ort></absender>
              <datum>2026-11-24</datum>
            """
                    .formatted(NUMBER.formatted(0));
    private static final String ITEM =
            """
              <posten nr="%d"><bezeichnung>Sondernutzung der Straße, Abschnitt %d</bezeichnung><menge>%d</menge><betrag>%d.%02d</betrag><stand>%s</stand></posten>
            """;

    private final Map<Integer, byte[]> templates = new ConcurrentHashMap<>();

    /** A message of about this size with this number. */
    byte[] of(int kilobytes, long number) {
        byte[] message =
                templates.computeIfAbsent(kilobytes, Payloads::template).clone();
        byte[] digits = NUMBER.formatted(number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, message, numberAt(message), DIGITS);
        return message;
    }

    /** The number in a message of this bench, before or after its mapping. */
    static long number(byte[] message) {
        return Long.parseLong(new String(message, numberAt(message), DIGITS, StandardCharsets.US_ASCII));
    }

    private static int numberAt(byte[] message) {
        int end = Math.min(NUMBER_WITHIN, message.length - DIGITS);
        for (int i = 0; i < end; i++) {
            if (startsWithMark(message, i)) {
                return i + MARK.length;
            }
        }
        throw new IllegalArgumentException("a message of the bench carries its number at its beginning");
    }

    private static boolean startsWithMark(byte[] message, int at) {
        for (int i = 0; i < MARK.length; i++) {
            if (message[at + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] template(int kilobytes) {
        StringBuilder xml = new StringBuilder(HEAD);
        for (int nr = 1; nr == 1 || xml.length() < kilobytes * 1000; nr++) {
            xml.append(ITEM.formatted(nr, nr * 7, nr % 9 + 1, nr % 400, nr % 100, STATES[nr % STATES.length]));
        }
        return xml.append("</meldung>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
