package org.minsheng.cli.command;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.base.Problem;
import org.minsheng.db.ServiceFile;

/** An address {@code postgresql://user@host:port/database?sslmode=…}; what it leaves out comes from elsewhere. */
final class DatabaseAddress {
    /** Libpq's name of what an address may not carry. */
    static final String PASSWORD = "password";

    // Not java.net.URI: that knows no host with an underscore, and would quietly take none instead.
    private static final Pattern FORM = Pattern.compile("postgres(?:ql)?://(?:(?<user>[^:@/?]*)(?<password>:[^@/]*)?@)?"
            + "(?<host>\\[[0-9A-Fa-f:.]+]|[^:@/?\\[\\],]*)(?::(?<port>[0-9]+))?(?:/(?<database>[^/?]*))?"
            + "(?:\\?(?<query>.*))?");
    private static final Pattern SECRET = Pattern.compile("(//[^:@/]*):.*@|(password=)[^&]*");

    private DatabaseAddress() {}

    /**
     * Its parts under libpq's names.
     *
     * @throws org.minsheng.base.ProblemException {@code config.password-in-address}, {@code config.invalid-value}
     */
    static Map<String, String> parse(Setting url) {
        Matcher form = FORM.matcher(url.value());
        if (!form.matches()) {
            throw url.invalid();
        }
        if (form.group("password") != null) {
            throw withPassword(url);
        }
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, ServiceFile.USER, form.group("user"));
        put(parts, ServiceFile.HOST, unbracketed(form.group("host")));
        put(parts, ServiceFile.PORT, form.group("port"));
        put(parts, ServiceFile.DATABASE, form.group("database"));
        if (form.group("query") != null) {
            for (String pair : form.group("query").split("&", -1)) {
                query(url, parts, pair);
            }
        }
        return parts;
    }

    private static void query(Setting url, Map<String, String> parts, String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        if (name.equals(PASSWORD)) {
            throw withPassword(url);
        }
        if (!name.equals(ServiceFile.SSL_MODE) || equals < 0) {
            throw url.invalid();
        }
        put(parts, name, pair.substring(equals + 1));
    }

    private static void put(Map<String, String> parts, String name, String value) {
        if (value != null && !value.isEmpty()) {
            // a plus sign is itself in an address; only forms write a space so
            parts.put(name, URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static RuntimeException withPassword(Setting url) {
        return Problem.of(CliProblem.PASSWORD_IN_ADDRESS)
                .with("place", url.place())
                .asException();
    }

    /** The address as it may be shown: whatever stands where a password would is left out. */
    static String shown(String address) {
        return SECRET.matcher(address).replaceAll(match -> match.group(1) == null ? "$2…" : "$1:…@");
    }
}
