package org.stadtbus.connector;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.HubException;

/**
 * Takes the body of an answer up to a limit; one byte more ends the exchange with a rejected {@link HubException} ({@code too-large}), so
 * that no sender fills memory or disk.
 */
public final class LimitedBody<T> implements BodySubscriber<T> {
    private static final int OK = 200;

    private final BodySubscriber<T> target;
    private final long limit;
    private long size;
    private boolean over;
    private Flow.@Nullable Subscription subscription;

    private LimitedBody(BodySubscriber<T> target, long limit) {
        this.target = target;
        this.limit = limit;
    }

    /**
     * The body in memory.
     *
     * @param limit most bytes
     */
    public static BodyHandler<byte[]> bytes(long limit) {
        return info -> new LimitedBody<>(BodySubscribers.ofByteArray(), limit);
    }

    /**
     * The body of a 200 in a new file; other bodies are dropped.
     *
     * @param limit most bytes
     */
    public static BodyHandler<Path> file(Path file, long limit) {
        return info -> info.statusCode() == OK
                ? new LimitedBody<>(
                        BodySubscribers.ofFile(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), limit)
                : BodySubscribers.replacing(file);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        target.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (over) {
            return;
        }
        size += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (size <= limit) {
            target.onNext(buffers);
            return;
        }
        over = true;
        if (subscription != null) {
            subscription.cancel();
        }
        target.onError(HubException.rejected("too-large", "Die Sendung ist größer als erlaubt."));
    }

    @Override
    public void onError(Throwable failure) {
        if (!over) {
            target.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!over) {
            target.onComplete();
        }
    }

    @Override
    public CompletionStage<T> getBody() {
        return target.getBody();
    }
}
