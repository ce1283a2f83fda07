package org.stadtbus.cli.bench;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.stadtbus.envelope.HubException;

/** The sender of every series: HTTP/1.1 with connections kept open. */
final class HttpSender implements AutoCloseable {
    private static final int CONNECTIONS = 256;
    private static final int SUCCESS = 2;

    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build())
            .disableAutomaticRetries()
            .build();

    /** @throws HubException permanent when the answer is not 2xx */
    void post(URI address, String token, byte[] message) throws IOException {
        HttpPost post = new HttpPost(address);
        post.setEntity(new ByteArrayEntity(message, ContentType.APPLICATION_XML));
        post.setHeader("Authorization", "Bearer " + token);
        int status = http.execute(post, answer -> {
            // read to its end: only then the connection can be used again
            org.apache.hc.core5.http.io.entity.EntityUtils.consume(answer.getEntity());
            return answer.getCode();
        });
        if (status / 100 != SUCCESS) {
            throw HubException.permanent(
                    "bench-refused", "Eine Nachricht der Messung wurde nicht angenommen: HTTP " + status + ".");
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
