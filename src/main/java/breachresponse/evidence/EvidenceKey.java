package breachresponse.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of this installation, with which it signs what it hands out as evidence: Ed25519 (RFC
 * 8032), in PEM.
 */
@Component
public class EvidenceKey {

  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private final PrivateKey privateKey;
  private final String publicPem;
  private final String id;

  /**
   * @param given the private key itself, PKCS #8 in PEM as {@code openssl genpkey -algorithm
   *     ed25519} writes it, in one line or many; empty: that of the file
   * @param file of the private key; empty: {@code evidence-key.pem} in the data folder. It is made
   *     if it is missing, for the server's account alone
   * @throws IllegalStateException if it is no such key
   */
  EvidenceKey(
      @Value("${breach.evidence.key:}") String given,
      @Value("${breach.evidence.key-file:}") String file,
      @Value("${breach.data-dir}") Path dataDir) {
    var path = file.isBlank() ? dataDir.resolve("evidence-key.pem") : Path.of(file);
    var pem = given.isBlank() ? read(path) : given;
    try {
      privateKey =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes(pem)));
      var publicKey = publicKeyOf(privateKey);
      publicPem = pem(PUBLIC, publicKey);
      id = Sha256.of(publicKey.getEncoded());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "breach.evidence.key: this is no Ed25519 key in PEM, make one with: openssl genpkey -algorithm ed25519",
          e);
    }
  }

  /** SHA-256 in hex of the public key in DER. */
  String id() {
    return id;
  }

  String publicPem() {
    return publicPem;
  }

  byte[] sign(byte[] content) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(privateKey);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the key in the PEM has signed it. */
  static boolean hasSigned(String publicPem, byte[] content, byte[] signature) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(bytes(publicPem))));
      verifier.update(content);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The JDK makes a key pair of 32 random bytes, which here are those of the private key. */
  private static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
    var seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
    var pairs = KeyPairGenerator.getInstance("Ed25519");
    pairs.initialize(
        NamedParameterSpec.ED25519,
        new SecureRandom() {
          @Override
          public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
          }
        });
    return pairs.generateKeyPair().getPublic();
  }

  private static String read(Path path) {
    try {
      if (Files.notExists(path)) {
        make(path);
      }
      return Files.readString(path, US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void make(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    try (var file = Files.newByteChannel(path, Set.of(CREATE_NEW, WRITE), ownersAlone())) {
      file.write(US_ASCII.encode(pem(PRIVATE, newKey())));
    } catch (FileAlreadyExistsException anotherNodeMadeIt) {
      // its key is the one
    }
  }

  private static FileAttribute<?>[] ownersAlone() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static PrivateKey newKey() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String pem(String kind, Key key) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(kind, Base64.getEncoder().encodeToString(key.getEncoded()));
  }

  private static byte[] bytes(String pem) {
    return Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
  }
}
