package org.minsheng.registry;

import java.util.List;

/**
 * A code table and how much of it is here.
 *
 * @param name its stable name: {@code med_type}
 * @param chineseName what it lists: 医疗类别
 * @param englishName the same in English
 * @param versions its releases, oldest first; empty while it waits for an import
 * @param codes how many different codes it has over all versions
 * @param mappings how many codes of senders are mapped to it
 */
public record CodeTable(
        String name, String chineseName, String englishName, List<String> versions, int codes, int mappings) {
    public CodeTable {
        versions = List.copyOf(versions);
    }
}
