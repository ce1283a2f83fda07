/** The public prosecutor's office behind the city's beBPo: takes objections and acknowledges them. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.gericht;
