/**
 * Delivery: takes messages from each procedure's queue and hands them to its sink until it is done or a person must look.
 *
 * <p>One queue per procedure, so one that is down delays nobody else. Retries are scheduled by the broker and survive a restart.
 * {@link org.stadtbus.delivery.Outlets} is what operators see and order. Why it works this way: docs/decisions/0005.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"broker", "catalogue", "clearing", "envelope", "journal"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.delivery;
