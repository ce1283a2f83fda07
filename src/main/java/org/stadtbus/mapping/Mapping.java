package org.stadtbus.mapping;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.Map;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.HubException;
import org.stadtbus.mapping.MappingDescription.Format;

/** One compiled mapping; safe for use by many threads at once. */
public final class Mapping {
    private final String id;
    private final MappingDescription description;
    private final LockedProcessor saxon;
    private final XsltExecutable stylesheet;
    private final Tables tables;
    private final Authorities authorities;

    Mapping(
            String id,
            MappingDescription description,
            LockedProcessor saxon,
            XsltExecutable stylesheet,
            Tables tables,
            Authorities authorities) {
        this.id = id;
        this.description = description;
        this.saxon = saxon;
        this.stylesheet = stylesheet;
        this.tables = tables;
        this.authorities = authorities;
    }

    /** Folder name, e.g. {@code bauantrag-to-xbau}. */
    public String id() {
        return id;
    }

    /** What {@code mapping.yaml} says. */
    public MappingDescription description() {
        return description;
    }

    /**
     * Transforms one message.
     *
     * @param input payload of the input's format
     * @throws HubException rejected when the stylesheet refuses the input ({@code fn:error} with
     *     {@code {urn:stadtbus:hub}rejected}), when the input cannot be read or a letter does not fit the output's
     *     character set; permanent when the stylesheet itself fails; as the directory of authorities throws it when the
     *     stylesheet asks for one
     */
    public MappingResult apply(byte[] input, MappingContext context) {
        return apply(input, null, context);
    }

    /**
     * As above, for an input that was read already.
     *
     * @param tree the input as a tree of the processor named when the mappings were loaded; absent when it must be read
     */
    public MappingResult apply(byte[] input, @Nullable XdmNode tree, MappingContext context) {
        Map<QName, XdmValue> parameters = StylesheetParameters.of(context, DirectoryParameter.of(authorities));
        Xslt30Transformer transformer = stylesheet.load30();
        saxon.lock(transformer);
        MappingDescription.Output output = description.output();
        try {
            DeterministicClock.set(transformer, context.createdAt());
            byte[] bytes = description.input().format() == Format.XML
                    ? fromXml(transformer, parameters, tree == null ? saxon.parse(input) : tree)
                    : fromText(transformer, parameters, input);
            return new MappingResult(
                    bytes, output.contentType(), tables.encoding(output), output.messageType(), output.extension());
        } catch (SaxonApiException e) {
            throw StylesheetFailure.translate(id, e);
        } catch (SaxonApiUncheckedException e) {
            throw StylesheetFailure.translate(id, e);
        }
    }

    private byte[] fromXml(Xslt30Transformer transformer, Map<QName, XdmValue> parameters, XdmNode document)
            throws SaxonApiException {
        transformer.setStylesheetParameters(parameters);
        transformer.setGlobalContextItem(document);
        return serialize(destination -> transformer.applyTemplates(document, destination));
    }

    private byte[] fromText(Xslt30Transformer transformer, Map<QName, XdmValue> parameters, byte[] input)
            throws SaxonApiException {
        parameters.put(StylesheetParameters.INPUT, new XdmAtomicValue(tables.read(description.input(), input)));
        transformer.setStylesheetParameters(parameters);
        return serialize(destination -> transformer.callTemplate(null, destination));
    }

    private interface Run {
        void into(Serializer destination) throws SaxonApiException;
    }

    private byte[] serialize(Run run) throws SaxonApiException {
        MappingDescription.Output output = description.output();
        if (output.format() == Format.XML) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Serializer serializer = stylesheet.getProcessor().newSerializer(bytes);
            serializer.setOutputProperty(
                    Serializer.Property.ENCODING, output.encoding().name());
            run.into(serializer);
            return bytes.toByteArray();
        }
        StringWriter text = new StringWriter();
        Serializer serializer = stylesheet.getProcessor().newSerializer(text);
        serializer.setOutputProperty(Serializer.Property.ENCODING, "UTF-8");
        run.into(serializer);
        return tables.write(output, text.toString());
    }
}
