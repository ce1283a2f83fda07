package org.stadtbus.connector.osci;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Who is to read a message.
 *
 * @param cipher to encrypt it for
 * @param address where he waits for it; empty when he fetches it
 */
record Reader(X509Certificate cipher, Optional<URI> address) {}
