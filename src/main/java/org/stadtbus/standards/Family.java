package org.stadtbus.standards;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All versions of one standard side by side; the day and the message say which one counts. */
final class Family {
    private final String name;
    private final List<Bundle> oldestFirst;
    private final Clock clock;

    /** @param versions at least one */
    Family(String name, List<Bundle> versions, Clock clock) {
        this.name = name;
        this.clock = clock;
        this.oldestFirst = versions.stream()
                .sorted(Comparator.comparing(
                                (Bundle version) -> version.validity().begin())
                        .thenComparing(Bundle::id))
                .toList();
    }

    /**
     * What a message is read in.
     *
     * @param bundle the version it is read in
     * @param refusal German sentence, when the message names a version that does not hold on this day
     */
    record Choice(Bundle bundle, Optional<String> refusal) {}

    /** The newest version that has begun; the newest of all when none has. */
    Bundle current() {
        LocalDate today = LocalDate.now(clock);
        return newest(version -> version.validity().hasBegun(today)).orElseGet(() -> last(oldestFirst));
    }

    /** The version a message names when it is taken today, the current one when it names none that is known. */
    Choice of(byte[] content) {
        Bundle current = current();
        if (oldestFirst.size() == 1) {
            return new Choice(current, Optional.empty());
        }
        LocalDate today = LocalDate.now(clock);
        return current.version(content)
                .flatMap(this::byVersion)
                .map(named -> named.validity().accepts(today)
                        ? new Choice(named, Optional.empty())
                        : new Choice(current, Optional.of(sentence(named, current, today))))
                .orElseGet(() -> new Choice(current, Optional.empty()));
    }

    /** True when another version goes on after this one's last day. */
    boolean goesOnAfter(Bundle ending) {
        return oldestFirst.stream()
                .filter(version -> version != ending)
                .anyMatch(version -> version.installed()
                        && version.validity().begin().isAfter(ending.validity().begin()));
    }

    private Optional<Bundle> byVersion(String version) {
        return newest(candidate -> candidate.versionName().equals(version));
    }

    private Optional<Bundle> newest(Predicate<Bundle> wanted) {
        return oldestFirst.stream().filter(wanted).reduce((older, newer) -> newer);
    }

    private static Bundle last(List<Bundle> versions) {
        return versions.get(versions.size() - 1);
    }

    private String sentence(Bundle named, Bundle current, LocalDate today) {
        String why = named.validity().hasBegun(today) ? "gilt nicht mehr" : "gilt noch nicht";
        return "Die Nachricht ist in Version %s des Standards %s; diese %s. Bitte in Version %s senden."
                .formatted(named.versionName(), name, why, current.versionName());
    }
}
