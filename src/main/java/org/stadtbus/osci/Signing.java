package org.stadtbus.osci;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.signature.XMLSignatureStreamInput;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.resolver.ResourceResolverContext;
import org.apache.xml.security.utils.resolver.ResourceResolverException;
import org.apache.xml.security.utils.resolver.ResourceResolverSpi;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Signs parts of a document and attachments (XML Signature with the restrictions of oscisig.xsd). */
final class Signing {
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    static {
        Init.init();
    }

    private Signing() {}

    /** What is signed: {@code #id} of an element, or {@code cid:id} of an attachment, after this transform; empty for none. */
    record Reference(String uri, String transform) {
        static Reference element(String id) {
            return new Reference("#" + id, Algorithms.C14N);
        }

        static Reference base64(String id) {
            return new Reference("#" + id, Algorithms.BASE64);
        }

        static Reference attachment(String id) {
            return new Reference("cid:" + id, "");
        }
    }

    /** Opens attachments by their Content-ID. */
    @FunctionalInterface
    interface Attachments {
        InputStream open(String id) throws IOException;
    }

    /**
     * Appends a signature to an element.
     *
     * @param certificateId the Id under which the signer's certificate stands in the envelope
     */
    static void sign(
            Element parent, List<Reference> references, Party signer, String certificateId, Attachments attachments)
            throws OsciException {
        Algorithms.strong(signer.signature());
        try {
            XMLSignature signature = new XMLSignature(
                    parent.getOwnerDocument(), "", Algorithms.PSS_SHA_256, 0, Algorithms.C14N, PROVIDER, null);
            parent.appendChild(signature.getElement());
            signature.addResourceResolver(new ByContentId(attachments));
            for (Reference reference : references) {
                signature.addDocument(reference.uri(), transforms(parent, reference.transform()), Algorithms.SHA_256);
            }
            Certificates.refer(signature.getKeyInfo().getElement(), certificateId);
            signature.sign(signer.signatureKey());
        } catch (XMLSecurityException e) {
            throw new OsciException(OsciCode.SIGNATURE, "Es ließ sich nicht signieren.", e);
        }
    }

    private static @Nullable Transforms transforms(Element parent, String transform) throws XMLSecurityException {
        if (transform.isEmpty()) {
            return null;
        }
        Transforms transforms = new Transforms(parent.getOwnerDocument());
        transforms.addTransform(transform);
        return transforms;
    }

    /** Finds what {@code cid:} refers to; elements are found by Santuario itself. */
    static final class ByContentId extends ResourceResolverSpi {
        private static final String CID = "cid:";

        private final Attachments attachments;

        ByContentId(Attachments attachments) {
            this.attachments = attachments;
        }

        @Override
        public boolean engineCanResolveURI(ResourceResolverContext context) {
            return context.uriToResolve != null && context.uriToResolve.startsWith(CID);
        }

        @Override
        public XMLSignatureInput engineResolveURI(ResourceResolverContext context) throws ResourceResolverException {
            try {
                return new XMLSignatureStreamInput(attachments.open(context.uriToResolve.substring(CID.length())));
            } catch (IOException e) {
                throw new ResourceResolverException(e, context.uriToResolve, context.baseUri, "generic.EmptyMessage");
            }
        }
    }
}
