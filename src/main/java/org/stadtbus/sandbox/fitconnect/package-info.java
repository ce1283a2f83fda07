/** FIT-Connect: the delivery point with its sender and subscriber side, and an independent sender. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.fitconnect;
