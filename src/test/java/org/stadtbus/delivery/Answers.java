package org.stadtbus.delivery;

import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;

/** What Camel throws for an answer that is no success. */
final class Answers {
    private Answers() {}

    static HttpOperationFailedException refused(int status, String retryAfter) {
        return new HttpOperationFailedException("http://ziel", status, "", null, Map.of("Retry-After", retryAfter), "");
    }
}
