/** {@code ./stadtbus test}: test drives, every {@code routes/<service>/<case>.test.yaml} run on a real hub against the sandbox city. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.cli.testdrive;
