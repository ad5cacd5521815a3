package org.minsheng.cli.survival;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.db.ConnectionSettings;

/**
 * Stands between a command and the server, and can hold each of its sessions at the point where it is in no transaction:
 * a worker that is paused there is paused between two buckets.
 */
final class ServerProxy implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int BUFFER_BYTES = 1 << 16;

    private final ConnectionSettings target;
    private final String lockTimeout;
    private final ServerSocket door;
    private final List<Socket> sockets = new ArrayList<>();
    private boolean holding;
    private int held;

    /**
     * @param lockTimeout what a session's {@code lock_timeout} is to be instead of our 60s; of three characters
     */
    ServerProxy(ConnectionSettings target, String lockTimeout) throws IOException {
        this.target = target;
        this.lockTimeout = lockTimeout;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** The way to the database through this proxy. */
    ConnectionSettings settings() {
        return new ConnectionSettings(
                "127.0.0.1", door.getLocalPort(), target.database(), target.user(), target.password(), "a proxy");
    }

    /** Holds each session when it is about to begin a transaction. */
    synchronized void hold() {
        holding = true;
    }

    /** How many sessions are held. */
    synchronized int held() {
        return held;
    }

    /** Lets all go on. */
    synchronized void release() {
        holding = false;
        notifyAll();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = remembered(door.accept());
            Socket server = remembered(new Socket(target.host(), target.port()));
            Session session = new Session();
            start(() -> {
                try (client;
                        server) {
                    session.toServer(client, server);
                }
            });
            start(() -> {
                try (client;
                        server) {
                    session.toClient(server, client);
                }
            });
        }
    }

    private synchronized Socket remembered(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private synchronized void passOrWait(Session session) throws InterruptedException {
        if (holding && session.idle) {
            held++;
            while (holding) {
                wait();
            }
            held--;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        release();
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One connection; the server tells after each answer whether a transaction is open. */
    private final class Session {
        private volatile boolean idle;

        void toServer(Socket client, Socket server) throws IOException, InterruptedException {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = server.getOutputStream();
            out.write(startup(in, client.getOutputStream()));
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passOrWait(this);
                out.write(buffer, 0, read);
            }
        }

        private byte[] startup(DataInputStream in, OutputStream answer) throws IOException {
            byte[] packet = packet(in);
            while (new DataInputStream(new ByteArrayInputStream(packet, 4, 4)).readInt() == SSL_REQUEST) {
                answer.write('N');
                packet = packet(in);
            }
            String text = new String(packet, StandardCharsets.ISO_8859_1);
            return text.replace("lock_timeout=60s", "lock_timeout=" + lockTimeout)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }

        /** A packet before the first message: its length, itself included, comes first. */
        private byte[] packet(DataInputStream in) throws IOException {
            int length = in.readInt();
            byte[] packet = new byte[length];
            packet[2] = (byte) (length >> 8);
            packet[3] = (byte) length;
            in.readFully(packet, 4, length - 4);
            return packet;
        }

        void toClient(Socket server, Socket client) throws IOException {
            DataInputStream in = new DataInputStream(buffered(server.getInputStream()));
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(client.getOutputStream(), BUFFER_BYTES));
            for (int type = in.read(); type >= 0; type = in.read()) {
                int length = in.readInt();
                byte[] body = new byte[length - 4];
                in.readFully(body);
                if (type == 'Z') {
                    idle = body[0] == 'I';
                }
                out.write(type);
                out.writeInt(length);
                out.write(body);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        }
    }

    private static InputStream buffered(InputStream in) {
        return new BufferedInputStream(in, BUFFER_BYTES);
    }

    /** Work that may end because a socket was closed. */
    private interface Pumping {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Pumping pumping) {
        Thread thread = new Thread(() -> pump(pumping), "server-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void pump(Pumping pumping) {
        try {
            pumping.run();
        } catch (IOException gone) {
            // One side has left, and both sockets are closed: that is how every session ends.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
