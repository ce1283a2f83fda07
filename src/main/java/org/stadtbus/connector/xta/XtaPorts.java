package org.stadtbus.connector.xta;

import java.nio.file.Path;
import org.apache.cxf.Bus;
import org.springframework.boot.ssl.SslBundle;
import org.stadtbus.tls.TrustedCertificates;
import org.stadtbus.xta.ManagementPort;
import org.stadtbus.xta.MsgBoxPort;
import org.stadtbus.xta.SendPort;
import org.stadtbus.xta.XtaCaller;

/** The three ports of a provider, over TLS with the participant's certificate, with MTOM and WS-Addressing. Safe for threads. */
record XtaPorts(ManagementPort management, SendPort send, MsgBoxPort msgBox) {

    /** @param spool where large parts of answers lie until they are read */
    static XtaPorts open(XtaSettings settings, SslBundle keys, Bus bus, Path spool) {
        XtaCaller caller = new XtaCaller(
                TrustedCertificates.context(keys), bus, spool, settings.connectTimeout(), settings.responseTimeout());
        return new XtaPorts(
                caller.port(ManagementPort.class, settings.management()),
                caller.port(SendPort.class, settings.send()),
                caller.port(MsgBoxPort.class, settings.msgBox()));
    }
}
