package org.stadtbus.mapping;

import java.util.List;

/** Validation as the sample runner needs it; whoever knows the schemas hands it in. */
@FunctionalInterface
public interface SampleCheck {
    /**
     * What is wrong with the content.
     *
     * @param schemaId id as in {@code mapping.yaml}, e.g. {@code form-bauantrag} or {@code xbau-2.6}
     * @return sentences; empty when valid
     */
    List<String> findings(String schemaId, byte[] content);
}
