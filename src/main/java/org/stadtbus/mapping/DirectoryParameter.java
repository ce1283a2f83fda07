package org.stadtbus.mapping;

import net.sf.saxon.functions.CallableFunction;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.s9api.XdmFunctionItem;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.type.SpecificFunctionType;
import net.sf.saxon.value.EmptySequence;
import net.sf.saxon.value.SequenceType;

/** The authorities as an XPath function from role to map, so that only the roles a stylesheet needs are looked up. */
final class DirectoryParameter {
    private static final SpecificFunctionType TYPE =
            new SpecificFunctionType(new SequenceType[] {SequenceType.SINGLE_STRING}, SequenceType.ANY_SEQUENCE);

    private DirectoryParameter() {}

    static XdmFunctionItem of(Authorities authorities) {
        return new XdmFunctionItem(new CallableFunction(1, (context, roles) -> found(authorities, roles[0]), TYPE));
    }

    private static Sequence found(Authorities authorities, Sequence role) throws XPathException {
        return authorities
                .find(role.head().getStringValue())
                .<Sequence>map(values -> StylesheetParameters.strings(values).getUnderlyingValue())
                .orElse(EmptySequence.getInstance());
    }
}
