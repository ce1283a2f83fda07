/**
 * The broker as the hub uses it: queue names, messages on the wire, transacted consumers, settings of the embedded server.
 *
 * <p>Only this package speaks JMS. It decides nothing about journeys; it makes sure that consume, sends and journal events
 * commit together (design decision 1).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"catalogue", "envelope", "journal", "vault"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.broker;
