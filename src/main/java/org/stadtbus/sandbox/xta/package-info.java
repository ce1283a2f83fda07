/**
 * An XTA provider of the sandbox, like the data centre's: gives message ids, takes messages, keeps a mailbox. It speaks the contract of {@link org.stadtbus.xta} over TLS with client certificates.
 */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.xta;
