package org.stadtbus.sandbox.http;

import java.time.Duration;

/** What a neighbour can be told to do wrong. */
public sealed interface Fault {

    /** Nothing: the neighbour is well. */
    record None() implements Fault {}

    /** Answers, but only after this time. */
    record Slow(Duration delay) implements Fault {}

    /** Is not there: connections are refused. */
    record Down() implements Fault {}

    /** Answers every request with this HTTP status and does nothing. */
    record Error(int status) implements Fault {}

    /** Answers every request with HTTP 429 and asks for this pause; does nothing. */
    record TooMany(Duration retryAfter) implements Fault {}

    /** Does what it was asked and says so with HTTP 200, but its answer is half a JSON document. */
    record BrokenBody() implements Fault {}

    /** Does what it was asked, then cuts the connection in the middle of its answer. */
    record HangUp() implements Fault {}
}
