package org.stadtbus.connector.xta.provider;

import jakarta.jws.WebService;
import java.util.Optional;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.stadtbus.connector.xta.provider.ProviderSettings.Account;
import org.stadtbus.connector.xta.provider.Sent.Letter;
import org.stadtbus.envelope.HubException;
import org.stadtbus.xta.CancelDeniedException;
import org.stadtbus.xta.InvalidMessageIdException;
import org.stadtbus.xta.LookupService;
import org.stadtbus.xta.LookupServiceItem;
import org.stadtbus.xta.LookupServiceRequest;
import org.stadtbus.xta.LookupServiceResponse;
import org.stadtbus.xta.LookupServiceResult;
import org.stadtbus.xta.LookupServiceResults;
import org.stadtbus.xta.ManagementPort;
import org.stadtbus.xta.Names;
import org.stadtbus.xta.ParameterInvalidException;
import org.stadtbus.xta.PermissionDeniedException;
import org.stadtbus.xta.ServiceAvailability;
import org.stadtbus.xta.TechnicalProblemException;
import org.stadtbus.xta.TransportReport;
import org.stadtbus.xta.meta.Party;

/** Accounts, message ids, services, reports. */
@WebService(endpointInterface = "org.stadtbus.xta.ManagementPort", targetNamespace = Names.XTA)
final class ManagementService implements ManagementPort {
    private final Accounts accounts;
    private final Sent sent;
    private final Reports reports;
    private final String hub;

    /** @param hub the hub's own name as participant */
    ManagementService(Accounts accounts, Sent sent, Reports reports, String hub) {
        this.accounts = accounts;
        this.sent = sent;
        this.reports = reports;
        this.hub = hub;
    }

    @Override
    public void checkAccountActive(@Nullable Party author) throws PermissionDeniedException {
        accounts.caller(author);
    }

    @Override
    public AttributedURIType createMessageId(@Nullable Party author) throws PermissionDeniedException {
        accounts.caller(author);
        return MessageIds.uri(MessageIds.fresh());
    }

    @Override
    public LookupServiceResponse lookupService(@Nullable LookupServiceRequest request, @Nullable Party author)
            throws PermissionDeniedException, ParameterInvalidException {
        accounts.caller(author);
        if (request == null || request.items.isEmpty()) {
            throw Faults.missing("LookupService");
        }
        LookupServiceResponse response = new LookupServiceResponse();
        response.list = new LookupServiceResults();
        for (LookupServiceItem item : request.items) {
            response.list.results.add(result(item.lookup));
        }
        return response;
    }

    private LookupServiceResult result(@Nullable LookupService asked) throws ParameterInvalidException {
        if (asked == null || asked.reader == null || asked.serviceType == null) {
            throw Faults.missing("Reader und ServiceType");
        }
        LookupServiceResult result = new LookupServiceResult();
        result.reader = asked.reader;
        result.serviceType = asked.serviceType;
        result.availability = availability(Parties.name(asked.reader), asked.serviceType);
        return result;
    }

    private ServiceAvailability availability(String reader, String service) {
        ServiceAvailability answer = new ServiceAvailability();
        Optional<Account> account = accounts.named(reader);
        if (reader.equals(hub)) {
            answer.available = true;
        } else if (account.isPresent()) {
            answer.available = account.get().active() && account.get().service().equals(service);
        } else {
            answer.unknown = true;
        }
        return answer;
    }

    @Override
    public TransportReport getTransportReport(@Nullable AttributedURIType messageId, @Nullable Party author)
            throws PermissionDeniedException, TechnicalProblemException, InvalidMessageIdException {
        Account caller = accounts.caller(author);
        try {
            return reports.of(letter(caller, messageId).orElseThrow(Faults::unknownId));
        } catch (HubException | DataAccessException e) {
            throw Faults.notNow(e);
        }
    }

    @Override
    public void cancelMessage(@Nullable AttributedURIType messageId, @Nullable Party author)
            throws PermissionDeniedException, ParameterInvalidException, TechnicalProblemException,
                    CancelDeniedException {
        Account caller = accounts.caller(author);
        try {
            if (letter(caller, messageId).isEmpty()) {
                throw Faults.combination("Unter dieser MessageID hat dieses Konto nichts gesendet.");
            }
        } catch (HubException e) {
            throw Faults.notNow(e);
        }
        throw Faults.onItsWay();
    }

    private Optional<Letter> letter(Account caller, @Nullable AttributedURIType id) {
        return MessageIds.uuid(MessageIds.text(id)).flatMap(uuid -> sent.find(caller.procedure(), uuid));
    }
}
