package org.stadtbus.standards;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stadtbus.envelope.FailureKind;
import org.stadtbus.envelope.HubException;
import org.w3c.dom.ls.LSInput;

/** One local schema file in the form JAXP's resolver interface wants; read once, changed by nobody. */
final class SchemaInput implements LSInput {

    private final Path file;
    private final byte[] content;

    SchemaInput(Path file) {
        this.file = file;
        this.content = read(file);
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new HubException(
                    FailureKind.PERMANENT,
                    "standard-unreadable",
                    "Die Datei »%s« eines Standards ist nicht lesbar.".formatted(file.getFileName()),
                    e);
        }
    }

    @Override
    public InputStream getByteStream() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public String getSystemId() {
        return file.toUri().toString();
    }

    @Override
    public @Nullable Reader getCharacterStream() {
        return null;
    }

    @Override
    public @Nullable String getStringData() {
        return null;
    }

    @Override
    public @Nullable String getPublicId() {
        return null;
    }

    @Override
    public @Nullable String getBaseURI() {
        return null;
    }

    @Override
    public @Nullable String getEncoding() {
        return null;
    }

    @Override
    public boolean getCertifiedText() {
        return false;
    }

    @Override
    public void setCharacterStream(Reader characterStream) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setByteStream(InputStream byteStream) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setStringData(String stringData) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setSystemId(String systemId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPublicId(String publicId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setBaseURI(String baseUri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setEncoding(String encoding) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setCertifiedText(boolean certifiedText) {
        throw new UnsupportedOperationException();
    }
}
