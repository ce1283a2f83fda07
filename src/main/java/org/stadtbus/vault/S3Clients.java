package org.stadtbus.vault;

import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the client for a bucket. */
final class S3Clients {
    private static final int BYTES_PER_MB = 1024 * 1024;

    private S3Clients() {}

    static S3Blobs blobs(VaultProperties.S3 s3) {
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(DefaultCredentialsProvider.builder().build())
                .region(Region.of(s3.region()))
                .forcePathStyle(s3.pathStyle())
                // stores outside AWS often know no checksums at the end of a request; the encryption notices every
                // changed byte
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(settings -> settings.retryStrategy(StandardRetryStrategy.builder()
                        .maxAttempts(s3.attempts())
                        .build()));
        if (s3.endpoint() != null) {
            client.endpointOverride(s3.endpoint());
        }
        return new S3Blobs(client.build(), s3.bucket(), s3.prefix(), s3.partMegabytes() * BYTES_PER_MB);
    }
}
