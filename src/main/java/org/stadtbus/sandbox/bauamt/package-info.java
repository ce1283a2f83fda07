/** The building authority: an SFTP server and the procedure behind it. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.bauamt;
