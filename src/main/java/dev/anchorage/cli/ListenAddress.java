package dev.anchorage.cli;

import java.net.InetSocketAddress;

/// A host and a port, as `127.0.0.1:8080`, `[::1]:8080` or `:8080` (every address of this machine).
record ListenAddress(String host, int port) {

    static ListenAddress parse(String text) throws SettingsException {
        return parse("--listen", text);
    }

    /// @param option  the name to use in an error
    static ListenAddress parse(String option, String text) throws SettingsException {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        String port = text.substring(colon + 1);
        boolean isNumber = !port.isEmpty() && port.length() <= 5 && port.chars().allMatch(c -> c >= '0' && c <= '9');
        if (colon < 0 || !isNumber || Integer.parseInt(port) > 65_535) {
            throw new SettingsException(option + " is \"" + text + "\", expected HOST:PORT such as 127.0.0.1:8080");
        }
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return new ListenAddress(bare.isEmpty() ? "0.0.0.0" : bare, Integer.parseInt(port));
    }

    /// The address of a listener as a URL.
    static String url(InetSocketAddress address) {
        String host = address.getHostString();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + "/";
    }
}
