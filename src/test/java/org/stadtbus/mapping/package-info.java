/** Proofs of the mapping engine and of the mappings in {@code mappings/}. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.mapping;
