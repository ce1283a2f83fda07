/**
 * {@code ./stadtbus bench}: the hub beside a bare broker and the same steps without it, and whole building applications; in one
 * run on one machine, with one sender and one target.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.cli.bench;
