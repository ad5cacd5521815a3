package org.minsheng.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.minsheng.base.Problem;

/**
 * A file to load: found, hashed, its compression, format and encoding recognised by content. Whoever reads it to its end
 * reads the bytes that were hashed, or gets {@link LoadProblem#FILE_CHANGED}.
 */
public final class Source implements AutoCloseable {
    /** The name that means standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BLOCK_BYTES = 1 << 16;

    private final String name;
    private final Path path;
    private final UnnamedFile spool;
    private final String sha256;
    private final long bytes;
    private final boolean compressed;
    private final SourceFormat format;
    private final Charset charset;
    private final String sheet;

    /**
     * @param path null for what was spooled
     * @param spool null for a file that can be read as often as it is needed
     */
    private Source(String name, Path path, UnnamedFile spool, Wishes wishes) throws IOException {
        this.name = name;
        this.path = path;
        this.spool = spool;
        this.sheet = wishes.sheet();
        MessageDigest digest = sha256Digest();
        EncodingProbe probe = new EncodingProbe();
        byte[] opening;
        try (InputStream file = new DigestInputStream(bytesOnDisk(), digest)) {
            PushbackInputStream raw = new PushbackInputStream(file, 2);
            byte[] magic = raw.readNBytes(2);
            raw.unread(magic);
            this.compressed = magic.length == 2 && magic[0] == 0x1F && (magic[1] & 0xFF) == 0x8B;
            InputStream content = compressed ? new GZIPInputStream(raw, BLOCK_BYTES) : raw;
            opening = content.readNBytes(BLOCK_BYTES);
            boolean zip = opening.length > 1 && opening[0] == 'P' && opening[1] == 'K';
            probe.accept(opening, 0, zip ? 0 : opening.length);
            long length = opening.length;
            byte[] block = new byte[BLOCK_BYTES];
            for (int read = content.read(block); read >= 0; read = content.read(block)) {
                probe.accept(block, 0, zip ? 0 : read);
                length += read;
            }
            this.bytes = length;
            probe.end();
            drain(file);
        }
        this.sha256 = HexFormat.of().formatHex(digest.digest());
        if (opening.length == 0) {
            throw Problem.of(LoadProblem.EMPTY_FILE).with("file", name).asException();
        }
        this.format = wishes.format() != null ? wishes.format() : formatOf(opening);
        this.charset = wishes.charset() != null ? wishes.charset() : charsetOf(opening, probe);
    }

    /** What the caller knows better than the file's content shows; {@code null} where the content decides. */
    public record Wishes(SourceFormat format, Charset charset, String sheet) {
        /** The content decides everything. */
        public static final Wishes NONE = new Wishes(null, null, null);
    }

