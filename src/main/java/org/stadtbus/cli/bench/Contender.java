package org.stadtbus.cli.bench;

/** Something that takes messages and brings them to the {@link Target}. */
interface Contender extends AutoCloseable {

    /** Letter in tables and JSON, e.g. {@code b}. */
    String id();

    /** What it is, for people. */
    String title();

    /**
     * Hands one message over and returns when it is accepted.
     *
     * @param target number of the procedure, 0 to 49; with one target always the first
     */
    void send(Workload workload, int target, byte[] message) throws Exception;

    /** Waits until nothing is under way any more, at the projection neither; at most two minutes. */
    void settle() throws InterruptedException;

    @Override
    void close() throws Exception;
}
