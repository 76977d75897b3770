package dev.anchorage.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a launcher that writes down what it is asked to do.
final class LargeBuildTest {
    private static final int FILE_BYTES = 8 << 20;

    @TempDir
    private Path folder = Path.of("unset");

    private Path posts = Path.of("unset");
    private Path index = Path.of("unset");

    @BeforeEach
    void nameTheLauncher() throws IOException {
        Path launcher = folder.resolve("launcher");
        Files.writeString(launcher, "#!/bin/sh\necho $ANCHORAGE_LARGE_BUILD \"$@\" >" + folder + "/asked\nexit 7\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        System.setProperty("anchorage.launcher", launcher.toString());
        posts = Files.createDirectories(folder.resolve("posts"));
        index = folder.resolve("index");
    }

    @AfterEach
    void forgetTheLauncher() {
        System.clearProperty("anchorage.launcher");
    }

    @Test
    void anIndexOfMuchTextIsToBeMadeByAnotherProcess() throws Exception {
        assertEquals(Main.DONE, index(), "nothing is little");
        write(LargeBuild.LEAST_BYTES / FILE_BYTES);
        assertEquals(Main.DONE_BUT, index(), "the index is there, so not all of it may have to be made");
        assertEquals(Main.DONE_BUT, index("--full", "--allow-shrink"), "so much is still little");
        write(LargeBuild.LEAST_BYTES / FILE_BYTES + 1);
        assertEquals(LargeBuild.TO_BE_HANDED_OVER, index("--full"));
        assertEquals(
                Main.DONE_BUT,
                index("--full", "--allow-shrink", "--exclude=post0.md"),
                "what isn't read doesn't count");
        index = folder.resolve("another");
        assertEquals(LargeBuild.TO_BE_HANDED_OVER, index());
        System.setProperty("anchorage.launcher", folder.resolve("none").toString());
        assertEquals(Main.DONE_BUT, index(), "nobody could be asked");
    }

    @Test
    void theLauncherGetsTheLineAndItsExitCodeCounts() throws Exception {
        assertFalse(Files.exists(folder.resolve("asked")));
        assertEquals(7, LargeBuild.handOver("index", "--posts", "a b"));
        assertEquals("yes index --posts a b\n", Files.readString(folder.resolve("asked")));
    }

    private int index(String... options) {
        String[] line = new String[options.length + 3];
        line[0] = "index";
        line[1] = "--posts=" + posts;
        line[2] = "--index=" + index;
        System.arraycopy(options, 0, line, 3, options.length);
        return Cli.run(line).exitCode();
    }

    /// Files that say nothing, and take no room.
    private void write(long count) throws IOException {
        for (int i = 0; i < count; i++) {
            try (RandomAccessFile file =
                    new RandomAccessFile(posts.resolve("post" + i + ".md").toFile(), "rw")) {
                file.setLength(FILE_BYTES);
            }
        }
    }
}
