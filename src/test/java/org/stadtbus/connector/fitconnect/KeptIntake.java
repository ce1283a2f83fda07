package org.stadtbus.connector.fitconnect;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.stadtbus.envelope.Ids;
import org.stadtbus.intake.Application;
import org.stadtbus.intake.Intake;

/** An intake that keeps what it took, idempotent by reference as the true one is. */
final class KeptIntake implements Intake {
    private final Map<String, Application> kept = new ConcurrentHashMap<>();
    private final List<Application> asked = new CopyOnWriteArrayList<>();
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private volatile Consumer<Application> before = application -> {};

    /** What happens before each application is kept; what it throws is what the intake throws. */
    void before(Consumer<Application> action) {
        before = action;
    }

    @Override
    public Accepted accept(Application application) {
        asked.add(application);
        before.accept(application);
        boolean repeated = kept.putIfAbsent(application.externalReference(), application) != null;
        String journey = journeyId(application.channel(), application.externalReference());
        return new Accepted(journey, Ids.application(journey), repeated);
    }

    @Override
    public String refuse(Refusal refusal) {
        if (refusals.stream().noneMatch(r -> r.externalReference().equals(refusal.externalReference()))) {
            refusals.add(refusal);
        }
        return journeyId(refusal.channel(), refusal.externalReference());
    }

    @Override
    public String journeyId(String channel, String externalReference) {
        return Ids.derived(channel, externalReference);
    }

    /** Applications that were kept, each once. */
    List<Application> kept() {
        return List.copyOf(kept.values());
    }

    /** How often an application was handed in, repetitions counted. */
    int asked() {
        return asked.size();
    }

    /** Refusals of the channel, each once. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
