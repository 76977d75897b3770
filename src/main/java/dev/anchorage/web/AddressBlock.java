package dev.anchorage.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses that begin with the same bits, such as `10.0.0.0/8` or `::1`.
///
/// @param bits  how many bits of the address count
public record AddressBlock(InetAddress address, int bits) {
    private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /// Reads an address with or without a number of bits.
    ///
    /// @throws IllegalArgumentException with a sentence when the text is neither
    public static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
        String bits = slash < 0 ? "" : text.substring(slash + 1);
        if (address == null || !(slash < 0 || bits.matches("\\d{1,3}"))) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no address, expected one such as 10.0.0.0/8, 192.0.2.7 or ::1");
        }
        int all = address.getAddress().length * 8;
        int count = slash < 0 ? all : Integer.parseInt(bits);
        if (count > all) {
            throw new IllegalArgumentException("\"" + text + "\" has more bits than an address has");
        }
        return new AddressBlock(address, count);
    }

    /// An address as it is written; null when the text is none. Never asks a name server.
    static @Nullable InetAddress literal(String text) {
        try {
            return FOUR.matcher(text).matches() || SIX.matcher(text).matches() ? InetAddress.getByName(text) : null;
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }

    boolean contains(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] bytes = other.getAddress();
        if (own.length != bytes.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((own[i / 8] & mask) != (bytes[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
