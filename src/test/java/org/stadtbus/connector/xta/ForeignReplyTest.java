package org.stadtbus.connector.xta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtbus.sandbox.http.Answer;
import org.stadtbus.sandbox.http.LocalServer;

/** Nobody who calls an XTA port has it call others (WS-Addressing 1.0 SOAP Binding, section 5.1). */
@SuppressWarnings("NullAway.Init")
class ForeignReplyTest {
    private static final String ACTION = "http://www.xta.de/XTA/CreateMessageID";

    @TempDir
    Path folder;

    private final AtomicInteger called = new AtomicInteger();
    private XtaStand stand;
    private LocalServer within;

    @BeforeEach
    void start() throws Exception {
        stand = new XtaStand(folder);
        within = new LocalServer(0)
                .on("POST", "/.*", request -> {
                    called.incrementAndGet();
                    return Answer.of(202);
                })
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        within.close();
        stand.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReplyTo", "FaultTo"})
    void addressThatACallerNamesForTheAnswerIsNotCalled(String header) throws Exception {
        String foreign = "<a:%1$s><a:Address>%2$s/fremd</a:Address></a:%1$s>".formatted(header, within.uri());
        for (String action : new String[] {ACTION, "urn:unbekannt"}) {
            HttpResponse<String> answer = call(action, foreign);
            assertThat(called).hasValue(0);
            assertThat(answer.body()).as("%s", answer).contains("Envelope>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>"
            })
    void answerOnTheSameConnectionIsGiven(String header) throws Exception {
        assertThat(call(ACTION, header).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> call(String action, String header) throws Exception {
        URI uri = stand.office.uri("management");
        String envelope =
                """
                <e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing">
                <e:Header><a:Action>%s</a:Action><a:MessageID>urn:uuid:1</a:MessageID><a:To>%s</a:To>%s</e:Header><e:Body/>
                </e:Envelope>"""
                        .formatted(action, uri, header);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/soap+xml; charset=UTF-8; action=\"" + action + "\"")
                .POST(BodyPublishers.ofString(envelope, UTF_8))
                .build();
        return HttpClient.newBuilder()
                .sslContext(stand.authority.valid("hub").tls())
                .build()
                .send(request, BodyHandlers.ofString());
    }
}
