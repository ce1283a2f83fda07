/** A mail server, GreenMail, behind TLS with a certificate of its own; its connections can be cut. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.post;
