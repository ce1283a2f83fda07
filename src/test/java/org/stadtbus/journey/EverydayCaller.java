package org.stadtbus.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A procedure that calls a web service of the hub, with a UsernameToken (WSS 1.1). */
record EverydayCaller(int port, String user, String password) {
    private static final String ENVELOPE =
            """
            <s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>
              <s:Header>
                <a:MessageID xmlns:a='http://www.w3.org/2005/08/addressing'>%s</a:MessageID>
                <a:Action xmlns:a='http://www.w3.org/2005/08/addressing'>urn:hersteller:meldung:melde</a:Action>
                <w:Security s:mustUnderstand='1' xmlns:w='http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'>
                  <w:UsernameToken><w:Username>%s</w:Username><w:Password>%s</w:Password></w:UsernameToken>
                </w:Security>
              </s:Header>
              <s:Body>%s</s:Body>
            </s:Envelope>
            """;

    EverydayCaller withPassword(String other) {
        return new EverydayCaller(port, user, other);
    }

    HttpResponse<String> call(String id, String message) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/dienst"))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("SOAPAction", "\"urn:hersteller:meldung:melde\"")
                .POST(BodyPublishers.ofString(ENVELOPE.formatted(id, user, password, message)))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
