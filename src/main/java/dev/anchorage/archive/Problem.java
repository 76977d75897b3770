package dev.anchorage.archive;

/// Something wrong with one source file, worth a line in a report.
///
/// @param path  of the source file, relative to the archive, with `/`
/// @param line  1-based line in the file, or 0 when the problem belongs to the file as a whole
/// @param message  one sentence without the place: what was found and, where it helps, what was expected or what to do
public record Problem(String path, int line, String message) {
    public Problem {
        if (line < 0) {
            throw new IllegalArgumentException("line " + line + " of " + path + " is negative");
        }
    }

    /// `path:line: message`, or `path: message` when the line is unknown.
    @Override
    public String toString() {
        return line == 0 ? path + ": " + message : path + ":" + line + ": " + message;
    }
}
