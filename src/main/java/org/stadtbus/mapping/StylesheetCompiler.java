package org.stadtbus.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import org.stadtbus.envelope.HubException;

/** Compiles stylesheets once, with a sentence that names file and line when one is wrong. */
final class StylesheetCompiler {
    private StylesheetCompiler() {}

    static XsltExecutable compile(String id, Path file, LockedProcessor saxon) {
        List<String> errors = new ArrayList<>();
        XsltCompiler compiler = saxon.processor().newXsltCompiler();
        compiler.setResourceResolver(saxon::module);
        compiler.setErrorReporter(error -> {
            if (!error.isWarning()) {
                errors.add(describe(error));
            }
        });
        try {
            return compiler.compile(new StreamSource(file.toUri().toString()));
        } catch (SaxonApiException e) {
            String reasons = errors.isEmpty() ? String.valueOf(e.getMessage()) : String.join("; ", errors);
            throw new HubException(
                    org.stadtbus.envelope.FailureKind.PERMANENT,
                    "mapping-stylesheet",
                    "Die Abbildung »" + id + "« lässt sich nicht übersetzen: " + reasons,
                    e);
        }
    }

    private static String describe(XmlProcessingError error) {
        return "Zeile " + error.getLocation().getLineNumber() + ": " + error.getMessage();
    }
}
