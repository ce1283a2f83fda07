package org.stadtbus.console;

/** What people call a system. */
@FunctionalInterface
public interface ProcedureNames {
    /** The name of the procedure with this id; the id itself when it is unknown. */
    String nameOf(String id);
}
