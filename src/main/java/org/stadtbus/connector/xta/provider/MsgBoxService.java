package org.stadtbus.connector.xta.provider;

import jakarta.jws.WebService;
import jakarta.xml.ws.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.connector.xta.provider.MessageIds.Mail;
import org.stadtbus.connector.xta.provider.OpenRequests.Open;
import org.stadtbus.connector.xta.provider.ProviderSettings.Account;
import org.stadtbus.envelope.HubException;
import org.stadtbus.envelope.Message;
import org.stadtbus.xta.GenericContentContainer;
import org.stadtbus.xta.InvalidMessageIdException;
import org.stadtbus.xta.MsgBoxPort;
import org.stadtbus.xta.Names;
import org.stadtbus.xta.PermissionDeniedException;
import org.stadtbus.xta.TechnicalProblemException;
import org.stadtbus.xta.box.MsgBoxCloseRequest;
import org.stadtbus.xta.box.MsgBoxFetchRequest;
import org.stadtbus.xta.box.MsgBoxGetNextRequest;
import org.stadtbus.xta.box.MsgBoxResponse;
import org.stadtbus.xta.box.MsgBoxStatusListRequest;
import org.stadtbus.xta.box.MsgStatusList;
import org.stadtbus.xta.meta.MessageMetaData;
import org.stadtbus.xta.meta.Party;

/** The mailbox of each procedure; a message leaves it when its receiver closes the request and names it, never before. */
@WebService(endpointInterface = "org.stadtbus.xta.MsgBoxPort", targetNamespace = Names.XTA)
final class MsgBoxService implements MsgBoxPort {
    private static final int PAGE = 100;

    private final Accounts accounts;
    private final Mailbox mailbox;
    private final Letters letters;
    private final OpenRequests requests = new OpenRequests();

    MsgBoxService(Accounts accounts, Mailbox mailbox, Letters letters) {
        this.accounts = accounts;
        this.mailbox = mailbox;
        this.letters = letters;
    }

    @Override
    public @Nullable GenericContentContainer getMessage(
            @Nullable MsgBoxFetchRequest request,
            @Nullable Party author,
            Holder<MessageMetaData> head,
            Holder<MsgBoxResponse> response)
            throws PermissionDeniedException, TechnicalProblemException, InvalidMessageIdException {
        Account caller = accounts.caller(author);
        try {
            Selection selection = Selection.of(request == null ? null : request.selector);
            Open open = requests.open(caller.procedure(), selection.of(mailbox.contents(caller.procedure())));
            if (open.pending() == 0 && selection.namesMessages()) {
                throw Faults.unknownId();
            }
            return next(caller, open, head, response);
        } catch (HubException e) {
            throw Faults.notNow(e);
        }
    }

    @Override
    public @Nullable GenericContentContainer getNextMessage(
            @Nullable MsgBoxGetNextRequest request,
            @Nullable Party author,
            Holder<MessageMetaData> head,
            Holder<MsgBoxResponse> response)
            throws PermissionDeniedException, TechnicalProblemException, InvalidMessageIdException {
        Account caller = accounts.caller(author);
        Optional<Open> open = requests.find(caller.procedure(), request == null ? null : request.requestId);
        if (request == null || open.isEmpty()) {
            response.value = Letters.unknownRequest(request == null ? null : request.requestId);
            return null;
        }
        open.get().received(mails(request.lastReceived));
        try {
            return next(caller, open.get(), head, response);
        } catch (HubException e) {
            throw Faults.notNow(e);
        }
    }

    /** The next message that still lies there. */
    private @Nullable GenericContentContainer next(
            Account caller, Open open, Holder<MessageMetaData> head, Holder<MsgBoxResponse> response) {
        for (List<Mail> next = open.next(1); !next.isEmpty(); next = open.next(1)) {
            Optional<Message> message = mailbox.look(caller.procedure(), next.get(0));
            if (message.isPresent()) {
                head.value = letters.head(message.get().envelope(), caller);
                response.value = Letters.pending(open);
                return letters.content(message.get());
            }
        }
        response.value = Letters.nothing(open);
        return null;
    }

    @Override
    public MsgStatusList getStatusList(
            @Nullable MsgBoxStatusListRequest request, @Nullable Party author, Holder<MsgBoxResponse> response)
            throws PermissionDeniedException, TechnicalProblemException {
        Account caller = accounts.caller(author);
        try {
            List<Mail> found =
                    Selection.of(request == null ? null : request.selector).of(mailbox.contents(caller.procedure()));
            int most = request == null || request.maxListItems == null ? PAGE : Math.min(PAGE, request.maxListItems);
            String form = request == null ? null : request.listForm;
            return list(caller, requests.open(caller.procedure(), found), most, form, response);
        } catch (HubException e) {
            throw Faults.notNow(e);
        }
    }

    @Override
    public MsgStatusList getNextStatusList(
            @Nullable MsgBoxGetNextRequest request, @Nullable Party author, Holder<MsgBoxResponse> response)
            throws PermissionDeniedException, TechnicalProblemException {
        Account caller = accounts.caller(author);
        Optional<Open> open = requests.find(caller.procedure(), request == null ? null : request.requestId);
        if (request == null || open.isEmpty()) {
            response.value = Letters.unknownRequest(request == null ? null : request.requestId);
            return new MsgStatusList();
        }
        try {
            return list(caller, open.get(), PAGE, null, response);
        } catch (HubException e) {
            throw Faults.notNow(e);
        }
    }

    private MsgStatusList list(
            Account caller, Open open, int most, @Nullable String form, Holder<MsgBoxResponse> response) {
        List<Message> page = new ArrayList<>();
        for (Mail mail : open.next(most)) {
            mailbox.look(caller.procedure(), mail).ifPresent(page::add);
        }
        response.value = page.isEmpty() ? Letters.nothing(open) : Letters.pending(open);
        return letters.list(page, caller, form);
    }

    @Override
    public void close(@Nullable MsgBoxCloseRequest request, @Nullable Party author)
            throws PermissionDeniedException, TechnicalProblemException, InvalidMessageIdException {
        Account caller = accounts.caller(author);
        if (request == null) {
            throw Faults.unknownId();
        }
        List<Mail> received = new ArrayList<>(mails(request.lastReceived));
        Optional<Open> open = requests.find(caller.procedure(), request.requestId);
        open.ifPresent(known -> received.addAll(known.received()));
        try {
            received.forEach(mail -> mailbox.received(caller.procedure(), mail));
            open.ifPresent(requests::end);
        } catch (HubException e) {
            throw Faults.notNow(e);
        }
    }

    /** What is out of the box already is no error: the answer to an earlier close may have been lost. */
    private static List<Mail> mails(List<AttributedURIType> ids) throws InvalidMessageIdException {
        List<Mail> mails = new ArrayList<>();
        for (AttributedURIType id : ids) {
            mails.add(MessageIds.mail(MessageIds.text(id)).orElseThrow(Faults::unknownId));
        }
        return mails;
    }
}
