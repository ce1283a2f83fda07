package org.stadtbus.connector;

import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.util.IOHelper;

/** The body of an answer that must be there in time: the JDK's HTTP client counts only until an answer begins. */
public final class TimedBody {
    private TimedBody() {}

    /**
     * The body, which is closed when the time is over.
     *
     * @param whole until its last byte is there, from now on
     * @return the body, to be closed; reading fails with an {@link java.io.IOException} once the time is over
     */
    public static InputStream within(Duration whole, InputStream body) {
        CompletableFuture.delayedExecutor(whole.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> IOHelper.close(body));
        return body;
    }
}
