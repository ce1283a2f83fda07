package org.stadtbus.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.stadtbus.testkit.S3Server;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The same promises on a bucket, and those about the way there. */
class S3StoreKeepsItsPromisesIT extends StoreContract {
    private static final String BUCKET = "tresor";

    private static S3Server server;
    private static int tests;

    private final String prefix = "t" + ++tests + "/";
    private final S3Blobs store = S3Clients.blobs(settings(prefix));

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
        server = S3Server.start(folder, BUCKET);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Override
    Blobs emptyStore() {
        return store;
    }

    private static VaultProperties.S3 settings(String prefix) {
        return new VaultProperties.S3(server.endpoint(), "eu-central-1", BUCKET, prefix, true, 5, 4);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aStoreThatIsAwayIsATransientFailureAndIsUsedAgainWhenItIsBack() throws Exception {
        String before = vault.store(BAU, random(20)).sha256();
        server.kill();
        assertThatThrownBy(() -> vault.store(BAU, random(21))).isInstanceOfSatisfying(HubException.class, e -> {
            assertThat(e.kind()).isEqualTo(FailureKind.TRANSIENT);
            assertThat(e.problemCode()).isEqualTo("vault-unavailable");
        });
        assertThatThrownBy(() -> vault.open(before))
                .isInstanceOfSatisfying(
                        HubException.class, e -> assertThat(e.problemCode()).isEqualTo("vault-unreadable"));
        server.restart();

        assertThat(read(before)).hasSize(20);
        assertThat(read(vault.store(BAU, random(21)).sha256())).hasSize(21);
    }

    @Test
    void whoSignsWithAnotherSecretIsRefused() {
        System.setProperty("aws.secretAccessKey", "geraten");
        try (S3Blobs stranger = S3Clients.blobs(settings(prefix))) {
            assertThatThrownBy(() -> stranger.keeps("drawers/" + BAU)).isInstanceOf(IOException.class);
        } finally {
            System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
        }
    }

    @Test
    void aBrokenOffUploadIsInvisibleAndTidiedAway() throws IOException {
        try (S3Client client = client()) {
            String key = prefix + "00/half";
            String id = client.createMultipartUpload(
                            create -> create.bucket(BUCKET).key(key))
                    .uploadId();
            client.uploadPart(
                    part -> part.bucket(BUCKET).key(key).uploadId(id).partNumber(1),
                    software.amazon.awssdk.core.sync.RequestBody.fromBytes(random(5 * 1024 * 1024)));

            assertThat(store.keeps("00/half")).isFalse();
            store.tidy(Instant.now().plusSeconds(60));

            assertThat(client.listMultipartUploads(list -> list.bucket(BUCKET).prefix(prefix))
                            .uploads())
                    .isEmpty();
        }
    }

    private static S3Client client() {
        return S3Client.builder()
                .endpointOverride(server.endpoint())
                .region(Region.EU_CENTRAL_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)))
                .build();
    }
}
