package org.stadtbus.sandbox.enaio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtbus.sandbox.Disk;
import org.stadtbus.sandbox.Json;

/** The objects on disk, one folder each; an object exists from the moment its {@code object.json} lies there. */
final class Archive {
    private static final String DESCRIPTION = "object.json";

    private final Path objects;
    private final Path incoming;
    private final NavigableMap<Long, DmsObject> byId = new ConcurrentSkipListMap<>();

    Archive(Path folder) {
        this.objects = folder.resolve("objects");
        this.incoming = folder.resolve("incoming");
        try {
            Files.createDirectories(objects);
            Files.createDirectories(incoming);
            for (Path left : listed(incoming)) {
                Files.delete(left);
            }
            for (Path object : listed(objects)) {
                Path description = object.resolve(DESCRIPTION);
                if (Files.exists(description)) {
                    remember(DmsObject.read(Json.read(description)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    /** Where content waits until its object is known. */
    Path incoming() {
        return incoming;
    }

    /** Stores a new object, whether or not an equal one exists: enaio does not compare. */
    synchronized DmsObject insert(
            String caseId, ObjectType type, Map<String, String> values, Upload.@Nullable Received content)
            throws IOException {
        long next = byId.isEmpty() ? 1 : byId.lastKey() + 1;
        DmsObject object = new DmsObject(
                Long.toString(next),
                caseId,
                type.internalName(),
                values,
                content == null ? null : content.description(),
                1);
        if (content != null) {
            take(object, content);
        }
        return save(object);
    }

    private void take(DmsObject object, Upload.Received content) throws IOException {
        Files.createDirectories(file(object).getParent());
        Files.move(content.file(), file(object), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives an object new content; the earlier versions stay. */
    synchronized DmsObject renew(DmsObject object, Map<String, String> changes, Upload.Received content)
            throws IOException {
        DmsObject renewed = object.with(changes).renewed(content.description());
        take(renewed, content);
        return save(renewed);
    }

    synchronized DmsObject update(DmsObject object, Map<String, String> changes) {
        return save(object.with(changes));
    }

    private DmsObject save(DmsObject object) {
        Disk.write(objects.resolve(object.id()).resolve(DESCRIPTION), Json.bytes(object.json()));
        remember(object);
        return object;
    }

    private void remember(DmsObject object) {
        byId.put(Long.valueOf(object.id()), object);
    }

    Optional<DmsObject> find(String id) {
        return all().stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /** Everything, oldest first. */
    List<DmsObject> all() {
        return List.copyOf(byId.values());
    }

    /** Where the content of an object's version lies. */
    Path file(DmsObject object) {
        return folder(object).resolve(object.version() == 1 ? "content" : "content-" + object.version());
    }

    /** Where everything of an object lies. */
    Path folder(DmsObject object) {
        return objects.resolve(object.id());
    }
}
