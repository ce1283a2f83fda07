/** Registers of residents: the city's own on SFTP, that of another town with its mailbox at an OSCI intermediary. XMeld's form is assumed. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.meldenetz;
