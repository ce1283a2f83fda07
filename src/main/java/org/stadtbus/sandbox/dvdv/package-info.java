/** The DVDV of the city: its public REST interface v2 with the standalone authentication, filled by whoever starts it. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.dvdv;
