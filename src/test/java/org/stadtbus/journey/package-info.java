/**
 * Whole journeys through a running hub and its sandbox city: what each sender is told, what the journal keeps, what arrives.
 * No part of the hub is replaced here; what one part does alone is tested beside it.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.journey;
