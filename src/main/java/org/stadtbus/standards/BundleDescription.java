package org.stadtbus.standards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/standards/<id>.yaml}: one official bundle, as the operator installs it.
 *
 * @param id schema id used in routes, equal to the file's name
 * @param title name and version for people
 * @param family name all versions of the standard share, so that a route may leave the version to the date; null when only the id is used
 * @param version what the standard calls this version, e.g. {@code 2.6}; null when it belongs to no family
 * @param validity from when to when it holds
 * @param folders folders below the standards folder, searched in this order for every schema file by its bare name: first the
 *     folders themselves, then what lies deeper in them
 * @param schemas entry schemas, bare file names; empty while nobody knows them: the bundle counts as not installed
 * @param schematron business rules, paths below the standards folder or bare names of files in the folders; empty when the standard has
 *     none
 * @param install German sentence: what to fetch and where to put it
 * @param header where the message's header lies
 */
record BundleDescription(
        String id,
        String title,
        @JsonProperty("standard") @Nullable String family,
        @Nullable String version,
        @Nullable Validity validity,
        List<String> folders,
        List<String> schemas,
        List<String> schematron,
        String install,
        HeaderPaths header) {

    BundleDescription {
        validity = validity == null ? Validity.ALWAYS : validity;
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
     * @param author key of the authority that writes; null when the standard names none
     * @param reader key of the authority that is to read; null when the standard names none
     * @param test anything selected marks a test message
     * @param version the version of the standard the message says it follows; null for {@code /*}{@code /@version} of the root
     */
    record HeaderPaths(
            String type,
            String messageId,
            List<String> references,
            List<String> caseIds,
            String businessKey,
            @Nullable String author,
            @Nullable String reader,
            String test,
            @Nullable String version) {

        private static final String XOEV_VERSION = "/*/@version";

        HeaderPaths {
            version = version == null ? XOEV_VERSION : version;
            references = List.copyOf(references);
            caseIds = List.copyOf(caseIds);
        }
    }
}
