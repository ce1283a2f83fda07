package org.stadtbus.osci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.junit.jupiter.api.Test;
import org.stadtbus.deployment.BadInput;
import org.stadtbus.testkit.Refuses;
import org.w3c.dom.Element;

/** What peers of old still write is read where the settings allow it, and refused where they do not. */
class OlderAlgorithmsTest {
    static {
        org.apache.xml.security.Init.init();
    }

    private static final Algorithms TODAY = new Algorithms(false);
    private static final Algorithms OLDER = new Algorithms(true);
    private static final String PKCS1 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    /** Content as libraries wrote it for years: AES-256-CBC, RSA PKCS#1 v1.5 for key and signature; no length of the vector. */
    private static OsciMessage older(int keyPadding) throws Exception {
        Envelope envelope = Envelope.create(new ControlBlock("", "", "", ""));
        Element certificates = envelope.certificates("osci:NonIntermediaryCertificates");
        Certificates.add(certificates, "osci:CipherCertificateAddressee", "leser", OsciStand.READER.cipher());
        Certificates.add(
                certificates, "osci:SignatureCertificateOriginator", "verfasser", OsciStand.AUTHOR.signature());
        byte[] key = random(32);
        Element data = Xml.add(Xml.add(envelope.body(), "osci:ContentPackage"), "xenc:EncryptedData");
        Xml.add(data, "xenc:EncryptionMethod").setAttribute("Algorithm", Ns.XENC + "aes256-cbc");
        Element wrapped = Xml.add(Xml.add(data, "ds:KeyInfo"), "xenc:EncryptedKey");
        Xml.add(wrapped, "xenc:EncryptionMethod").setAttribute("Algorithm", Algorithms.RSA_1_5);
        Certificates.refer(Xml.add(wrapped, "ds:KeyInfo"), "leser");
        Cipher rsa = Cipher.getInstance(keyPadding == 1 ? "RSA/ECB/PKCS1Padding" : "RSA/ECB/NoPadding");
        rsa.init(Cipher.ENCRYPT_MODE, OsciStand.READER.cipher().getPublicKey());
        EncryptedElements.value(wrapped, rsa.doFinal(key));
        EncryptedElements.value(data, cbc(key, signed()));
        return new OsciMessage(envelope.document(), List.of());
    }

    private static byte[] cbc(byte[] key, byte[] plain) throws Exception {
        byte[] iv = random(16);
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        byte[] ciphertext = aes.doFinal(plain);
        byte[] both = java.util.Arrays.copyOf(iv, iv.length + ciphertext.length);
        System.arraycopy(ciphertext, 0, both, iv.length, ciphertext.length);
        return both;
    }

    private static byte[] signed() throws Exception {
        Element container = Xml.create("osci:ContentContainer").getDocumentElement();
        Element content = Xml.add(
                Xml.add(container, "osci:Content"),
                "osci:Base64Content",
                Base64.getEncoder().encodeToString("<alt/>".getBytes(UTF_8)));
        Xml.named(content, "inhalt0");
        XMLSignature signature = new XMLSignature(container.getOwnerDocument(), "", PKCS1, 0, Algorithms.C14N);
        container.insertBefore(signature.getElement(), container.getFirstChild());
        Transforms transforms = new Transforms(container.getOwnerDocument());
        transforms.addTransform(Algorithms.BASE64);
        signature.addDocument("#inhalt0", transforms, Algorithms.SHA_256);
        Certificates.refer(signature.getKeyInfo().getElement(), "verfasser");
        signature.sign(OsciStand.AUTHOR.signatureKey());
        return Xml.bytes(container);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        bytes[0] &= 0x7f;
        return bytes;
    }

    private static Content read(OsciMessage message, Algorithms reading) throws OsciException {
        return new ContentReader(OsciStand.READER, OsciStand.trust(), reading).read(message);
    }

    @Test
    void olderContentIsReadWhereItIsAllowed() throws Exception {
        assertThat(read(older(1), OLDER).payload()).asString(UTF_8).isEqualTo("<alt/>");
    }

    @Test
    @Refuses(connector = "osci", value = BadInput.WRONGLY_ENCRYPTED)
    void olderContentIsRefusedWhereItIsNot() throws Exception {
        OsciMessage message = older(1);
        assertThat(catchThrowableOfType(OsciException.class, () -> read(message, TODAY)))
                .returns("9202", OsciException::code)
                .hasMessageContaining("nicht zugelassen");
    }

    /** Bleichenbacher: whoever sends keys with a broken padding learns nothing from the answer. */
    @Test
    void brokenPaddingOfAnOlderKeyLooksLikeAWrongKey() throws Exception {
        OsciMessage message = older(0);
        OsciException refused = catchThrowableOfType(OsciException.class, () -> read(message, OLDER));
        assertThat(refused.code()).isIn("9202", "9100");
        assertThat(refused.getMessage()).doesNotContain("Padding");
    }

    @Test
    void documentTypeInsideOfContentIsRefused() {
        String evil = "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>";
        assertThat(catchThrowableOfType(
                                OsciException.class, () -> Xml.parse(new ByteArrayInputStream(evil.getBytes(UTF_8))))
                        .code())
                .isEqualTo("9100");
    }
}
