package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be wrong with an answer of a procedure, made out of a good one. */
enum BadAnswer {
    EMPTY("leer", good -> ""),
    NOT_WELL_FORMED("kein wohlgeformtes XML", good -> good.substring(0, good.length() / 2)),
    NO_XML("kein wohlgeformtes XML", good -> "Bescheid folgt mit der Post"),
    AGAINST_THE_SCHEMA(
            "erstellungszeitpunkt", good -> good.replaceFirst("(<[^>]*erstellungszeitpunkt>)[^<]*<", "$1gestern<")),
    BOMB("DOCTYPE", good -> withDoctype(good, bomb())),
    FILE_ENTITY("DOCTYPE", good -> withDoctype(good, "<!ENTITY e SYSTEM \"file:///etc/passwd\">")),
    HTTP_ENTITY("DOCTYPE", good -> withDoctype(good, "<!ENTITY e SYSTEM \"http://127.0.0.1:1/x\">")),
    DEEP("Grenzen für XML", good -> "<x>".repeat(5000)),
    LATIN_1("UTF-8", good -> good),
    TOO_LARGE("größer", good -> good + " ".repeat(11 * 1024 * 1024));

    private static final Pattern ID = Pattern.compile("nachrichtenUUID>([^<]*)<");

    private final String words;
    private final UnaryOperator<String> change;

    BadAnswer(String words, UnaryOperator<String> change) {
        this.words = words;
        this.change = change;
    }

    /** Words of the sentence with which it is refused. */
    String words() {
        return words;
    }

    /** HTTP status of the refusal. */
    int status() {
        return switch (this) {
            case EMPTY -> 400;
            case TOO_LARGE -> 413;
            default -> 422;
        };
    }

    byte[] of(String good) {
        return this == LATIN_1
                ? change.apply(declared(good)).getBytes(ISO_8859_1)
                : change.apply(good).getBytes(UTF_8);
    }

    /** The same answer as a new message. */
    static String withNewId(String answer) {
        return answer.replaceFirst(id(answer), UUID.randomUUID().toString());
    }

    static String id(String answer) {
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new IllegalArgumentException("The answer has no id");
        }
        return id.group(1);
    }

    /** The same answer, to a question nobody asked. */
    static String toNobody(String answer) {
        return Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .matcher(answer)
                .replaceAll(found -> UUID.randomUUID().toString());
    }

    private static String declared(String good) {
        String body = good.substring(good.indexOf("?>") + 2).replaceFirst("Stadt Oldenburg", "Städtchen Oldenburg");
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body;
    }

    private static String withDoctype(String good, String entities) {
        String body = good.substring(good.indexOf("?>") + 2);
        String root = body.strip().substring(1).split("[\\s>]", 2)[0];
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE " + root + " [" + entities + "]>"
                + body.replaceFirst("Stadt Oldenburg", "&e;");
    }

    private static String bomb() {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"haha\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.append("<!ENTITY e \"&e11;\">").toString();
    }
}
