/**
 * Transformations between two message formats: loads {@code mappings/<from>-to-<to>/}, compiles the XSLT 3.0 once, applies
 * it per message and runs the sample pairs.
 *
 * <p>Knows neither Camel nor JMS nor any message format: what a format looks like stands in the stylesheet. Validation and
 * the directory of authorities are handed in by the caller. A stylesheet can reach neither files nor the network.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "envelope")
@org.jspecify.annotations.NullMarked
package org.stadtbus.mapping;
