package org.stadtbus.connector.mail.picture;

/** What became of a file that was to be made into a PDF/A. */
public sealed interface Conversion {

    /**
     * It is one now.
     *
     * @param bytes the PDF/A-2b
     */
    record Converted(byte[] bytes) implements Conversion {}

    /** It stays as it is. */
    record Unchanged(Reason reason) implements Conversion {}

    /** Why a file is not made into a PDF/A. */
    enum Reason {
        /** Its content is no JPEG, PNG, TIFF, GIF or BMP that can be read, whatever its name says. */
        NOT_A_PICTURE("ist kein lesbares Bild"),
        /** It ends early, or its decoder doubts it: a page of it might lack a part. */
        DAMAGED("ist beschädigt"),
        /** It has more pixels or pages, or would become a larger PDF, than is allowed. */
        TOO_LARGE("hat zu viele Bildpunkte oder Seiten"),
        /** It moves, which a page cannot. */
        MOVING("ist ein bewegtes Bild");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The end of a German sentence that begins with the file. */
        public String words() {
            return words;
        }
    }
}
