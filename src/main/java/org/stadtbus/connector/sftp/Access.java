package org.stadtbus.connector.sftp;

import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;

/**
 * How a server is reached. Never through an endpoint URI, so that a password may hold any character.
 *
 * @param knownHosts file in the format of OpenSSH; a server whose key is not in it is refused
 * @param connectTimeout milliseconds until a connection must stand
 * @param timeout milliseconds without a sign of life until a connection counts as lost
 */
record Access(
        String host, int port, String username, String password, String knownHosts, int connectTimeout, int timeout) {

    /** Opens a session; the caller closes it. */
    Session open(CamelContext camel) {
        SftpConfiguration configuration = new SftpConfiguration();
        configuration.setHost(host);
        configuration.setPort(port);
        configuration.setUsername(username);
        configuration.setPassword(password);
        configuration.setPreferredAuthentications("password,keyboard-interactive");
        configuration.setKnownHostsFile(knownHosts);
        configuration.setStrictHostKeyChecking("yes");
        configuration.setConnectTimeout(connectTimeout);
        configuration.setSoTimeout(timeout);
        configuration.setStepwise(false);
        SftpComponent component = camel.getComponent("sftp", SftpComponent.class);
        SftpEndpoint endpoint = new SftpEndpoint("sftp:" + host + ":" + port, component, configuration);
        endpoint.setMaximumReconnectAttempts(0);
        return Session.open(camel, endpoint);
    }
}
