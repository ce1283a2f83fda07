/**
 * The sandbox city: every neighbour of the hub over its true protocol on this machine, with faults on demand.
 *
 * <p>Plain Java without Spring, so that a test can keep the city running while it kills the hub. What a neighbour acknowledged is on
 * disk before. Only {@code cli} and tests use this package; the hub itself never does.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"egvp", "envelope", "osci", "soap", "xta"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox;
