package org.stadtbus.mapping;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.trans.XPathException;
import org.jspecify.annotations.Nullable;

/**
 * A Saxon processor that opens nothing: no document, text, collection, module, environment variable or Java function,
 * neither while compiling (except stylesheet modules below the mappings folder) nor while running.
 */
final class LockedProcessor {
    private final Processor processor = new Processor(false);
    private final XmlInput input = new XmlInput();
    private final Path modulesRoot;

    LockedProcessor(Path modulesRoot) {
        this.modulesRoot = modulesRoot.toAbsolutePath().normalize();
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.DTD_VALIDATION, false);
        processor.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
        processor.setConfigurationProperty(Feature.COLLECTION_FINDER, (context, uri) -> {
            throw refused();
        });
        processor.setConfigurationProperty(Feature.UNPARSED_TEXT_URI_RESOLVER, (uri, encoding, configuration) -> {
            throw refused();
        });
        processor.getUnderlyingConfiguration().setResourceResolver(LockedProcessor::refuse);
        processor.getUnderlyingConfiguration().setLogger(new SilentLogger());
    }

    Processor processor() {
        return processor;
    }

    /** Lets stylesheets work on trees the other processor built: what they share is their table of names. */
    void takeTreesOf(Processor other) {
        Configuration own = processor.getUnderlyingConfiguration();
        own.setNamePool(other.getUnderlyingConfiguration().getNamePool());
        own.setDocumentNumberAllocator(other.getUnderlyingConfiguration().getDocumentNumberAllocator());
    }

    /** The document as a tree; see {@link XmlInput#parse}. */
    XdmNode parse(byte[] bytes) {
        return input.parse(processor, bytes);
    }

    /** Resolver for {@code xsl:include} and {@code xsl:import}: modules below the mappings folder and nothing else. */
    @Nullable
    Source module(ResourceRequest request) throws XPathException {
        URI uri = URI.create(String.valueOf(request.uri));
        if (!"file".equals(uri.getScheme()) || !Path.of(uri).normalize().startsWith(modulesRoot)) {
            throw refused();
        }
        return new StreamSource(uri.toString());
    }

    /** Takes the ways out away from one transformation. */
    void lock(Xslt30Transformer transformer) {
        transformer.setResourceResolver(LockedProcessor::refuse);
        transformer.setResultDocumentHandler(uri -> {
            throw new SaxonApiUncheckedException(refused());
        });
        transformer.setMessageHandler(message -> {});
    }

    private static @Nullable Source refuse(ResourceRequest request) throws XPathException {
        throw refused();
    }

    private static XPathException refused() {
        return new XPathException("A mapping may not open anything besides its input", "HUBACCESS");
    }

    private static final class NoEnvironment implements EnvironmentVariableResolver {
        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public @Nullable String getEnvironmentVariable(String name) {
            return null;
        }
    }
}
