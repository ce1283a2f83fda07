package org.stadtbus.connector.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedFileTest {
    private static final Part PART = Part.attachment("a");

    private RSAKey ours;
    private RSAKey former;

    @TempDir
    Path folder;

    @BeforeAll
    void keys() throws JOSEException {
        ours = new RSAKeyGenerator(2048).keyID("jetzt").generate();
        former = new RSAKeyGenerator(2048).keyID("frueher").generate();
    }

    private static JWEHeader.Builder allowed(RSAKey key) {
        return new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM).keyID(key.getKeyID());
    }

    private static String sealed(JWEHeader header, RSAKey key, byte[] plain) throws JOSEException {
        JWEObject jwe = new JWEObject(header, new Payload(plain));
        jwe.encrypt(new RSAEncrypter(key));
        return jwe.serialize();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private byte[] opened(String serialized) throws IOException {
        Path file = Files.writeString(folder.resolve("a.jwe"), serialized, StandardCharsets.ISO_8859_1);
        try (InputStream plain =
                SealedFile.read(file, List.of(ours, former), PART).plain()) {
            return plain.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 49_135, 49_151, 49_152, 49_153, 98_304, 1_000_003})
    void whatAnotherLibrarySealedIsOpenedByteForByte(int size) throws Exception {
        byte[] plain = random(size);

        assertThat(opened(sealed(allowed(ours).build(), ours, plain))).isEqualTo(plain);
    }

    @Test
    void aFormerKeyStillOpens() throws Exception {
        assertThat(opened(sealed(allowed(former).build(), former, random(10)))).isEqualTo(random(10));
        assertThat(SealedText.open(sealed(allowed(former).build(), former, random(10)), List.of(ours, former), PART))
                .isEqualTo(random(10));
    }

    Stream<JWEHeader> forbidden() {
        return Stream.of(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM).build(),
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256CBC_HS512).build(),
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_512, EncryptionMethod.A256GCM).build(),
                allowed(ours).compressionAlgorithm(CompressionAlgorithm.DEF).build(),
                allowed(ours).keyID("fremd").build());
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void whatFitConnectDoesNotAllowIsRefusedInEitherWay(JWEHeader header) throws Exception {
        String serialized = sealed(header, ours, random(100));

        assertRefused(() -> opened(serialized));
        assertRefused(() -> SealedText.open(serialized, List.of(ours, former), PART));
    }

    @Test
    void oneChangedCharacterAnywhereIsNoticed() throws Exception {
        String serialized = sealed(allowed(ours).build(), ours, random(100_000));
        int content = serialized.lastIndexOf('.') - 60_000;
        int tag = serialized.length() - 10;
        int iv = serialized.indexOf('.', serialized.indexOf('.') + 1) + 3;
        for (int at : new int[] {5, 200, iv, content, tag}) {
            char other = serialized.charAt(at) == 'A' ? 'B' : 'A';
            assertRefused(() -> opened(serialized.substring(0, at) + other + serialized.substring(at + 1)));
        }
    }

    @Test
    void whatIsNoJweIsRefused() throws Exception {
        String serialized = sealed(allowed(ours).build(), ours, random(1000));
        List<String> broken = Arrays.asList(
                "",
                "....",
                "{\"not\":\"a JWE\"}",
                "x".repeat(100_000),
                serialized.substring(0, serialized.length() - 4),
                serialized.substring(0, serialized.length() / 2),
                serialized.substring(0, serialized.lastIndexOf('.')),
                serialized + "=",
                serialized.replace('.', ' '));
        for (String one : broken) {
            assertRefused(() -> opened(one));
        }
    }

    private static void assertRefused(ThrowingCallable opening) {
        assertThatThrownBy(opening).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.problemCode())
                .isEqualTo(Refused.ENCRYPTION));
    }
}
