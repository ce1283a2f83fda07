/** The fire brigade: takes participations over HTTP and answers later. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.feuerwehr;
