/** The city's fines office: hands objections with their documents in by SFTP and finds there what became of them. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.owi;
