package org.stadtbus.connector.ftps;

/**
 * How a server is reached; the rest is as in {@link Client}.
 *
 * @param host name or address, which the server's certificate must hold
 */
public record Access(
        String host,
        int port,
        String username,
        String password,
        String encryption,
        String certificates,
        int connectTimeout,
        int timeout) {

    Client client() {
        return new Client(encryption, certificates, connectTimeout, timeout);
    }
}
