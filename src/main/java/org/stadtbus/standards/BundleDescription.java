package org.stadtbus.standards;

import java.util.List;

/**
 * {@code config/standards/<id>.yaml}: one official bundle, as the operator installs it.
 *
 * @param id schema id used in routes, equal to the file's name
 * @param title name and version for people
 * @param folders folders below the standards folder, searched in this order for every schema file by its bare name
 * @param schemas entry schemas, bare file names
 * @param schematron business rules, paths below the standards folder; empty when the standard has none
 * @param install German sentence: what to fetch and where to put it
 * @param header where the message's header lies
 */
record BundleDescription(
        String id,
        String title,
        List<String> folders,
        List<String> schemas,
        List<String> schematron,
        String install,
        HeaderPaths header) {

    BundleDescription {
        folders = List.copyOf(folders);
        schemas = List.copyOf(schemas);
        schematron = List.copyOf(schematron);
    }

    /**
     * XPath 3.1 expressions, each selecting the nodes whose text counts.
     *
     * @param type message type code
     * @param messageId the message's own id
     * @param references ids of answered messages, most telling first
     * @param caseIds ids of the case
     * @param businessKey the sender's file number
     * @param test anything selected marks a test message
     */
    record HeaderPaths(
            String type,
            String messageId,
            List<String> references,
            List<String> caseIds,
            String businessKey,
            String test) {

        HeaderPaths {
            references = List.copyOf(references);
            caseIds = List.copyOf(caseIds);
        }
    }
}
