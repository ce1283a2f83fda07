package org.stadtbus.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What to measure of the pipeline.
 *
 * @param workloads sizes, senders and targets
 * @param warmUp how long one turn of warming up takes
 * @param warmUps how many such turns each contender gets at most before anything is measured
 * @param time how long each contender is measured at each workload, all rounds together
 * @param rounds into how many turns that time is cut, so that the machine's noise hits all contenders alike
 * @param contenders ids of those that take part
 */
record BenchPlan(
        List<Workload> workloads, Duration warmUp, int warmUps, Duration time, int rounds, List<String> contenders) {

    static List<Workload> workloads(List<Integer> kilobytes, List<Integer> senders, List<Integer> targets) {
        List<Workload> all = new ArrayList<>();
        for (int size : kilobytes) {
            for (int sender : senders) {
                for (int target : targets) {
                    all.add(new Workload(size, sender, target));
                }
            }
        }
        return all;
    }

    Duration turn() {
        return time.dividedBy(rounds);
    }
}
