package org.stadtbus.deployment;

/** One question asked of an integrator's folders. */
@FunctionalInterface
interface Check {

    /** Adds what is wrong, keeping nothing for the next run; says nothing about files it cannot read, another check does. */
    void check(Folders folders, Report report);
}
