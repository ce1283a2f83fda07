package org.stadtbus.flow;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.stadtbus.broker.Broker;
import org.stadtbus.catalogue.Catalogue;
import org.stadtbus.clearing.Clearing;
import org.stadtbus.intake.AnswerIntake;
import org.stadtbus.intake.Beginnings;
import org.stadtbus.intake.Originals;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.mapping.Mappings;
import org.stadtbus.standards.Standards;

/** Everything steps are made of. */
@Component
record HubSteps(
        Broker broker,
        Catalogue catalogue,
        Standards standards,
        Mappings mappings,
        JournalQueries journal,
        Clearing clearing,
        AnswerIntake answerIntake,
        Originals originals,
        AnswerRejections rejections,
        ReturnedAnswers returned,
        Beginnings beginnings,
        Replies.Channels channels,
        Clock clock) {}
