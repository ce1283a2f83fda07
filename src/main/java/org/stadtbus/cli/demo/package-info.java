/** {@code ./stadtbus demo}: the hub beside the sandbox city, applications and post on their way, one line for each. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.cli.demo;
