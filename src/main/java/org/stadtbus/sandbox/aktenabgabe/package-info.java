/** The two ends of a handover of files: the city's general eAkte, with its clerk, and the office that gets what she marks. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.aktenabgabe;
