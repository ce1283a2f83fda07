/** The state's building portal: hands applications in by XTA at the hub and fetches the answers from its mailbox there. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.bauportal;
