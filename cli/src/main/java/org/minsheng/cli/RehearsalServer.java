package org.minsheng.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.minsheng.db.Migrations;

/**
 * A stand-in for PostgreSQL in the rehearsal of {@link WarmUp}: it speaks just enough of the protocol for the driver to
 * log in with a password and to get one value for each question. It has no data, and serves this process only.
 */
final class RehearsalServer implements AutoCloseable {
    /** The password of its only login. */
    static final String PASSWORD = "rehearsal";

    private static final int SSL_REQUEST = 80877103;
    private static final int SCRAM_START = 10;
    private static final int SCRAM_CONTINUE = 11;
    private static final int SCRAM_FINAL = 12;
    private static final int TEXT_OID = 25;
    private static final int ROUNDS = 4096;
    private static final int KEY_BITS = 256;

    /** A conversation that stands still is ended: nobody would notice that the rehearsal hangs. */
    private static final int PATIENCE_MILLIS = 10_000;

    private static final byte[] SALT = "rehearsal-salt-0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;

    RehearsalServer() throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "rehearsal-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                new Conversation(connection).hold();
            } catch (IOException | GeneralSecurityException e) {
                // The rehearsal only loads classes: a conversation that breaks off has done that as well.
            }
        }
    }

    /** One connection. */
    private static final class Conversation {
        private final DataInputStream in;
        private final DataOutputStream out;
        private String question = "";

        Conversation(Socket connection) throws IOException {
            connection.setSoTimeout(PATIENCE_MILLIS);
            in = new DataInputStream(connection.getInputStream());
            out = new DataOutputStream(connection.getOutputStream());
        }

        void hold() throws IOException, GeneralSecurityException {
            int length = in.readInt();
            if (in.readInt() == SSL_REQUEST) {
                out.writeByte('N');
                out.flush();
                length = in.readInt();
                in.readInt();
            }
            in.readNBytes(length - 8);
            authenticate();
            for (String parameter : new String[] {
                "server_version\00018.0",
                "client_encoding\0UTF8",
                "DateStyle\0ISO, MDY",
                "TimeZone\0Asia/Shanghai",
                "standard_conforming_strings\0on",
                "integer_datetimes\0on"
            }) {
                send('S', parameter + "\0");
            }
            send('K', "\0\0\0\1\0\0\0\1");
            send('Z', "I");
            out.flush();
            for (int type = in.read(); type >= 0 && type != 'X'; type = in.read()) {
                byte[] body = in.readNBytes(in.readInt() - 4);
                answer((char) type, new String(body, StandardCharsets.UTF_8));
            }
        }

        private void authenticate() throws IOException, GeneralSecurityException {
            sendAuthentication(SCRAM_START, "SCRAM-SHA-256\0\0");
            String first = response();
            String bare = first.substring(first.indexOf("n,,") + 3);
            String nonce = bare.substring(bare.indexOf("r=") + 2) + "x";
            String serverFirst = "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(SALT) + ",i=" + ROUNDS;
            sendAuthentication(SCRAM_CONTINUE, serverFirst);
            String last = response();
            String message = bare + "," + serverFirst + "," + last.substring(0, last.lastIndexOf(",p="));
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), SALT, ROUNDS, KEY_BITS))
                    .getEncoded();
            byte[] signature = hmac(hmac(salted, "Server Key"), message);
            sendAuthentication(SCRAM_FINAL, "v=" + Base64.getEncoder().encodeToString(signature));
            sendAuthentication(0, "");
        }

        private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        }

        private String response() throws IOException {
            out.flush();
            in.read();
            return new String(in.readNBytes(in.readInt() - 4), StandardCharsets.UTF_8);
        }

        private void sendAuthentication(int code, String text) throws IOException {
            send('R', new String(new char[] {0, 0, 0, (char) code}) + text);
        }

        private void answer(char type, String body) throws IOException {
            switch (type) {
                case 'P' -> {
                    question = body;
                    send('1', "");
                }
                case 'B' -> send('2', "");
                case 'D' -> describe();
                case 'E' -> execute();
                case 'C' -> send('3', "");
                case 'S' -> {
                    send('Z', "I");
                    out.flush();
                }
                case 'Q' -> {
                    question = body;
                    if (isQuestion()) {
                        describe();
                    }
                    execute();
                    send('Z', "I");
                    out.flush();
                }
                default -> out.flush();
            }
        }

        private void describe() throws IOException {
            if (!isQuestion()) {
                send('n', "");
                return;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream row = new DataOutputStream(bytes);
            row.writeShort(1);
            row.writeBytes("value\0");
            row.writeInt(0);
            row.writeShort(0);
            row.writeInt(TEXT_OID);
            row.writeShort(-1);
            row.writeInt(-1);
            row.writeShort(0);
            send('T', bytes.toByteArray());
        }

        /** Whether the schema is there: yes; its version: ours; anything else: the same. */
        private void execute() throws IOException {
            if (isQuestion()) {
                String value = question.contains("to_regclass") ? "t" : Integer.toString(Migrations.NEWEST);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream row = new DataOutputStream(bytes);
                row.writeShort(1);
                row.writeInt(value.length());
                row.writeBytes(value);
                send('D', bytes.toByteArray());
            }
            send('C', "SELECT 1\0");
        }

        private boolean isQuestion() {
            return question.contains("SELECT");
        }

        private void send(char type, String text) throws IOException {
            send(type, text.getBytes(StandardCharsets.UTF_8));
        }

        private void send(char type, byte[] body) throws IOException {
            out.writeByte(type);
            out.writeInt(body.length + 4);
            out.write(body);
        }
    }
}
