/**
 * Lint: looks at an integrator's folders ({@code config}, {@code connectors}, {@code mappings}, {@code routes}) before the hub
 * meets them, and says in German what to do. One class per {@link org.stadtbus.deployment.Check}.
 *
 * <p>Knows files, not queues: no Camel, no JMS, no database and no Spring here, so that it answers at once.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"envelope", "mapping", "standards"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.deployment;
