/**
 * The catalogue: every procedure of the city and every service's route, as their YAML files describe them, loaded and checked
 * at start. Knows files, not queues.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"envelope", "standards"})
@org.jspecify.annotations.NullMarked
package org.stadtbus.catalogue;
