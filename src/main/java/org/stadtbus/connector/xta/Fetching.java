package org.stadtbus.connector.xta;

import jakarta.xml.ws.Holder;
import jakarta.xml.ws.WebServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.ContentContainer;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.InvalidMessageIdException;
import org.stadtbus.xta.XtaFault;
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

/** Fetches what lies in the hub's mailbox at a provider; a message is closed there only when its taker has it. */
final class Fetching {
    private static final int PAGE = 100;

    private final XtaPorts ports;
    private final Party author;

    Fetching(XtaPorts ports, XtaSettings account) {
        this.ports = ports;
        this.author = Heads.party(account.identifier(), account.identifierType());
    }

    /**
     * A fetched message, still in the box.
     *
     * @param content empty when the provider sent nothing that the hub can open
     * @param sealed whether it is encrypted from end to end
     */
    record Letter(String id, ContentContainer content, boolean sealed) {}

    /** Takes a message; when it returns, the message may leave the box. */
    @FunctionalInterface
    interface Taker {
        void take(Letter letter) throws Exception;
    }

    /** Ids of all that lies in the box. */
    List<String> waiting() {
        try {
            Holder<MsgBoxResponse> left = new Holder<>();
            MsgBoxStatusListRequest request = new MsgBoxStatusListRequest();
            request.maxListItems = PAGE;
            request.listForm = "MsgAtrributes";
            MsgStatusList page = ports.msgBox().getStatusList(request, author, left);
            List<String> all = new ArrayList<>(ids(page));
            while (!ids(page).isEmpty() && pending(left) > 0) {
                page = ports.msgBox().getNextStatusList(next(left), author, left);
                all.addAll(ids(page));
            }
            return all;
        } catch (XtaFault fault) {
            throw XtaFailures.fault(fault);
        } catch (WebServiceException broken) {
            throw XtaFailures.broken(broken);
        }
    }

    /**
     * Fetches one message and closes it when the taker has it.
     *
     * @return false when it is not there any more
     * @throws Exception what the taker throws: the message stays in the box
     */
    boolean fetch(String id, Taker taker) throws Exception {
        try {
            Holder<MsgBoxResponse> response = new Holder<>();
            GenericContentContainer container =
                    ports.msgBox().getMessage(request(id), author, new Holder<MessageMetaData>(), response);
            if (container == null) {
                return false;
            }
            taker.take(letter(id, container));
            close(id, response.value);
            return true;
        } catch (InvalidMessageIdException gone) {
            return false;
        } catch (XtaFault fault) {
            throw XtaFailures.fault(fault);
        } catch (WebServiceException broken) {
            throw XtaFailures.broken(broken);
        }
    }

    private static Letter letter(String id, GenericContentContainer container) {
        ContentContainer open = container.content;
        return open == null
                ? new Letter(id, new ContentContainer(), container.encrypted != null)
                : new Letter(id, open, false);
    }

    private void close(String id, @Nullable MsgBoxResponse response) throws XtaFault {
        MsgBoxCloseRequest close = new MsgBoxCloseRequest();
        close.requestId = response == null ? "" : response.requestId;
        close.lastReceived.add(Heads.uri(id));
        ports.msgBox().close(close, author);
    }

    private static MsgBoxFetchRequest request(String id) {
        MsgBoxFetchRequest request = new MsgBoxFetchRequest();
        request.selector = new MsgSelector();
        request.selector.messageIds.add(Heads.uri(id));
        return request;
    }

    private static MsgBoxGetNextRequest next(Holder<MsgBoxResponse> left) {
        MsgBoxGetNextRequest next = new MsgBoxGetNextRequest();
        next.requestId = left.value.requestId;
        return next;
    }

    private static long pending(Holder<MsgBoxResponse> left) {
        return left.value == null ? 0 : Objects.requireNonNullElse(left.value.itemsPending, 0L);
    }

    private static List<String> ids(@Nullable MsgStatusList page) {
        return page == null
                ? List.of()
                : page.attributes.stream()
                        .map(Fetching::id)
                        .filter(id -> !id.isEmpty())
                        .toList();
    }

    private static String id(MsgAttributes attributes) {
        return attributes.messageId == null
                ? ""
                : Objects.requireNonNullElse(attributes.messageId.getValue(), "")
                        .strip();
    }
}
