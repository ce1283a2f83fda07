package org.stadtbus.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Wall clock and processor time since it was made. */
final class Stopwatch {
    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long begin = System.nanoTime();
    private final long cpuBegin = process.getProcessCpuTime();

    long begin() {
        return begin;
    }

    /** What was measured, once nothing of it is under way any more. */
    Measured settled(Contender contender, List<Flight> flights) throws InterruptedException {
        double seconds = seconds(System.nanoTime() - begin);
        contender.settle();
        double settled = seconds(System.nanoTime() - begin);
        return new Measured(flights, seconds, settled, seconds(process.getProcessCpuTime() - cpuBegin));
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
