package dev.anchorage.web;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// What stands for a client: an IPv4 address, or the /64 that an IPv6 address is from.
///
/// @param length  of the address, in bytes
/// @param bits  the first eight bytes of the address
record ClientPrefix(int length, long bits) {
    private static final int PREFIX_BYTES = 8;

    static ClientPrefix of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new ClientPrefix(
                bytes.length,
                ByteBuffer.wrap(Arrays.copyOf(bytes, PREFIX_BYTES)).getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(PREFIX_BYTES + 1)
                .put((byte) length)
                .putLong(bits)
                .array();
    }
}
