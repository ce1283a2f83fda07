package org.stadtbus.sandbox.ablage;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.apache.ftpserver.ssl.ClientAuth;
import org.apache.ftpserver.ssl.SslConfiguration;

/** TLS with one certificate, in FtpServer's words. */
record ServerTls(SSLContext context) implements SslConfiguration {

    @Override
    public SSLSocketFactory getSocketFactory() {
        return context.getSocketFactory();
    }

    @Override
    public SSLContext getSSLContext() {
        return context;
    }

    @Override
    public SSLContext getSSLContext(String protocol) {
        return context;
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return context.getDefaultSSLParameters().getCipherSuites();
    }

    @Override
    public String getEnabledProtocol() {
        return "TLSv1.3";
    }

    @Override
    public String[] getEnabledProtocols() {
        return context.getDefaultSSLParameters().getProtocols();
    }

    @Override
    public ClientAuth getClientAuth() {
        return ClientAuth.NONE;
    }
}
