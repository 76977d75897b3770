package dev.anchorage.post;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The path of a source file taken apart.
///
/// @param folder  without slashes at its ends; empty for the root
/// @param stem  the file name without its extension
/// @param extension  with its dot
record SitePath(String folder, String stem, String extension) {
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}[-_ ]?(.*)");

    static SitePath of(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return new SitePath(slash < 0 ? "" : path.substring(0, slash), name.substring(0, end), name.substring(end));
    }

    /// Counted from the first of these folders that the path begins with; for archives whose configuration isn't known.
    static SitePath of(String path, List<String> roots) {
        for (String root : roots) {
            if (path.startsWith(root + "/")) {
                return of(path.substring(root.length() + 1));
            }
        }
        return of(path);
    }

    boolean isIndex() {
        return stem.equals("index");
    }

    /// `folder/stem`, or only the folder for an index.
    String page() {
        return isIndex() ? folder : join(folder, stem);
    }

    /// The page's own name: the stem, or for an index the last folder.
    String name() {
        return isIndex() ? lastOf(folder) : stem;
    }

    /// What lies around the page: the folder, or for an index the folder around that.
    String parent() {
        return isIndex() ? folder.substring(0, Math.max(0, folder.lastIndexOf('/'))) : folder;
    }

    /// The first folder, or nothing.
    String section() {
        int slash = folder.indexOf('/');
        return slash < 0 ? folder : folder.substring(0, slash);
    }

    SitePath withStem(String newStem) {
        return new SitePath(folder, newStem, extension);
    }

    SitePath withFolder(String newFolder) {
        return new SitePath(newFolder, stem, extension);
    }

    static String lastOf(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    /// A name without the date before it; a name that is nothing but a date stays.
    static String withoutDate(String name) {
        Matcher m = DATED.matcher(name);
        return m.matches() && !m.group(1).isEmpty() ? m.group(1) : name;
    }

    static String join(String... parts) {
        return String.join(
                "/", List.of(parts).stream().filter(p -> !p.isEmpty()).toList());
    }
}
