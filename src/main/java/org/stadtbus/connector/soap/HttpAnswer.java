package org.stadtbus.connector.soap;

/**
 * What came back, before anything in it is believed.
 *
 * @param status of HTTP
 * @param bytes the body, or the first part of one in parts; one byte more than allowed where it is too large
 * @param files whether further parts came with it
 */
record HttpAnswer(int status, byte[] bytes, boolean files) {
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    boolean ok() {
        return status >= OK && status < NOT_OK;
    }
}
