/** The command line {@code ./stadtbus …}: one class per command; what a command does lives in the package it belongs to. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.cli;
