@org.jspecify.annotations.NullMarked
package org.stadtbus.cli.standards;
