/** The hub's start; everything else lives in the packages below, one per capability. */
@org.jspecify.annotations.NullMarked
package org.stadtbus;
