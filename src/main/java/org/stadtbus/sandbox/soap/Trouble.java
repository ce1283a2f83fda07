package org.stadtbus.sandbox.soap;

import java.time.Duration;

/** What the procedure can be told to do wrong. */
public sealed interface Trouble {

    /** Nothing. */
    record None() implements Trouble {}

    /** Answers after this time. */
    record Slow(Duration delay) implements Trouble {}

    /** Says that the message is wrong (Client, Sender), naming a person in the text. */
    record Refuses() implements Trouble {}

    /** Says that it cannot work (Server, Receiver). */
    record Fails() implements Trouble {}
}
