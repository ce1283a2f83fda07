package org.stadtbus.mapping;

import java.nio.charset.Charset;

/**
 * What a mapping made.
 *
 * @param bytes the product in {@code charset}
 * @param contentType media type without charset
 * @param charset encoding of the bytes
 * @param messageType message type of the product
 * @param extension file name extension without the dot
 */
public record MappingResult(byte[] bytes, String contentType, Charset charset, String messageType, String extension) {}