    /**
     * Opens a file and reads it once to hash and recognise it.
     *
     * @param name a path, or {@code -} for standard input, which is copied to a file without a name
     * @throws org.minsheng.base.ProblemException when it is missing, empty, unreadable or in no known encoding
     */
    public static Source open(String name, InputStream standardInput, Wishes wishes) {
        if (name.equals(STANDARD_INPUT)) {
            return spool(name, standardInput, wishes);
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw Problem.of(LoadProblem.FILE_IS_FOLDER).with("file", name).asException();
        }
        if (!Files.exists(path)) {
            throw Problem.of(LoadProblem.FILE_MISSING).with("file", name).asException();
        }
        try {
            if (Files.isRegularFile(path)) {
                return new Source(name, path, null, wishes);
            }
            // A pipe, such as a shell's <(…), can be read once only.
            try (InputStream pipe = Files.newInputStream(path)) {
                return spool(name, pipe, wishes);
            }
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    private static Source spool(String name, InputStream stream, Wishes wishes) {
        UnnamedFile spool = null;
        Source opened = null;
        try {
            spool = UnnamedFile.create();
            stream.transferTo(spool.out());
            opened = new Source(name, null, spool, wishes);
            return opened;
        } catch (IOException failure) {
            throw unreadable(name, failure);
        } finally {
            if (opened == null && spool != null) {
                close(name, spool);
            }
        }
    }

    private static void close(String name, UnnamedFile spool) {
        try {
            spool.close();
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    /** What the user called it: a path or {@code -}. */
    public String name() {
        return name;
    }

    /** SHA-256 of the file's bytes (not of what they unpack to), lower-case hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** The size of the content in bytes, unpacked. */
    long bytes() {
        return bytes;
    }

    public SourceFormat format() {
        return format;
    }

    public Charset charset() {
        return charset;
    }

    /** The sheet that was asked for, or null. */
    public String sheet() {
        return sheet;
    }

    /** The size of the file in bytes, as it lies on the disk. */
    long bytesStored() throws IOException {
        return spool == null ? Files.size(path) : spool.bytes();
    }

    /** The file itself, for a reader that goes about in it (a spreadsheet's); empty for what was spooled. */
    Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    private InputStream bytesOnDisk() throws IOException {
        return spool == null ? Files.newInputStream(path) : spool.in();
    }

    /** Characters of the content, damaged bytes as U+FFFD; at its end the hash has been compared. */
    Reader characters() {
        try {
            InputStream file = verified();
            InputStream content = compressed ? new GZIPInputStream(file, BLOCK_BYTES) : file;
            return new InputStreamReader(
                    new DrainedInputStream(content, file),
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE));
        } catch (IOException failure) {
            throw unreadable(name, failure);
        }
    }

    /** The raw bytes; the hash is compared at their end. */
    InputStream verified() throws IOException {
        return new VerifiedInputStream(bytesOnDisk());
    }

    @Override
    public void close() {
        if (spool != null) {
            close(name, spool);
        }
    }

    static RuntimeException unreadable(String name, IOException failure) {
        return Problem.of(LoadProblem.UNREADABLE)
                .with("file", name)
                .with("cause", String.valueOf(failure.getMessage()))
                .asException(failure);
    }

    private static SourceFormat formatOf(byte[] opening) {
        if (opening.length > 1 && opening[0] == 'P' && opening[1] == 'K') {
            return SourceFormat.XLSX;
        }
        for (byte each : opening) {
            boolean markOrSpace = each < 0 || each <= ' ';
            if (!markOrSpace) {
                return each == '{' ? SourceFormat.NDJSON : separatorOf(opening);
            }
        }
        return separatorOf(opening);
    }

    private static SourceFormat separatorOf(byte[] opening) {
        int commas = 0;
        int tabs = 0;
        for (byte each : opening) {
            if (each == '\n' && commas + tabs > 0) {
                break;
            }
            commas += each == ',' ? 1 : 0;
            tabs += each == '\t' ? 1 : 0;
        }
        return tabs > commas ? SourceFormat.TSV : SourceFormat.CSV;
    }

    private Charset charsetOf(byte[] opening, EncodingProbe probe) {
        if (startsWith(opening, 0xFF, 0xFE) || startsWith(opening, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        if (format == SourceFormat.XLSX || startsWith(opening, 0xEF, 0xBB, 0xBF) || probe.isUtf8()) {
            return StandardCharsets.UTF_8;
        }
        if (probe.isGb18030()) {
            return GB18030;
        }
        throw Problem.of(LoadProblem.ENCODING_UNKNOWN)
                .with("file", name)
                .with("line", probe.firstBadUtf8Line())
                .with("byte", probe.firstBadUtf8Offset())
                .asException();
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int index = 0; index < expected.length; index++) {
            if ((bytes[index] & 0xFF) != expected[index]) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Reads to the end: what follows the last gzip member must be hashed too. */
    private static void drain(InputStream stream) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        int read = 0;
        while (read >= 0) {
            read = stream.read(block);
        }
    }

    /** Hashes what passes, and at the end of the file compares. */
    private final class VerifiedInputStream extends FilterInputStream {
        private final MessageDigest digest = sha256Digest();
        private boolean compared;

        VerifiedInputStream(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            if (count >= 0) {
                digest.update(bytes, from, count);
            } else if (!compared) {
                compared = true;
                if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                    throw Problem.of(LoadProblem.FILE_CHANGED)
                            .with("file", name)
                            .asException();
                }
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    /** A content stream that, when it ends, reads the file below it to its end too. */
    private static final class DrainedInputStream extends FilterInputStream {
        private final InputStream file;

        DrainedInputStream(InputStream content, InputStream file) {
            super(content);
            this.file = file;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            if (count < 0) {
                drain(file);
            }
            return count;
        }
    }
}
