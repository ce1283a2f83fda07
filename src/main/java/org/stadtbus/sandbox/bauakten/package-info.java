/** The building authority's digital files: offers to the archive by SFTP what is old enough, and reads there what the archive says. */
@org.jspecify.annotations.NullMarked
package org.stadtbus.sandbox.bauakten;
