package org.stadtbus.xta;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.xml.ws.Action;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.meta.Party;

/** XTA management: accounts, message ids, services, reports. Each operation throws {@link PermissionDeniedException} and {@link TechnicalProblemException}. */
@WebService(name = "managementPortType", targetNamespace = Names.XTA)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface ManagementPort {

    /** Answers when the account may be used. */
    @WebMethod(operationName = "checkAccountActive", action = Names.ACTION + "CheckAccountActive")
    @Action(input = Names.ACTION + "CheckAccountActive", output = Names.ACTION + "CheckAccountActive")
    void checkAccountActive(
            @WebParam(name = "Author", targetNamespace = Names.META, partName = "Author", header = true) @Nullable
                    Party author)
            throws PermissionDeniedException, TechnicalProblemException;

    /** A new message id, to be used for one message. */
    @WebMethod(operationName = "createMessageId", action = Names.ACTION + "CreateMessageID")
    @Action(input = Names.ACTION + "CreateMessageID", output = Names.ACTION + "CreateMessageID")
    @WebResult(name = "MessageID", targetNamespace = Names.ADDRESSING, partName = "MessageID")
    AttributedURIType createMessageId(
            @WebParam(name = "Author", targetNamespace = Names.META, partName = "Author", header = true) @Nullable
                    Party author)
            throws PermissionDeniedException, TechnicalProblemException;

    /** Which participants can be reached with which service. */
    @WebMethod(operationName = "lookupService", action = Names.ACTION + "IsServiceAvailable")
    @Action(input = Names.ACTION + "IsServiceAvailable", output = Names.ACTION + "IsServiceAvailable")
    @WebResult(name = "LookupServiceResponse", targetNamespace = Names.XTA, partName = "LookupServiceResponse")
    LookupServiceResponse lookupService(
            @WebParam(name = "LookupServiceRequest", targetNamespace = Names.XTA, partName = "LookupServiceRequest")
                    LookupServiceRequest request,
            @WebParam(name = "Author", targetNamespace = Names.META, partName = "Author", header = true) @Nullable
                    Party author)
            throws PermissionDeniedException, ParameterInvalidException, TechnicalProblemException;

    /** What became of a message of the caller. */
    @WebMethod(operationName = "getTransportReport", action = Names.ACTION + "GetTransportReport")
    @Action(input = Names.ACTION + "GetTransportReport", output = Names.ACTION + "GetTransportReport")
    @WebResult(name = "TransportReport", targetNamespace = Names.XTA, partName = "TransportReport")
    TransportReport getTransportReport(
            @WebParam(name = "MessageID", targetNamespace = Names.ADDRESSING, partName = "MessageID")
                    AttributedURIType messageId,
            @WebParam(name = "Author", targetNamespace = Names.META, partName = "Author", header = true) @Nullable
                    Party author)
            throws PermissionDeniedException, TechnicalProblemException, InvalidMessageIdException;

    /** Calls a message back that is not on its way yet. */
    @WebMethod(operationName = "cancelMessage", action = Names.ACTION + "CancelMessage")
    @Action(input = Names.ACTION + "CancelMessage", output = Names.ACTION + "CancelMessage")
    void cancelMessage(
            @WebParam(name = "MessageID", targetNamespace = Names.ADDRESSING, partName = "MessageID")
                    AttributedURIType messageId,
            @WebParam(name = "Author", targetNamespace = Names.META, partName = "Author", header = true) @Nullable
                    Party author)
            throws PermissionDeniedException, ParameterInvalidException, TechnicalProblemException,
                    CancelDeniedException;
}
