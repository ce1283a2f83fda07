package org.stadtbus.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.stadtbus.envelope.JourneyState;
import org.stadtbus.journal.JournalQueries;
import org.stadtbus.journal.JournalQueries.Filter;

/** The first page: journeys, newest first. */
@Controller
class JourneyList {
    private static final int PAGE = 50;

    private final JournalQueries journal;
    private final Names names;

    JourneyList(JournalQueries journal, Names names) {
        this.journal = journal;
        this.names = names;
    }

    /** What the address asks for. */
    private record Asked(String text, @Nullable JourneyState state, @Nullable String before) {
        String address(@Nullable JourneyState otherState, @Nullable String otherBefore) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
            if (!text.isEmpty()) {
                address.queryParam("suche", "{suche}");
            }
            if (otherState != null) {
                address.queryParam("zustand", otherState.code());
            }
            if (otherBefore != null) {
                address.queryParam("vor", otherBefore);
            }
            return text.isEmpty()
                    ? address.encode().toUriString()
                    : address.encode().buildAndExpand(text).toUriString();
        }
    }

    /** One choice of the state filter. */
    record Choice(String label, String address, boolean chosen) {}

    @GetMapping("/")
    String list(
            @RequestParam(defaultValue = "") String suche,
            @RequestParam(defaultValue = "") String zustand,
            @RequestParam(defaultValue = "") String vor,
            Model model) {
        Asked asked = new Asked(
                suche.replaceAll("\\p{Cntrl}", " ").strip(),
                zustand.isEmpty() ? null : JourneyState.of(zustand.toLowerCase(Locale.ROOT)),
                vor.isEmpty() ? null : vor);
        List<JourneyView> found =
                journal.journeys(new Filter(asked.text(), asked.state(), null, asked.before()), PAGE + 1).stream()
                        .map(journey -> JourneyView.of(journey, names))
                        .toList();
        List<JourneyView> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("journeys", page);
        model.addAttribute("search", asked.text());
        model.addAttribute("state", asked.state());
        model.addAttribute("asked", !asked.equals(new Asked("", null, null)));
        model.addAttribute("choices", choices(asked));
        model.addAttribute("newest", asked.before() == null ? null : asked.address(asked.state(), null));
        model.addAttribute(
                "older",
                found.size() > PAGE
                        ? asked.address(asked.state(), page.get(PAGE - 1).id())
                        : null);
        return "journeys";
    }

    private static List<Choice> choices(Asked asked) {
        Stream<Choice> states = Arrays.stream(JourneyState.values())
                .map(s -> new Choice(s.label(), asked.address(s, null), s == asked.state()));
        Choice all = new Choice("Alle", asked.address(null, null), asked.state() == null);
        return Stream.concat(Stream.of(all), states).toList();
    }
}
