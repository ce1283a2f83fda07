package org.stadtbus.connector.sftp;

/**
 * How a server is reached.
 *
 * @param knownHosts file in the format of OpenSSH; a server whose key is not in it is refused
 * @param connectTimeout milliseconds until a connection must stand
 * @param timeout milliseconds without a sign of life until a connection counts as lost
 */
public record Access(
        String host, int port, String username, String password, String knownHosts, int connectTimeout, int timeout) {}
