/** The console's promises, kept over HTTP and in a browser by a server without queues. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.console;
