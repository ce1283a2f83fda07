package org.stadtbus.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stadtbus.clearing.CaseQueries;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Journey;
import org.stadtbus.journal.JournalQueries.Step;

/** The time line of one journey. */
@Controller
class JourneyPage {
    private final JournalQueries journal;
    private final CaseQueries cases;
    private final Names names;

    JourneyPage(JournalQueries journal, CaseQueries cases, Names names) {
        this.journal = journal;
        this.cases = cases;
        this.names = names;
    }

    @GetMapping("/vorgaenge/{id}")
    String journey(@PathVariable String id, Model model, HttpServletRequest request) {
        Journey journey = journal.journey(id).orElseThrow(UnknownJourney::new);
        List<Step> steps = journal.steps(id);
        model.addAttribute("journey", JourneyView.of(journey, names));
        model.addAttribute("days", TimeLine.of(steps, names));
        List<CaseView> open =
                cases.unsolved(id).stream().map(c -> CaseView.of(c, names)).toList();
        model.addAttribute("cases", open);
        model.addAttribute(
                "standstill",
                Standstill.of(steps, names)
                        .filter(halt -> open.isEmpty() || !halt.clearing())
                        .orElse(null));
        model.addAttribute("mayOpen", request.isUserInRole("EINSICHT"));
        return "journey";
    }
}
