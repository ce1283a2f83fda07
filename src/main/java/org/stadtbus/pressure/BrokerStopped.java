package org.stadtbus.pressure;

/**
 * The embedded broker has stopped by itself and does not come back in this process; nothing that was accepted is lost. Who runs
 * the hub ends the process, so that its service manager starts it again.
 */
public record BrokerStopped() {}
