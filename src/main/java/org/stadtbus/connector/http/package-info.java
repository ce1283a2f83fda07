/** Fetches messages from procedures that offer them over HTTP; of the Kamelet {@code http-sink} only whom it believes is in Java. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.http;
