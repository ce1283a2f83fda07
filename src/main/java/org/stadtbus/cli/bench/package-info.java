/** {@code ./stadtbus bench}: this journey beside a bare durable broker, in one run on one machine. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.cli.bench;
