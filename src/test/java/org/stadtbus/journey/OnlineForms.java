package org.stadtbus.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.stadtbus.sandbox.City;
import org.stadtbus.sandbox.Json;
import org.stadtbus.sandbox.applicant.OnlineForm;
import org.stadtbus.sandbox.applicant.Sample;
import org.stadtbus.sandbox.applicant.Samples;
import org.stadtbus.sandbox.http.Client;
import org.stadtbus.sandbox.http.Multipart;
import org.stadtbus.testkit.RunningHub;

/** The city's online forms, good and bad, at the hub's REST door. */
final class OnlineForms {
    private final URI hub;
    private final Client client;

    OnlineForms(RunningHub hub) {
        this.hub = hub.uri();
        this.client = hub.city().client(City.ONLINE_FORM);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** A sample application by its name. */
    static Sample sample(String name) {
        return Samples.all().stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A good form that needs no files, because all are to follow. */
    static ObjectNode small() {
        ObjectNode form = Samples.baseForm();
        form.withArray("anlagen").forEach(document -> follows((ObjectNode) document));
        return form;
    }

    private static void follows(ObjectNode document) {
        document.remove("datei");
        document.put("nachgereicht", true);
    }

    /** The same form as text, one part of it replaced. */
    static byte[] small(String part, String by) {
        String form = Json.text(small());
        if (!form.contains(part)) {
            throw new IllegalArgumentException("The form holds no " + part);
        }
        return form.replace(part, by).getBytes(UTF_8);
    }

    URI address(String service) {
        return hub.resolve("/api/v1/services/" + service + "/applications");
    }

    /** Sends a sample with its files. */
    Reply send(Sample sample, String key) throws IOException {
        return Reply.of(new OnlineForm(client, hub).submit(sample, key));
    }

    /** Sends JSON alone for the building application. */
    Reply json(byte[] body, String key, String... headers) throws IOException {
        return json(address(OnlineForm.SERVICE), body, key, headers);
    }

    Reply json(URI address, byte[] body, String key, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Idempotency-Key", key));
        all.addAll(List.of(headers));
        if (Stream.of(headers).noneMatch("Content-Type"::equals)) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        return Reply.of(client.call("POST", address, BodyPublishers.ofByteArray(body), all.toArray(String[]::new)));
    }

    Reply multipart(Multipart body, String key) throws IOException {
        return Reply.of(client.call(
                "POST",
                address(OnlineForm.SERVICE),
                body.publisher(),
                "Content-Type",
                body.contentType(),
                "Idempotency-Key",
                key));
    }
}
