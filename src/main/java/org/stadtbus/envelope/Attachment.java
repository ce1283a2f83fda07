package org.stadtbus.envelope;

/**
 * A file that belongs to a message; its bytes lie in the vault.
 *
 * @param id identifier within the application, unique there
 * @param filename name as the sender gave it
 * @param contentType media type as the sender gave it
 * @param purpose what it is for, e.g. {@code Lageplan}; empty when unknown
 * @param size in bytes
 * @param sha256 hex digest of the bytes and their address in the vault
 */
public record Attachment(String id, String filename, String contentType, String purpose, long size, String sha256) {}
