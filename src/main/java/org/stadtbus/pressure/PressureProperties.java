package org.stadtbus.pressure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * From when on the hub takes nothing more. What is under way needs room too: the reserve {@code minFree} is what deliveries,
 * answers of the moment and the journal go on with while the door is closed.
 *
 * @param minFree free space below which nothing is taken in, on each of the file systems of vault, broker and upload spool; on a
 *     small one a quarter of it is enough
 * @param minFreePercent the same in percent of the file system; the larger of both counts, 0 for none
 * @param maxHeapPercent heap in use after a garbage collection above which nothing is taken in
 * @param maxWaiting messages waiting on all queues but the journal's
 * @param maxWaitingPerService applications of one service waiting before its route
 * @param maxUploads multipart requests under way at the same time
 * @param maxUploadsPerClient the same of one OAuth2 client, so that one that is slow leaves threads to the others
 * @param callsPerSecond intake requests of one OAuth2 client
 * @param clients other figures than {@code callsPerSecond} for single clients, by client id
 * @param retryAfter what a refused caller is told
 * @param interval from one look at the signals to the next
 */
@Validated
@ConfigurationProperties("stadtbus.pressure")
record PressureProperties(
        @NotNull @DefaultValue("1GB") DataSize minFree,
        @PositiveOrZero @Max(99) @DefaultValue("1") int minFreePercent,
        @Positive @Max(100) @DefaultValue("90") int maxHeapPercent,
        @Positive @DefaultValue("2000000") long maxWaiting,
        @Positive @DefaultValue("200000") long maxWaitingPerService,
        @Positive @DefaultValue("16") int maxUploads,
        @Positive @DefaultValue("8") int maxUploadsPerClient,
        @Positive @DefaultValue("2000") int callsPerSecond,
        @DefaultValue Map<String, @Positive Integer> clients,
        @NotNull @DefaultValue("30s") Duration retryAfter,
        @NotNull @DefaultValue("500ms") Duration interval) {}
