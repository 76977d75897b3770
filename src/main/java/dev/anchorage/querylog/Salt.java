package dev.anchorage.querylog;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns a client's address into a number that says nothing once this object is gone.
final class Salt {
    private static final String KIND = "HmacSHA256";

    private final Mac mac;

    Salt() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        try {
            mac = Mac.getInstance(KIND);
            mac.init(new SecretKeySpec(secret, KIND));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has " + KIND, absent);
        }
    }

    /// The same number for the same address. Not thread-safe.
    long of(byte[] address) {
        return ByteBuffer.wrap(mac.doFinal(address)).getLong();
    }
}
