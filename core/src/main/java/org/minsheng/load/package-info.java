/**
 * The one bulk loader: files of people, companies, claims and the like into the database, with a plan, rejects and a
 * way back.
 *
 * <p>What lives here: reading files (CSV, NDJSON, XLSX; gzip, standard input; UTF-8, GB18030), the descriptor of a file
 * kind, staging, plan, rejects, undo. What comes in: a file and its {@link org.minsheng.load.FileKind}. What goes out:
 * changed tables, a load report, rejects. It writes no merge SQL and knows no kind: rooms that own tables bring theirs.
 */
package org.minsheng.load;
