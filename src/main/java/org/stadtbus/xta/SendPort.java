package org.stadtbus.xta;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.xml.ws.Action;
import jakarta.xml.ws.Holder;
import org.stadtbus.xta.meta.MessageMetaData;

/** XTA send. */
@WebService(name = "sendPortType", targetNamespace = Names.XTA)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface SendPort {

    /** Hands a message over; when this returns without a fault, the provider has it. */
    @WebMethod(operationName = "sendMessage", action = Names.ACTION + "SendMessage")
    @Action(input = Names.ACTION + "SendMessage", output = Names.ACTION + "SendMessage")
    void sendMessage(
            @WebParam(
                            name = "GenericContentContainer",
                            targetNamespace = Names.XTA,
                            partName = "GenericContentContainer")
                    GenericContentContainer content,
            @WebParam(
                            name = "MessageMetaData",
                            targetNamespace = Names.META,
                            partName = "MessageMetaData",
                            header = true)
                    MessageMetaData metaData)
            throws PermissionDeniedException, ParameterInvalidException, TechnicalProblemException,
                    SchemaViolationException, VirusDetectedException, SyncAsyncException;

    /** Hands a message over and waits for the answer of its reader. */
    @WebMethod(operationName = "sendMessageSync", action = Names.ACTION + "SendMessageSync")
    @Action(input = Names.ACTION + "SendMessageSync", output = Names.ACTION + "SendMessageSync")
    @WebResult(name = "GenericContentContainer", targetNamespace = Names.XTA, partName = "GenericContentContainer")
    GenericContentContainer sendMessageSync(
            @WebParam(
                            name = "GenericContentContainer",
                            targetNamespace = Names.XTA,
                            partName = "GenericContentContainer")
                    GenericContentContainer content,
            @WebParam(
                            name = "MessageMetaData",
                            targetNamespace = Names.META,
                            partName = "MessageMetaData",
                            header = true,
                            mode = WebParam.Mode.INOUT)
                    Holder<MessageMetaData> metaData)
            throws PermissionDeniedException, ParameterInvalidException, TechnicalProblemException,
                    SchemaViolationException, VirusDetectedException, SyncAsyncException;
}
