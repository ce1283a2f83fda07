package org.stadtbus.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.stadtbus.deployment.BadInput;

/** Says which answer to bad input ({@code badInput} in a connector.yaml) a test shows. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Refuses.All.class)
public @interface Refuses {

    /** Folder of the connector. */
    String connector();

    /** What the test sends. */
    BadInput[] value();

    /** Holds several of them at one test. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        /** All of them. */
        Refuses[] value();
    }
}
