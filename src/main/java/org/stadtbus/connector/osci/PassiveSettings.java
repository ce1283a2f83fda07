package org.stadtbus.connector.osci;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The hub as passive recipient, to which an intermediary brings messages; {@code bundle} switches it on.
 *
 * @param bundle name of the SSL bundle with the recipients' keys and the certificates that are trusted
 * @param intermediaryCipherAlias the intermediary's cipher certificate in the trust store
 * @param intermediarySignatureAlias the intermediary's signature certificate there
 * @param olderAlgorithms whether algorithms are read that are not written any more
 * @param maxMessage largest order that is taken
 * @param maxAttachment largest attachment that is taken
 * @param recipients whom messages may be for
 */
@Validated
@ConditionalOnProperty("stadtbus.osci.passive.bundle")
@ConfigurationProperties("stadtbus.osci.passive")
record PassiveSettings(
        @NotBlank String bundle,
        @DefaultValue("intermediaer-chiffrat") String intermediaryCipherAlias,
        @DefaultValue("intermediaer-signatur") String intermediarySignatureAlias,
        @DefaultValue("false") boolean olderAlgorithms,
        @DefaultValue("2GB") DataSize maxMessage,
        @DefaultValue("1GB") DataSize maxAttachment,
        @NotEmpty @Valid List<Recipient> recipients) {

    /**
     * One recipient, at {@code /osci/<procedure>}.
     *
     * @param procedure id in the catalogue of the procedure whose messages come here
     * @param signatureAlias its signature key in the key store
     * @param cipherAlias its cipher key there
     * @param authorService URI of the service under which the directory knows the signature certificate of the author that a message
     *     names; empty to take whatever a trusted party signed
     * @param authorStandard bundle of {@code config/standards} whose header names the author; needed with {@code authorService}
     * @param unknownAuthors whether to take messages that name no author, or one the directory does not know
     */
    record Recipient(
            @NotBlank String procedure,
            @DefaultValue("signatur") String signatureAlias,
            @DefaultValue("chiffrat") String cipherAlias,
            @DefaultValue("") String authorService,
            @DefaultValue("") String authorStandard,
            @DefaultValue("false") boolean unknownAuthors) {}
}
