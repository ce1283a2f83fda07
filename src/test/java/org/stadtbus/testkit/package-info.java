/** Tools several tests share: a browser to look at pages with. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.testkit;
