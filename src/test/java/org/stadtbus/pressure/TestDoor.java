package org.stadtbus.pressure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** Parts of a door with figures a test chooses. */
public final class TestDoor {
    private TestDoor() {}

    public static CallRates rates(int callsPerSecond) {
        return new CallRates(callsPerSecond, Map.of());
    }

    public static Uploads uploads(int most) {
        DiskSpace disk = new DiskSpace("disk", "", Path.of(""), DataSize.ofBytes(1), 0);
        return new Uploads(most, most, disk, Duration.ofSeconds(30));
    }
}
