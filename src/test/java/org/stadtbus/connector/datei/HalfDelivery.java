package org.stadtbus.connector.datei;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.stadtbus.envelope.Attachment;

/** A process that stands still in the middle of an attachment, to be killed there. */
final class HalfDelivery {
    static final String READY = "half";
    static final byte[] PLAN = new byte[3_000_000];

    private HalfDelivery() {}

    /** @param args the folder */
    public static void main(String[] args) {
        CutVault vault = new CutVault();
        Attachment plan = Delivery.attachment(vault, "plan-1", "Lageplan.pdf", PLAN);
        vault.cut(plan.sha256(), HalfDelivery::standStill);
        new Delivery(Path.of(args[0]), vault, Map.of("completion", "checksum")).deliver(plan);
    }

    private static void standStill() {
        System.out.println(READY);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
