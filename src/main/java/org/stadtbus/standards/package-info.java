/**
 * What is right: official XML schemas and business rules, JSON Schemas of forms, the header of a message, the directory
 * of authorities, and the one hardened way to read XML.
 *
 * <p>Everything particular to a standard lies in {@code config/standards/<id>.yaml}; no class here knows XBau. The
 * official files are the operator's: they are read from the standards folder and never from the network. No Camel, no
 * JMS and no database here, and no value from a message in any sentence: findings name places and rules only.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "envelope")
@org.jspecify.annotations.NullMarked
package org.stadtbus.standards;
