package org.stadtbus.egvp;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** The service's port with the operations the hub uses; what goes wrong is told by return codes, not by faults. */
@WebService(name = "EgvpPortType", targetNamespace = EgvpPort.NAMESPACE)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface EgvpPort {
    /** Namespace of the service and of its elements. */
    String NAMESPACE = "urn:de:bos-bremen:egvp:ws";

    /** Return code of what was done. */
    String OK = "OK";

    /** Takes a message to be sent; the answer gives the id by which its state is asked for. */
    @WebMethod(operationName = "sendAsynchroniousMessage", action = NAMESPACE + ":sendAsynchroniousMessage")
    @WebResult(
            name = "sendAsynchroniousMessageResponse",
            targetNamespace = NAMESPACE,
            partName = "sendAsynchroniousMessageResponse")
    SendResponse sendAsynchroniousMessage(
            @WebParam(
                            name = "sendAsynchroniousMessageRequest",
                            targetNamespace = NAMESPACE,
                            partName = "sendAsynchroniousMessageRequest")
                    SendRequest request);

    /** Says how far a message is. */
    @WebMethod(operationName = "getState", action = NAMESPACE + ":getState")
    @WebResult(name = "getStateResponse", targetNamespace = NAMESPACE, partName = "getStateResponse")
    StateResponse getState(
            @WebParam(name = "getStateRequest", targetNamespace = NAMESPACE, partName = "getStateRequest")
                    StateRequest request);

    /** Names what lies in a mailbox and was not yet confirmed. */
    @WebMethod(operationName = "getUncommittedMessageIDs", action = NAMESPACE + ":getUncommittedMessageIDs")
    @WebResult(
            name = "getUncommittedMessageIDsResponse",
            targetNamespace = NAMESPACE,
            partName = "getUncommittedMessageIDsResponse")
    UncommittedResponse getUncommittedMessageIDs(
            @WebParam(
                            name = "getUncommittedMessageIDsRequest",
                            targetNamespace = NAMESPACE,
                            partName = "getUncommittedMessageIDsRequest")
                    UncommittedRequest request);

    /** Hands out a message of a mailbox; it stays there. */
    @WebMethod(operationName = "receiveMessage", action = NAMESPACE + ":receiveMessage")
    @WebResult(name = "receiveMessageResponse", targetNamespace = NAMESPACE, partName = "receiveMessageResponse")
    ReceiveResponse receiveMessage(
            @WebParam(name = "receiveMessageRequest", targetNamespace = NAMESPACE, partName = "receiveMessageRequest")
                    ReceiveRequest request);

    /** Confirms that a message was received: it leaves the mailbox. */
    @WebMethod(operationName = "commitReceivedMessage", action = NAMESPACE + ":commitReceivedMessage")
    @WebResult(
            name = "commitReceivedMessageResponse",
            targetNamespace = NAMESPACE,
            partName = "commitReceivedMessageResponse")
    CommitResponse commitReceivedMessage(
            @WebParam(
                            name = "commitReceivedMessageRequest",
                            targetNamespace = NAMESPACE,
                            partName = "commitReceivedMessageRequest")
                    CommitRequest request);
}
