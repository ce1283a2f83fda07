package org.stadtbus.xta;

/** Namespaces and actions of XTA 2.1.1. */
public final class Names {
    /** The standard's own. */
    public static final String XTA = "http://xoev.de/transport/xta/211";

    /** Message box. */
    public static final String BOX = "http://www.osci.eu/ws/2008/05/transport";

    /** Message meta data. */
    public static final String META = "http://www.osci.eu/ws/2014/10/transport";

    /** WS-Addressing 1.0. */
    public static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

    static final String ACTION = "http://www.xta.de/XTA/";
    static final String BOX_ACTION = BOX + "/urn/messageTypes/";

    private Names() {}
}
