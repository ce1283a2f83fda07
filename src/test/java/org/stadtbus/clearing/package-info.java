/** Tests of clearing. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.clearing;
