/** An OSCI intermediary: dialogs, message ids, mailboxes and process cards, over HTTP, with real cryptography. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.osci;
