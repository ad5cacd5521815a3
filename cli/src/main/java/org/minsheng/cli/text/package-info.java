/**
 * Texts for people in Chinese and English, kept in one UTF-8 property file a room and language.
 *
 * <p>What comes in: a key and the facts its placeholders name. What goes out: one sentence. Both languages have the same
 * keys; a test compares them.
 */
package org.minsheng.cli.text;
