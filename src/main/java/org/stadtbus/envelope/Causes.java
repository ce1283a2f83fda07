package org.stadtbus.envelope;

import java.util.stream.Stream;

/** A failure and what caused it, from the outermost in. */
public final class Causes {
    /** Against chains that bite their own tail. */
    private static final int MOST = 50;

    private Causes() {}

    /** The failure itself and its causes, at most fifty. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(MOST);
    }

    /** The innermost of them. */
    public static Throwable innermost(Throwable thrown) {
        return of(thrown).reduce((outer, inner) -> inner).orElse(thrown);
    }

    /** Its kind in one word, which a sentence or log may say where what the failure itself says may name a person. */
    public static String kind(Throwable thrown) {
        return innermost(thrown).getClass().getSimpleName();
    }
}
