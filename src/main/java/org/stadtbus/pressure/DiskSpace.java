package org.stadtbus.pressure;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** Free space where one folder lies. Once short, it is enough again only a tenth above the limit, so that the door does not flap. */
final class DiskSpace implements Signal {
    private static final int PERCENT = 100;
    private static final int MARGIN = 10;
    private static final int SMALL = 4;

    private final String name;
    private final String label;
    private final Path folder;
    private final long minFree;
    private final int minPercent;
    private boolean isShort;

    /**
     * @param name stable name for machines
     * @param label German, e.g. »des Tresors«
     * @param folder need not exist yet
     */
    DiskSpace(String name, String label, Path folder, DataSize minFree, int minPercent) {
        this.name = name;
        this.label = label;
        this.folder = folder.toAbsolutePath();
        this.minFree = minFree.toBytes();
        this.minPercent = minPercent;
    }

    @Override
    public synchronized Optional<Shortage> look() {
        File place = existing();
        long free = place.getUsableSpace();
        long limit = limit(place);
        isShort = free < (isShort ? limit + limit / MARGIN : limit);
        return isShort
                ? Optional.of(new Shortage(
                        name,
                        "Der Speicherplatz %s ist fast erschöpft (%s frei, nötig sind %s)."
                                .formatted(label, shown(free), shown(limit))))
                : Optional.empty();
    }

    /** True when this many bytes more still leave the reserve. */
    boolean hasRoomFor(long bytes) {
        File place = existing();
        return place.getUsableSpace() - bytes >= limit(place);
    }

    private long limit(File place) {
        long total = place.getTotalSpace();
        return Math.max(Math.min(minFree, total / SMALL), total / PERCENT * minPercent);
    }

    private File existing() {
        Path place = folder;
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place.toFile();
    }

    private static String shown(long bytes) {
        return DataSize.ofBytes(bytes).toMegabytes() + " MB";
    }
}
