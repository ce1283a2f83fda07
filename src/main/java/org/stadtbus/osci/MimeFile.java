package org.stadtbus.osci;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Messages as multipart/related: the envelope first, then its attachments. What is read stays in its file. */
public final class MimeFile {
    private static final String LINE = "\r\n";
    private static final String ENVELOPE_ID = "osci@message";
    private static final int BOUNDARY_BYTES = 12;
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";\\s]+)");

    private MimeFile() {}

    /** Writes a message with the MIME headers that begin it. */
    public static void write(OsciMessage message, OutputStream out) throws IOException {
        String boundary = "MIME_boundary_" + HexFormat.of().formatHex(SessionKey.random(BOUNDARY_BYTES));
        text(
                out,
                "MIME-Version: 1.0",
                "Content-Type: Multipart/Related; boundary=" + boundary + "; type=text/xml",
                "",
                "--" + boundary,
                "Content-Type: text/xml; charset=UTF-8",
                "Content-Transfer-Encoding: 8bit",
                "Content-ID: <" + ENVELOPE_ID + ">",
                "",
                "");
        Xml.write(message.envelope(), out);
        for (Part part : message.parts()) {
            text(
                    out,
                    "",
                    "--" + boundary,
                    "Content-Type: " + part.type(),
                    "Content-Transfer-Encoding: binary",
                    "Content-ID: <" + part.id() + ">",
                    "",
                    "");
            try (InputStream bytes = part.source().open()) {
                bytes.transferTo(out);
            }
        }
        text(out, "", "--" + boundary + "--", "");
    }

    private static void text(OutputStream out, String... lines) throws IOException {
        out.write(String.join(LINE, lines).getBytes(US_ASCII));
    }

    /**
     * Reads a message; its attachments are read from the file when they are asked for.
     *
     * @throws OsciException 9100 when it is none
     */
    public static OsciMessage read(Path file) throws IOException, OsciException {
        SharedFileInputStream bytes = new SharedFileInputStream(file.toFile());
        try {
            MimeMultipart multipart = multipart(bytes);
            List<Part> parts = parts(multipart);
            try (InputStream envelope = parts.get(0).source().open()) {
                return new OsciMessage(Xml.parse(envelope), parts.subList(1, parts.size()), bytes);
            }
        } catch (MessagingException e) {
            bytes.close();
            throw new OsciException(OsciCode.STRUCTURE, "", e);
        } catch (IOException | OsciException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * Reads the MIME headers by hand: OSCI writes {@code type=text/xml} without the quotation marks that MIME wants, and some begin with an
     * empty line.
     */
    private static MimeMultipart multipart(SharedFileInputStream bytes) throws MessagingException, OsciException {
        long start = 0;
        try (InputStream head = bytes.newStream(0, -1)) {
            for (int c = head.read(); c == '\r' || c == '\n'; c = head.read()) {
                start++;
            }
        } catch (IOException e) {
            throw new MessagingException("The message cannot be read", e);
        }
        SharedFileInputStream message = (SharedFileInputStream) bytes.newStream(start, -1);
        String type = String.join(" ", given(new InternetHeaders(message).getHeader("Content-Type")));
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw new OsciException(OsciCode.STRUCTURE, "Es fehlt der MIME-Aufbau.");
        }
        MimeMultipart multipart = new MimeMultipart(new Parts(
                bytes.newStream(start + message.getPosition(), -1),
                "multipart/related; boundary=\"" + boundary.group(1) + "\""));
        if (multipart.getCount() == 0) {
            throw new OsciException(OsciCode.STRUCTURE, "Es fehlt der MIME-Aufbau.");
        }
        return multipart;
    }

    private static String[] given(String @Nullable [] header) {
        return header == null ? new String[0] : header;
    }

    /** The parts of a message as Jakarta Mail reads them. */
    private record Parts(InputStream stream, String type) implements DataSource {
        @Override
        public InputStream getInputStream() {
            return stream;
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("Parts are read only");
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return "osci";
        }
    }

    private static List<Part> parts(MimeMultipart multipart) throws MessagingException, OsciException {
        List<Part> parts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            MimeBodyPart part = (MimeBodyPart) multipart.getBodyPart(i);
            String id = id(part.getContentID());
            if (!ids.add(id)) {
                throw new OsciException(OsciCode.STRUCTURE, "Eine Content-ID kommt zweimal vor.");
            }
            parts.add(new Part(id, part.getContentType(), () -> open(part)));
        }
        return parts;
    }

    private static String id(@Nullable String header) {
        return header == null ? "" : header.strip().replaceAll("^<|>$", "");
    }

    /** Base64 is undone; everything else, also the {@code 8-bit} that exists nowhere but in OSCI, is taken as it is. */
    private static InputStream open(MimeBodyPart part) throws IOException {
        try {
            InputStream raw = part.getRawInputStream();
            boolean base64 = "base64".equalsIgnoreCase(part.getEncoding())
                    || part.getContentType().startsWith("text/base64");
            return base64 ? Base64.getMimeDecoder().wrap(raw) : raw;
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }
}
