package org.stadtbus.sandbox.soap;

import java.net.URL;
import javax.xml.namespace.QName;

/**
 * What a procedure's web service promises.
 *
 * @param wsdl WSDL 1.1 with its schema; messages are held against it
 * @param service name in it
 * @param port name in it
 */
public record Contract(URL wsdl, QName service, QName port) {}
