package org.stadtbus.journal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/** Time stamps of checkpoints (RFC 3161): the imprint is the checkpoint's hash itself, which is a SHA-256. */
final class TimeStamps {
    private static final int NONCE_BITS = 64;

    private TimeStamps() {}

    /** The question to the authority; it is to send its certificate along. */
    static TimeStampRequest request(String hash) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(
                TSPAlgorithms.SHA256, HexFormat.of().parseHex(hash), new BigInteger(NONCE_BITS, new SecureRandom()));
    }

    /**
     * The authority's answer as the database keeps it.
     *
     * @throws TSPException when it is refused, does not answer this question, or is not signed by the certificate it brings
     */
    static String accepted(TimeStampRequest request, byte[] answer) throws TSPException, IOException {
        TimeStampResponse response = new TimeStampResponse(answer);
        response.validate(request);
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
            throw new TSPException("The authority refused: " + response.getStatusString());
        }
        validate(token);
        return Base64.getEncoder().encodeToString(response.getEncoded());
    }

    /** What is wrong with a checkpoint's time stamp; empty when nothing is or it has none. Whether the authority is to be trusted is not asked. */
    static Optional<String> fault(Checkpoint checkpoint) {
        String stored = checkpoint.timeStamp();
        if (stored == null) {
            return Optional.empty();
        }
        try {
            TimeStampToken token = new TimeStampResponse(Base64.getDecoder().decode(stored)).getTimeStampToken();
            if (token == null) {
                return Optional.of("Der Zeitstempel des Prüfpunkts ist leer.");
            }
            validate(token);
            String stamped = HexFormat.of().formatHex(token.getTimeStampInfo().getMessageImprintDigest());
            return stamped.equals(checkpoint.hash())
                    ? Optional.empty()
                    : Optional.of("Der Zeitstempel des Prüfpunkts gilt einer anderen Kette.");
        } catch (TSPException | IOException | IllegalArgumentException e) {
            return Optional.of("Der Zeitstempel des Prüfpunkts ist ungültig.");
        }
    }

    private static void validate(TimeStampToken token) throws TSPException {
        Store<X509CertificateHolder> certificates = token.getCertificates();
        Collection<X509CertificateHolder> signers = certificates.getMatches(token.getSID());
        if (signers.isEmpty()) {
            throw new TSPException("The authority sent no certificate");
        }
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .build(signers.iterator().next()));
        } catch (OperatorCreationException | java.security.cert.CertificateException e) {
            throw new TSPException("The authority's certificate is not usable", e);
        }
    }
}
