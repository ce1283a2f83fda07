package org.stadtbus.standards;

import java.util.Locale;
import java.util.Set;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;

/** Compiled business rules of one file; used by many threads at a time. Reports as SVRL (ISO 19757-3, annex D). */
final class Schematron {

    private static final Set<String> REMARKS = Set.of("warning", "warn", "information", "info", "hint");

    private final Processor processor;
    private final XsltExecutable rules;

    Schematron(Processor processor, XsltExecutable rules) {
        this.processor = processor;
        this.rules = rules;
    }

    /** Adds a finding for each broken rule that is an error; what a rule calls a warning or information is none. */
    void check(XdmNode message, Findings findings) {
        try {
            XdmDestination report = new XdmDestination();
            Xslt30Transformer transformer = rules.load30();
            transformer.setGlobalContextItem(message);
            transformer.applyTemplates(message, report);
            for (XdmNode node : report.getXdmNode().children().iterator().next().children()) {
                if (isError(node)) {
                    findings.add(finding(node, message));
                }
            }
        } catch (SaxonApiException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "rules-failed",
                    "Die Geschäftsregeln konnten auf diese Nachricht nicht angewendet werden.",
                    e);
        }
    }

    private static boolean isError(XdmNode node) {
        return node.getNodeKind() == XdmNodeKind.ELEMENT
                && node.getNodeName().getLocalName().equals("failed-assert")
                && !REMARKS.contains(attribute(node, "role").toLowerCase(Locale.ROOT))
                && !REMARKS.contains(attribute(node, "flag").toLowerCase(Locale.ROOT));
    }

    private Finding finding(XdmNode failed, XdmNode message) throws SaxonApiException {
        String rule = attribute(failed, "id");
        return new Finding(
                rule.isEmpty() ? "schematron" : rule, place(attribute(failed, "location"), message), text(failed));
    }

    private String place(String location, XdmNode message) throws SaxonApiException {
        XPathCompiler compiler = processor.newXPathCompiler();
        XdmItem item = compiler.evaluateSingle(location, message);
        String path = location.replaceAll("Q\\{[^}]*\\}", "").replace("[1]", "");
        return item instanceof XdmNode node ? path + " (Zeile " + node.getLineNumber() + ")" : path;
    }

    private static String text(XdmNode failed) {
        for (XdmNode child : failed.children()) {
            QName name = child.getNodeName();
            if (name != null && name.getLocalName().equals("text")) {
                return child.getStringValue().strip().replaceAll("\\s+", " ");
            }
        }
        return "Eine Geschäftsregel ist verletzt.";
    }

    private static String attribute(XdmNode node, String name) {
        @Nullable String value = node.getAttributeValue(new QName(name));
        return value == null ? "" : value;
    }
}
