package org.stadtbus.console;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in; logging in and out itself is the security chain's. */
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
}
