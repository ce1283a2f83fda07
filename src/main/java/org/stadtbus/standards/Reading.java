package org.stadtbus.standards;

import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;

/**
 * What reading a message once gave.
 *
 * @param result what its schema and business rules say of it
 * @param tree the message as a tree of {@link Standards#processor()}, for who reads it next; absent where none was made
 */
public record Reading(ValidationResult result, @Nullable XdmNode tree) {}
