package org.stadtbus.sandbox.osci;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.stadtbus.osci.Algorithms;
import org.stadtbus.osci.Certificates;
import org.stadtbus.osci.ControlBlock;
import org.stadtbus.osci.Envelope;
import org.stadtbus.osci.Feedback;
import org.stadtbus.osci.OsciCode;
import org.stadtbus.osci.OsciException;
import org.stadtbus.osci.OsciMessage;
import org.stadtbus.osci.Party;
import org.stadtbus.osci.ProcessCard;
import org.stadtbus.osci.Seal;
import org.stadtbus.osci.Xml;
import org.w3c.dom.Element;

/** Brings a message to a passive recipient (ProcessDelivery) and reads what he says. */
final class Mediation {
    private static final String CERTIFICATES = "osci:NonIntermediaryCertificates";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Party party;
    private final Seal seal;
    private final Path folder;
    private final Clock clock;

    Mediation(Party party, Seal seal, Path folder, Clock clock) {
        this.party = party;
        this.seal = seal;
        this.folder = folder;
        this.clock = clock;
    }

    /** Done, or why the recipient does not have it. */
    OsciCode bring(String id, OsciMessage order, List<X509Certificate> inspected) throws OsciException, IOException {
        Element mediate = order.read().require("osci:mediateDelivery");
        URI receiver = URI.create(Xml.require(mediate, "osci:ContentReceiver").getAttribute("URI"));
        X509Certificate reader = Certificates.read(
                        Xml.require(order.read().require(CERTIFICATES), "osci:CipherCertificateAddressee"))
                .orElseThrow(() -> new OsciException(OsciCode.ORDER, "Es fehlt der Empfänger."));
        String challenge = ControlBlock.newChallenge();
        Path sealed = seal.close(delivery(id, order, inspected, challenge), reader);
        try {
            return answer(receiver, sealed, challenge);
        } finally {
            Files.deleteIfExists(sealed);
        }
    }

    private OsciMessage delivery(String id, OsciMessage order, List<X509Certificate> inspected, String challenge)
            throws OsciException {
        Envelope envelope = Envelope.create(new ControlBlock("", challenge, "", ""));
        envelope.block("osci:DesiredLanguages").setAttribute("LanguagesList", "de");
        new ProcessCard(id, clock.instant(), Optional.of(clock.instant()), Optional.empty(), new byte[0])
                .write(envelope.block("osci:processDelivery"), "", inspected);
        Element own = envelope.certificates("osci:IntermediaryCertificates");
        Certificates.add(own, "osci:CipherCertificateIntermediary", "chiffrat-intermediaer", party.cipher());
        Certificates.add(own, "osci:SignatureCertificateIntermediary", "signatur-intermediaer", party.signature());
        copy(order.read().require(CERTIFICATES), envelope.certificates(CERTIFICATES));
        copy(order.read().body(), envelope.body());
        OsciMessage message = new OsciMessage(envelope.document(), order.parts());
        envelope.sign("osci:ClientSignature", party, "signatur-intermediaer", message);
        return message;
    }

    private static void copy(Element from, Element to) {
        for (Element child : Xml.children(from)) {
            Element copied = (Element) to.getOwnerDocument().importNode(child, true);
            to.appendChild(copied);
            if (copied.hasAttribute("Id")) {
                copied.setIdAttribute("Id", true);
            }
        }
    }

    private OsciCode answer(URI receiver, Path sealed, String challenge) throws IOException, OsciException {
        Path file = Files.createTempFile(folder, "antwort", ".osci");
        try (InputStream body = http.send(
                        HttpRequest.newBuilder(receiver)
                                .header("Content-Type", "text/xml")
                                .timeout(PATIENCE)
                                .POST(HttpRequest.BodyPublishers.ofFile(sealed))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return read(file, challenge);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException | OsciException away) {
            return OsciCode.RECIPIENT;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private OsciCode read(Path file, String challenge) throws IOException, OsciException {
        try (OsciMessage answer = seal.open(file, party)) {
            Envelope envelope = answer.read();
            X509Certificate signer = Certificates.read(
                            Xml.require(envelope.require(CERTIFICATES), "osci:SignatureCertificateAddressee"))
                    .orElseThrow(() -> new OsciException(OsciCode.NOT_SIGNED, ""));
            envelope.check("osci:SupplierSignature", signer, answer, new Algorithms(false));
            if (!ControlBlock.of(envelope).response().equals(challenge)) {
                throw new OsciException(OsciCode.CONTROL_BLOCK, "");
            }
            String code = Feedback.of(envelope.require("osci:responseToProcessDelivery"))
                    .codes()
                    .get(0);
            return code.equals(OsciCode.DONE.number())
                    ? OsciCode.DONE
                    : code.equals(OsciCode.NOT_ACCEPTED.number()) ? OsciCode.NOT_ACCEPTED : OsciCode.RECIPIENT;
        }
    }
}
