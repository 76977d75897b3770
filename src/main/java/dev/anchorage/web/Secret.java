package dev.anchorage.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A secret that the owner shares with a program. It is compared in constant time and never shown, not even by
/// `toString`.
public final class Secret {
    private final byte[] bytes;

    /// @param text  not blank
    /// @throws IllegalArgumentException when there is nothing secret about it
    public Secret(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /// Whether somebody knows the secret; the time taken tells neither where the two differ nor how long it is.
    boolean is(String given) {
        return MessageDigest.isEqual(sha256(bytes), sha256(given.getBytes(StandardCharsets.UTF_8)));
    }

    /// HMAC-SHA256 of a message under this secret.
    byte[] sign(byte[] message) {
        return signer().doFinal(message);
    }

    /// The same for a message that comes in parts.
    Mac signer() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
