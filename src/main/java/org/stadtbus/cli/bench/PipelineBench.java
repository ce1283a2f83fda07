package org.stadtbus.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stadtbus.cli.Home;

/** The hub and what it is compared with, in one process, one run, with the same sender and the same target. */
final class PipelineBench implements AutoCloseable {
    private static final double PART_LOAD = 0.7;
    private static final double STILL_FASTER = 1.05;

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final List<Contender> contenders = new ArrayList<>();
    private final BenchPlan plan;
    private final Target target;
    private final Traffic traffic;

    PipelineBench(BenchPlan plan, Path folder) throws Exception {
        this.plan = plan;
        this.target = keep(new Target());
        this.traffic = keep(new Traffic(target));
        HttpSender http = keep(new HttpSender());
        BenchTokens tokens = keep(new BenchTokens());
        BenchHome home = BenchHome.make(folder.resolve("home"), Home.path());
        // the hub first: it says how everything in this process logs
        HubContender hub = keep(new HubContender(home, folder.resolve("hub"), tokens, target, http, Map.of()));
        DurableBroker broker = keep(new DurableBroker(folder.resolve("broker")));
        take(hub);
        take(new BareBroker(broker.connections(), target));
        take(new CamelContender(home, folder.resolve("b"), target, http, broker.connections()));
        take(new CamelContender(home, folder.resolve("c"), target, http, null));
        take(new StepsContender(home, folder.resolve("d"), target, http));
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(0, part);
        return part;
    }

    private void take(Contender contender) {
        keep(contender);
        if (plan.contenders().contains(contender.id())) {
            contenders.add(contender);
        }
    }

    /**
     * Runs each contender until it no longer becomes faster: a turn of the warm-up time after the other, until one is hardly faster
     * than the best before it.
     */
    void warmUp() throws Exception {
        for (Contender contender : contenders) {
            double best = 0;
            double last = warmUpTurn(contender);
            for (int turn = 1; turn < plan.warmUps() && last > best * STILL_FASTER; turn++) {
                best = last;
                last = warmUpTurn(contender);
            }
        }
    }

    private double warmUpTurn(Contender contender) throws Exception {
        List<Workload> all = plan.workloads();
        long messages = 0;
        double seconds = 0;
        for (Workload workload : all) {
            Measured measured = traffic.full(contender, workload, plan.warmUp().dividedBy(all.size()));
            messages += measured.flights().size();
            seconds += measured.settledSeconds();
        }
        System.err.printf("%s: aufgewärmt, %.0f je s%n", contender.title(), messages / seconds);
        return messages / seconds;
    }

    /** Every contender at every workload, as fast as it can. */
    List<PipelineResult> full() throws Exception {
        List<PipelineResult> results = new ArrayList<>();
        for (Workload workload : plan.workloads()) {
            results.add(PipelineResult.of(workload, measure(workload, c -> traffic.full(c, workload, plan.turn()))));
        }
        return results;
    }

    /** Every contender at 70 % of what it did as fast as it could, messages coming in evenly. */
    List<PipelineResult> partLoad(List<PipelineResult> full) throws Exception {
        List<PipelineResult> results = new ArrayList<>();
        for (PipelineResult before : full) {
            Workload workload = before.workload();
            results.add(PipelineResult.of(
                    workload,
                    measure(
                            workload,
                            c -> traffic.at(PART_LOAD * before.perSecond(c.id()), c, workload, plan.turn()))));
        }
        return results;
    }

    private interface Turn {
        Measured run(Contender contender) throws Exception;
    }

    private Map<String, Measured> measure(Workload workload, Turn turn) throws Exception {
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (int round = 0; round < plan.rounds(); round++) {
            for (Contender contender : contenders) {
                System.err.printf("%s: %s, Runde %d%n", workload, contender.title(), round + 1);
                measured.merge(contender.id(), turn.run(contender), Measured::and);
            }
        }
        return measured;
    }

    Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        contenders.forEach(c -> titles.put(c.id(), c.title()));
        return titles;
    }

    /** Messages that came to the target twice, or that nobody had sent; must be 0. */
    long unexpected() {
        return target.unexpected();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }
}
