package org.stadtbus.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;

/** A stylesheet that turns a message into an authority's answer; the same question gives the same bytes. */
public final class AnswerSheet {
    private final Processor saxon = new Processor(false);
    private final XsltExecutable sheet;
    private final String name;

    /** @param name file name of the stylesheet beside this class, e.g. {@code antwort-0201.xsl} */
    public AnswerSheet(String name) {
        this.name = name;
        URL url = Objects.requireNonNull(AnswerSheet.class.getResource(name), name);
        try {
            this.sheet = saxon.newXsltCompiler().compile(new StreamSource(url.toString()));
        } catch (SaxonApiException e) {
            throw new IllegalStateException("The stylesheet " + name + " does not compile", e);
        }
    }

    /**
     * Answers.
     *
     * @param messageId UUID of the answer
     * @param createdAt when the answer says it was made
     * @param fileNumber the authority's own Aktenzeichen
     * @throws IllegalArgumentException when the question cannot be answered by this stylesheet
     */
    public byte[] answer(XbauMessage question, String messageId, Instant createdAt, String fileNumber) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Xslt30Transformer transformer = sheet.load30();
            transformer.setStylesheetParameters(Map.of(
                    new QName("messageId"), new XdmAtomicValue(messageId),
                    new QName("createdAt"), new XdmAtomicValue(createdAt.toString()),
                    new QName("aktenzeichen"), new XdmAtomicValue(fileNumber)));
            transformer.applyTemplates(
                    new StreamSource(new ByteArrayInputStream(question.bytes())), transformer.newSerializer(out));
        } catch (SaxonApiException e) {
            throw new IllegalArgumentException(name + " has no answer to message " + question.id(), e);
        }
        return out.toByteArray();
    }
}
