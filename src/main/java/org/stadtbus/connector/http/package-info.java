/** Fetches messages from procedures that offer them over HTTP; the Kamelet {@code http-sink} needs no Java of its own. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.connector.http;
