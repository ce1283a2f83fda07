/** The office that issues fishing licences: a procedure whose only interface is its database, H2. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.fischerei;
