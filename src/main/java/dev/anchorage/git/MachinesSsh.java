package dev.anchorage.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/// Reaches hosts by the machine's own `ssh`, so that its keys, agent and known hosts count. It never asks anything.
final class MachinesSsh extends SshSessionFactory {

    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider credentials, FS fs, int connectMillis) {
        return new Session(command(uri, connectMillis));
    }

    /// The command but for what is to be run at the other end.
    static List<String> command(URIish uri, int connectMillis) {
        List<String> command = new ArrayList<>(List.of("ssh", "-o", "BatchMode=yes"));
        if (connectMillis > 0) {
            command.addAll(List.of("-o", "ConnectTimeout=" + Math.max(1, connectMillis / 1_000)));
        }
        if (uri.getPort() > 0) {
            command.addAll(List.of("-p", Integer.toString(uri.getPort())));
        }
        String user = uri.getUser();
        command.addAll(List.of("--", user == null ? uri.getHost() : user + "@" + uri.getHost()));
        return command;
    }

    @Override
    public String getType() {
        return "ssh";
    }

    private record Session(List<String> command) implements RemoteSession {
        @Override
        public Process exec(String remoteCommand, int timeoutSeconds) throws IOException {
            List<String> whole = new ArrayList<>(command);
            whole.add(remoteCommand);
            try {
                return new ProcessBuilder(whole).start();
            } catch (IOException absent) {
                throw new TransportException("ssh can't be run on this machine", absent);
            }
        }

        @Override
        public void disconnect() {
            // The process ends with its streams.
        }
    }
}
