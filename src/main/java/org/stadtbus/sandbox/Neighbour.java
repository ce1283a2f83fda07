package org.stadtbus.sandbox;

/** The neighbours whose faults can be switched. */
public enum Neighbour {
    FIT_CONNECT,
    ENAIO,
    SFTP,
    FIRE_BRIGADE
}
