package org.minsheng.cli.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.minsheng.base.Masked;
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
            err.print(Masked.within(stackTrace(cause)));
        }
    }

    private static String stackTrace(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** Facts that are problems themselves, such as the rule that forbids something, as their sentences. */
    private Map<String, Object> inWords(Map<String, Object> facts) {
        Map<String, Object> words = new LinkedHashMap<>(facts);
        words.replaceAll((name, value) -> inWords(value));
        return words;
    }

    private Object inWords(Object fact) {
        if (fact instanceof Problem inner) {
            return messages.text(inner.code().code(), inner.facts());
        }
        if (fact instanceof List<?> several) {
            return several.stream().map(each -> inWords(each).toString()).collect(Collectors.joining(" · "));
        }
        return fact;
    }
}
