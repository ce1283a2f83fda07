package org.stadtbus.sandbox.xta;

import java.time.Instant;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.apache.cxf.ws.addressing.AttributedURIType;
import org.jspecify.annotations.Nullable;
import org.stadtbus.xta.CancelDeniedException;
import org.stadtbus.xta.InvalidMessageIdException;
import org.stadtbus.xta.LookupServiceItem;
import org.stadtbus.xta.LookupServiceRequest;
import org.stadtbus.xta.LookupServiceResponse;
import org.stadtbus.xta.LookupServiceResult;
import org.stadtbus.xta.LookupServiceResults;
import org.stadtbus.xta.ManagementPort;
import org.stadtbus.xta.MessageStatus;
import org.stadtbus.xta.ServiceAvailability;
import org.stadtbus.xta.TechnicalProblemException;
import org.stadtbus.xta.TransportReport;
import org.stadtbus.xta.meta.MessageMetaData;
import org.stadtbus.xta.meta.Party;

/**
 * Gives ids to anybody with a certificate, and a report for what it has.
 *
 * @param status what its reports say now
 */
record OfficeManagement(Post post, Trouble trouble, IntSupplier status) implements ManagementPort {

    @Override
    public void checkAccountActive(@Nullable Party author) throws TechnicalProblemException {
        trouble.before();
    }

    @Override
    public AttributedURIType createMessageId(@Nullable Party author) throws TechnicalProblemException {
        trouble.before();
        return Names.uri(Names.id(UUID.randomUUID().toString()));
    }

    @Override
    public LookupServiceResponse lookupService(LookupServiceRequest request, @Nullable Party author)
            throws TechnicalProblemException {
        trouble.before();
        LookupServiceResponse response = new LookupServiceResponse();
        response.list = new LookupServiceResults();
        for (LookupServiceItem item : request.items) {
            LookupServiceResult result = new LookupServiceResult();
            result.reader = item.lookup == null ? null : item.lookup.reader;
            result.serviceType = item.lookup == null ? null : item.lookup.serviceType;
            result.availability = new ServiceAvailability();
            result.availability.available = true;
            response.list.results.add(result);
        }
        return response;
    }

    @Override
    public TransportReport getTransportReport(AttributedURIType messageId, @Nullable Party author)
            throws TechnicalProblemException, InvalidMessageIdException {
        trouble.before();
        MessageMetaData head = post.head(OfficeSend.SENT, Names.file(messageId)).orElseThrow(Names::unknown);
        TransportReport report = new TransportReport();
        report.metaData = head;
        report.reportTime = Instant.now();
        report.serverIdentity = "Sandbox";
        report.status = new MessageStatus();
        report.status.status = status.getAsInt();
        return report;
    }

    @Override
    public void cancelMessage(AttributedURIType messageId, @Nullable Party author)
            throws TechnicalProblemException, CancelDeniedException {
        trouble.before();
        throw new CancelDeniedException("Schon zugestellt.", Names.detail("9101", "Nicht mehr möglich"));
    }
}
