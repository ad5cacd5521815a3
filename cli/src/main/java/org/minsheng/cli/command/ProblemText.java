package org.minsheng.cli.command;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.base.Problem;
import org.minsheng.cli.render.JsonText;
import org.minsheng.cli.text.Messages;

/**
 * A problem as people or programs read it on the standard error: what, why, what to do; or one JSON object.
 *
 * @param messages in the language to write
 * @param json whether programs read it
 * @param debug whether the stack trace is wanted
 */
public record ProblemText(Messages messages, boolean json, boolean debug) {
    /** Writes it; the cause, if any, only with {@code --debug}. */
    public void write(PrintStream err, Problem problem, Throwable cause) {
        String code = problem.code().code();
        Map<String, Object> facts = inWords(problem.facts());
        String what = messages.text(code, facts);
        String why = messages.find(code + ".why", facts).orElse(null);
        String mend = messages.find(code + ".mend", facts).orElse(null);
        if (json) {
            Map<String, String> members = new LinkedHashMap<>();
            members.put("code", code);
            members.put("message", what);
            members.put("why", why);
            members.put("hint", mend);
            err.println("{\"error\":" + JsonText.ofTexts(members) + "}");
        } else {
            err.println(messages.text("error.prefix") + what);
            if (why != null) {
                err.println(messages.text("error.why") + why);
            }
            if (mend != null) {
                err.println(messages.text("error.hint") + mend);
            }
        }
        if (debug && cause != null) {
            cause.printStackTrace(err);
        }
    }

    /** A fact that is a problem itself, such as the rule that forbids something, as its sentence. */
    private Map<String, Object> inWords(Map<String, Object> facts) {
        Map<String, Object> words = new LinkedHashMap<>(facts);
        words.replaceAll((name, value) ->
                value instanceof Problem inner ? messages.text(inner.code().code(), inner.facts()) : value);
        return words;
    }
}
