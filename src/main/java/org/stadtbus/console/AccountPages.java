package org.stadtbus.console;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Log-in, and what somebody sees who may not see the rest. */
@Controller
class AccountPages {

    @GetMapping("/anmelden")
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String abgemeldet,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("left", abgemeldet != null);
        return "login";
    }

    @RequestMapping("/kein-zugriff")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String denied(Model model) {
        model.addAttribute("title", "Kein Zugriff");
        model.addAttribute(
                "sentence", "Diese Seite gibt es nicht, oder Ihr Konto hat nicht die Rolle, die sie verlangt.");
        return "problem";
    }
}
