package org.minsheng.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file, readable by its owner only, that is open and has no name any more: it is gone however the process
 * ends. Written once from its begin, read as often as one likes.
 */
final class UnnamedFile implements AutoCloseable {
    private final FileChannel channel;

    private UnnamedFile(FileChannel channel) {
        this.channel = channel;
    }

    /** An empty one in the folder of temporary files. */
    static UnnamedFile create() throws IOException {
        Path named = Files.createTempFile("minsheng-", ".tmp");
        return new UnnamedFile(FileChannel.open(
                named, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Writes behind what was written before. */
    OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    long bytes() throws IOException {
        return channel.size();
    }

    /** Reads from the begin; closing it leaves the file open. */
    InputStream in() {
        return new BlockStream() {
            private long position;

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = channel.read(ByteBuffer.wrap(bytes, from, length), position);
                position += Math.max(count, 0);
                return count;
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
