package org.minsheng.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.base.Problem;

/**
 * The signed end of the audit chain, kept outside the database: whoever can rewrite the whole database cannot rewrite
 * the anchor that lies elsewhere.
 *
 * @param installation the installation's id
 * @param head the end of the chain when it was signed
 * @param at when
 */
public record AuditAnchor(String installation, AuditChain.Head head, Instant at) {
    private static final String ALGORITHM = "Ed25519";
    private static final String FOR_ITS_OWNER = "rw-------";
    private static final String FOR_ALL_TO_READ = "rw-r--r--";

    /** Writes the anchor, signed with the key of the folder; the first time the key pair is made (0600). */
    public void write(Path file, Path keys) {
        try {
            Map<String, Object> signed = fields();
            signed.put("signature", Base64.getEncoder().encodeToString(sign(privateKey(keys))));
            replace(file, Json.write(signed) + "\n", FOR_ALL_TO_READ);
        } catch (IOException | GeneralSecurityException e) {
            throw Problem.of(RunProblem.AUDIT_KEY_UNUSABLE).with("path", keys).asException(e);
        }
    }

    /** Whether the audit is still that of which this is an anchor: the same database, whose chain has this seal. */
    public boolean agreesWith(String thatInstallation, AuditChain chain) {
        return installation.equals(thatInstallation)
                && chain.hashAt(head.position()).filter(head.hash()::equals).isPresent();
    }

    /** The file of the public key in a folder of keys: with a copy of it another machine reads the anchors too. */
    public static Path publicKey(Path keys) {
        return keys.resolve("audit.pub");
    }

    /**
     * Reads an anchor and checks its signature.
     *
     * @param publicKey file of the key that belongs to the one which signed
     * @throws org.minsheng.base.ProblemException {@code audit.anchor-invalid} when it is not one, or was changed
     */
    public static AuditAnchor read(Path file, Path publicKey) {
        try {
            Map<String, Object> signed = Json.read(Files.readString(file));
            AuditAnchor anchor = new AuditAnchor(
                    (String) signed.get("installation"),
                    new AuditChain.Head((Long) signed.get("position"), (String) signed.get("hash")),
                    Instant.parse((String) signed.get("at")));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decode(publicKey))));
            check.update(anchor.text());
            if (!check.verify(Base64.getDecoder().decode((String) signed.get("signature")))) {
                throw new GeneralSecurityException("the signature does not fit");
            }
            return anchor;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw Problem.of(RunProblem.AUDIT_ANCHOR_INVALID).with("path", file).asException(e);
        }
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("installation", installation);
        fields.put("position", head.position());
        fields.put("hash", head.hash());
        fields.put("at", at);
        return fields;
    }

    private byte[] text() {
        return Json.write(fields()).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update(text());
        return signature.sign();
    }

    private static PrivateKey privateKey(Path keys) throws IOException, GeneralSecurityException {
        Path file = keys.resolve("audit.key");
        if (Files.notExists(file)) {
            make(keys, file);
        }
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(decode(file)));
    }

    /** One at a time; the private key comes last and whole, so that a pair without it is simply made anew. */
    private static void make(Path keys, Path privateFile) throws IOException, GeneralSecurityException {
        Files.createDirectories(keys);
        try (FileChannel door = FileChannel.open(
                        keys.resolve("audit.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = door.lock()) {
            if (Files.notExists(privateFile) && alone.isValid()) {
                KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                replace(publicKey(keys), encode(pair.getPublic().getEncoded()), FOR_ALL_TO_READ);
                replace(privateFile, encode(pair.getPrivate().getEncoded()), FOR_ITS_OWNER);
            }
        }
    }

    /** Written aside, with its rights, and moved into place: whoever looks finds the old file or the new one. */
    private static void replace(Path file, String text, String rights) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path aside = Files.createTempFile(folder, ".audit-", ".part");
        try {
            Files.writeString(aside, text);
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString(rights));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    private static byte[] decode(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }
}
