package org.minsheng.registry;

/**
 * What a sender's own code means in ours: provinces and hospitals differ.
 *
 * @param table the code table
 * @param sender who writes it: a province, an institution, a system
 * @param senderCode the sender's code
 * @param code ours
 */
public record CodeMapping(String table, String sender, String senderCode, String code) {}
