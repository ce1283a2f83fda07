package org.stadtbus.standards;

import java.io.IOException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** A SAX parser whose failures are sentences: every fatal error ends the parse as a rejected message. */
final class RefusingReader extends XMLFilterImpl {

    RefusingReader(XMLReader parent) {
        super(parent);
    }

    @Override
    public void parse(InputSource input) throws SAXException, IOException {
        try {
            super.parse(input);
        } catch (SAXParseException | java.io.CharConversionException e) {
            throw RefusingHandler.refusal(e);
        }
    }

    @Override
    public void warning(SAXParseException e) {
        // a parser's warning never changes what is read
    }

    @Override
    public void error(SAXParseException e) {
        throw RefusingHandler.refusal(e);
    }

    @Override
    public void fatalError(SAXParseException e) {
        throw RefusingHandler.refusal(e);
    }
}
