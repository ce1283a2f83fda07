/** HTTP servers whose faults can be switched. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.http;
