package org.stadtbus.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * How many deliveries may begin in a span of time, on one node.
 *
 * @param messages deliveries, 1 or more
 * @param per the span
 */
public record Rate(int messages, Duration per) {

    @JsonCreator
    static Rate of(int messages, String per) {
        return new Rate(messages, DurationStyle.detectAndParse(per));
    }
}
