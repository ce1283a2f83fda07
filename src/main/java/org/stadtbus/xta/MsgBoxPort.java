package org.stadtbus.xta;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;
import jakarta.xml.ws.Action;
import jakarta.xml.ws.Holder;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.box.MsgBoxCloseRequest;
import org.stadtbus.xta.box.MsgBoxFetchRequest;
import org.stadtbus.xta.box.MsgBoxGetNextRequest;
import org.stadtbus.xta.box.MsgBoxResponse;
import org.stadtbus.xta.box.MsgBoxStatusListRequest;
import org.stadtbus.xta.box.MsgStatusList;
import org.stadtbus.xta.meta.MessageMetaData;
import org.stadtbus.xta.meta.Party;

/** XTA message box: a message leaves it only when its receiver closes. */
@WebService(name = "msgBoxPortType", targetNamespace = Names.XTA)
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface MsgBoxPort {

    /** The first message the selector means. */
    @WebMethod(operationName = "getMessage", action = Names.BOX_ACTION + "MsgBoxFetchRequest")
    @Action(input = Names.BOX_ACTION + "MsgBoxFetchRequest", output = Names.BOX_ACTION + "MsgBoxFetchRequest")
    @WebResult(name = "GenericContentContainer", targetNamespace = Names.XTA, partName = "GenericContentContainer")
    @Nullable
    GenericContentContainer getMessage(
            @WebParam(name = "MsgBoxFetchRequest", targetNamespace = Names.BOX, partName = "MsgBoxFetchRequest")
                    @Nullable
                    MsgBoxFetchRequest request,
            @WebParam(name = "Author", targetNamespace = Names.META, partName = "Author", header = true) @Nullable
                    Party author,
            @WebParam(
                            name = "MessageMetaData",
                            targetNamespace = Names.META,
                            partName = "MessageMetaData",
                            header = true,
                            mode = WebParam.Mode.OUT)
                    Holder<MessageMetaData> metaData,
            @WebParam(
                            name = "MsgBoxResponse",
                            targetNamespace = Names.BOX,
                            partName = "MsgBoxResponse",
                            header = true,
                            mode = WebParam.Mode.OUT)
                    Holder<MsgBoxResponse> response)
            throws PermissionDeniedException, TechnicalProblemException, InvalidMessageIdException;

    /** The next message of an earlier request. */
    @WebMethod(operationName = "getNextMessage", action = Names.BOX_ACTION + "MsgBoxGetNextMsgRequest")
    @Action(input = Names.BOX_ACTION + "MsgBoxGetNextMsgRequest", output = Names.BOX_ACTION + "MsgBoxGetNextMsgRequest")
    @WebResult(name = "GenericContentContainer", targetNamespace = Names.XTA, partName = "GenericContentContainer")
    @Nullable
    GenericContentContainer getNextMessage(
            @WebParam(name = "MsgBoxGetNextRequest", targetNamespace = Names.BOX, partName = "MsgBoxGetNextRequest")
                    @Nullable
                    MsgBoxGetNextRequest request,
            @WebParam(name = "Author", targetNamespace = Names.META, partName = "Author", header = true) @Nullable
                    Party author,
            @WebParam(
                            name = "MessageMetaData",
                            targetNamespace = Names.META,
                            partName = "MessageMetaData",
                            header = true,
                            mode = WebParam.Mode.OUT)
                    Holder<MessageMetaData> metaData,
            @WebParam(
                            name = "MsgBoxResponse",
                            targetNamespace = Names.BOX,
                            partName = "MsgBoxResponse",
                            header = true,
                            mode = WebParam.Mode.OUT)
                    Holder<MsgBoxResponse> response)
            throws PermissionDeniedException, TechnicalProblemException, InvalidMessageIdException;

    /** What lies in the box. */
    @WebMethod(operationName = "getStatusList", action = Names.BOX_ACTION + "MsgBoxStatusListRequest")
    @Action(input = Names.BOX_ACTION + "MsgBoxStatusListRequest", output = Names.BOX_ACTION + "MsgBoxStatusListRequest")
    @WebResult(name = "MsgStatusList", targetNamespace = Names.BOX, partName = "MsgStatusList")
    MsgStatusList getStatusList(
            @WebParam(
                            name = "MsgBoxStatusListRequest",
                            targetNamespace = Names.BOX,
                            partName = "MsgBoxStatusListRequest")
                    @Nullable
                    MsgBoxStatusListRequest request,
            @WebParam(name = "Author", targetNamespace = Names.META, partName = "Author", header = true) @Nullable
                    Party author,
            @WebParam(
                            name = "MsgBoxResponse",
                            targetNamespace = Names.BOX,
                            partName = "MsgBoxResponse",
                            header = true,
                            mode = WebParam.Mode.OUT)
                    Holder<MsgBoxResponse> response)
            throws PermissionDeniedException, TechnicalProblemException;

    /** The next part of an earlier list. */
    @WebMethod(operationName = "getNextStatusList", action = Names.BOX_ACTION + "MsgBoxGetNextListRequest")
    @Action(
            input = Names.BOX_ACTION + "MsgBoxGetNextListRequest",
            output = Names.BOX_ACTION + "MsgBoxGetNextListRequest")
    @WebResult(name = "MsgStatusList", targetNamespace = Names.BOX, partName = "MsgStatusList")
    MsgStatusList getNextStatusList(
            @WebParam(name = "MsgBoxGetNextRequest", targetNamespace = Names.BOX, partName = "MsgBoxGetNextRequest")
                    @Nullable
                    MsgBoxGetNextRequest request,
            @WebParam(name = "Author", targetNamespace = Names.META, partName = "Author", header = true) @Nullable
                    Party author,
            @WebParam(
                            name = "MsgBoxResponse",
                            targetNamespace = Names.BOX,
                            partName = "MsgBoxResponse",
                            header = true,
                            mode = WebParam.Mode.OUT)
                    Holder<MsgBoxResponse> response)
            throws PermissionDeniedException, TechnicalProblemException;

    /** Ends a request and takes what was received out of the box. */
    @WebMethod(operationName = "close", action = Names.BOX_ACTION + "MsgBoxCloseRequest")
    @Action(input = Names.BOX_ACTION + "MsgBoxCloseRequest", output = Names.BOX_ACTION + "MsgBoxCloseRequest")
    void close(
            @WebParam(name = "MsgBoxCloseRequest", targetNamespace = Names.BOX, partName = "MsgBoxCloseRequest")
                    @Nullable
                    MsgBoxCloseRequest request,
            @WebParam(name = "Author", targetNamespace = Names.META, partName = "Author", header = true) @Nullable
                    Party author)
            throws PermissionDeniedException, TechnicalProblemException, InvalidMessageIdException;
}
