package org.minsheng.policy;

import java.util.List;
import java.util.Map;

/** A piece of a pack's text with its place: what Jackson's own tree does not keep. */
sealed interface YamlNode {
    /** Where it stands: {@code stages[2].ratio}. */
    String path();

    /** Line in the text, from 1. */
    int line();

    /** What people call it. */
    String kind();

    record Scalar(String path, int line, String text) implements YamlNode {
        @Override
        public String kind() {
            return "value";
        }
    }

    record Sequence(String path, int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String kind() {
            return "list";
        }
    }

    record Mapping(String path, int line, Map<String, YamlNode> entries) implements YamlNode {
        @Override
        public String kind() {
            return "mapping";
        }
    }
}
