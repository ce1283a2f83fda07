/** The other end of a transfer folder for xdomea containers. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.xdomea;
