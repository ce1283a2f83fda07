package org.stadtbus.sandbox.xta;

import jakarta.xml.ws.Holder;
import java.time.Instant;
import java.util.List;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.InvalidMessageIdException;
import org.stadtbus.xta.MsgBoxPort;
import org.stadtbus.xta.TechnicalProblemException;
import org.stadtbus.xta.box.MsgAttributes;
import org.stadtbus.xta.box.MsgBoxCloseRequest;
import org.stadtbus.xta.box.MsgBoxFetchRequest;
import org.stadtbus.xta.box.MsgBoxGetNextRequest;
import org.stadtbus.xta.box.MsgBoxResponse;
import org.stadtbus.xta.box.MsgBoxStatusListRequest;
import org.stadtbus.xta.box.MsgSelector;
import org.stadtbus.xta.box.MsgStatusList;
import org.stadtbus.xta.meta.MessageMetaData;
import org.stadtbus.xta.meta.Party;

/** One mailbox; the id of a request is the number of entries its caller has seen. */
record OfficeMsgBox(Post post, Trouble trouble) implements MsgBoxPort {
    static final String BOX = "postfach";
    private static final String FETCHED = "abgeholt";
    private static final String REQUEST = "urn:sandbox:ab:";
    private static final int PAGE = 100;

    @Override
    public GenericContentContainer getMessage(
            @Nullable MsgBoxFetchRequest request,
            @Nullable Party author,
            Holder<MessageMetaData> head,
            Holder<MsgBoxResponse> response)
            throws TechnicalProblemException, InvalidMessageIdException {
        trouble.before();
        return message(chosen(request == null ? null : request.selector), 0, head, response);
    }

    @Override
    public GenericContentContainer getNextMessage(
            @Nullable MsgBoxGetNextRequest request,
            @Nullable Party author,
            Holder<MessageMetaData> head,
            Holder<MsgBoxResponse> response)
            throws TechnicalProblemException, InvalidMessageIdException {
        trouble.before();
        return message(post.names(BOX), seen(request == null ? null : request.requestId), head, response);
    }

    private GenericContentContainer message(
            List<String> names, int at, Holder<MessageMetaData> head, Holder<MsgBoxResponse> response)
            throws InvalidMessageIdException {
        if (at >= names.size()) {
            throw Names.unknown();
        }
        String name = names.get(at);
        head.value = post.head(BOX, name).orElseThrow(Names::unknown);
        response.value = response(at + 1, names.size() - at - 1);
        return post.content(BOX, name).orElseThrow(Names::unknown);
    }

    @Override
    public MsgStatusList getStatusList(
            @Nullable MsgBoxStatusListRequest request, @Nullable Party author, Holder<MsgBoxResponse> response)
            throws TechnicalProblemException {
        trouble.before();
        int most = request == null || request.maxListItems == null ? PAGE : request.maxListItems;
        return page(chosen(request == null ? null : request.selector), 0, most, response);
    }

    @Override
    public MsgStatusList getNextStatusList(
            @Nullable MsgBoxGetNextRequest request, @Nullable Party author, Holder<MsgBoxResponse> response)
            throws TechnicalProblemException {
        trouble.before();
        return page(post.names(BOX), seen(request == null ? null : request.requestId), PAGE, response);
    }

    private static MsgStatusList page(List<String> names, int from, int most, Holder<MsgBoxResponse> response) {
        MsgStatusList list = new MsgStatusList();
        int to = Math.min(names.size(), from + most);
        names.subList(Math.min(from, to), to).forEach(name -> list.attributes.add(attributes(name)));
        response.value = response(to, names.size() - to);
        return list;
    }

    private static MsgAttributes attributes(String name) {
        MsgAttributes attributes = new MsgAttributes();
        attributes.messageId = Names.uri(Names.id(name));
        attributes.scenario = "urn:sandbox";
        attributes.size = 0;
        attributes.delivered = Instant.EPOCH;
        return attributes;
    }

    @Override
    public void close(@Nullable MsgBoxCloseRequest request, @Nullable Party author) throws TechnicalProblemException {
        trouble.before();
        for (AttributedURIType id : request == null ? List.<AttributedURIType>of() : request.lastReceived) {
            post.move(BOX, FETCHED, Names.file(id));
        }
        trouble.after();
    }

    private List<String> chosen(@Nullable MsgSelector selector) {
        List<String> all = post.names(BOX);
        return selector == null || selector.messageIds.isEmpty()
                ? all
                : selector.messageIds.stream()
                        .map(Names::file)
                        .filter(all::contains)
                        .toList();
    }

    private static MsgBoxResponse response(int seen, int left) {
        MsgBoxResponse response = new MsgBoxResponse();
        response.requestId = REQUEST + seen;
        response.itemsPending = (long) left;
        return response;
    }

    private static int seen(@Nullable String requestId) {
        return requestId != null && requestId.matches(REQUEST + "\\d{1,9}")
                ? Integer.parseInt(requestId.substring(REQUEST.length()))
                : 0;
    }
}
