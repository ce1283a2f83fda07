/** The hub under pressure, seen from outside and part by part. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.pressure;
