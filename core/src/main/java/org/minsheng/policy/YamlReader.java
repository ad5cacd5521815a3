package org.minsheng.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads YAML text into nodes that know their path and line, and refuses doubled keys. */
final class YamlReader {
    /** Longest text of a pack, in characters: a city's rules and ten thousand examples fit. */
    static final int LENGTH_MAX = 4_000_000;

    /** Deepest nesting that a pack may have. */
    private static final int DEPTH_MAX = 30;

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final JsonParser parser;

    private YamlReader(JsonParser parser) {
        this.parser = parser;
    }

    static YamlNode read(String text) {
        if (text.length() > LENGTH_MAX) {
            throw PolicyProblem.TOO_LONG.at("", 1).with("limit", LENGTH_MAX).asException();
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            YamlReader reader = new YamlReader(parser);
            if (parser.nextToken() == null) {
                throw PolicyProblem.NOT_YAML.at("", 1).with("reason", "no text").asException();
            }
            YamlNode root = reader.node("", 0);
            if (parser.nextToken() != null) {
                throw PolicyProblem.NOT_YAML
                        .at("", reader.line())
                        .with("reason", "a second document")
                        .asException();
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            // What was being read, then what was found instead; between them the reader quotes the text.
            String reason = e.getOriginalMessage()
                    .lines()
                    .filter(part -> !part.isBlank() && !part.startsWith(" "))
                    .collect(Collectors.joining(": "));
            throw PolicyProblem.NOT_YAML.at("", line).with("reason", reason).asException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private YamlNode node(String path, int depth) throws IOException {
        if (depth > DEPTH_MAX) {
            throw PolicyProblem.NOT_YAML
                    .at(path, line())
                    .with("reason", "nested too deep")
                    .asException();
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(path, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            return sequence(path, depth);
        }
        String text = token == null || token == JsonToken.VALUE_NULL ? "" : parser.getText();
        return new YamlNode.Scalar(path, line(), text);
    }

    private YamlNode mapping(String path, int depth) throws IOException {
        int line = line();
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            String below = path.isEmpty() ? key : path + "." + key;
            if (entries.put(key, node(below, depth + 1)) != null) {
                throw PolicyProblem.DOUBLE_KEY
                        .at(below, keyLine)
                        .with("key", key)
                        .asException();
            }
        }
        return new YamlNode.Mapping(path, line, entries);
    }

    private YamlNode sequence(String path, int depth) throws IOException {
        int line = line();
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + items.size() + "]", depth + 1));
        }
        return new YamlNode.Sequence(path, line, items);
    }
}
