package org.stadtbus.standards;

/**
 * One violation found in a message. Free of personal data: it names rule and place, never a value of the message.
 *
 * @param rule stable name of the broken rule: XSD constraint ({@code cvc-…}, XML Schema Part 1), Schematron assertion id
 *     or JSON Schema keyword
 * @param location where: path of elements and line, or JSON pointer
 * @param sentence German sentence for the person who must correct the message
 */
public record Finding(String rule, String location, String sentence) {

    /** Rule, place and sentence in one line, for journal and reply. */
    @Override
    public String toString() {
        return sentence + " [" + location + ", " + rule + "]";
    }
}
