package org.stadtbus.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.journal.JournalQueries.Step;

/** The time line of one journey. */
@Controller
class JourneyPage {
    private final JournalQueries journal;
    private final Names names;

    JourneyPage(JournalQueries journal, Names names) {
        this.journal = journal;
        this.names = names;
    }

    @GetMapping("/vorgaenge/{id}")
    String journey(@PathVariable String id, Model model, HttpServletRequest request) {
        Journey journey = journal.journey(id).orElseThrow(UnknownJourney::new);
        List<Step> steps = journal.steps(id);
        model.addAttribute("journey", JourneyView.of(journey, names));
        model.addAttribute("days", TimeLine.of(steps, names));
        model.addAttribute("standstill", Standstill.of(steps, names).orElse(null));
        model.addAttribute("mayOpen", request.isUserInRole("EINSICHT"));
        return "journey";
    }
}
