package dev.anchorage.post;

/// Names the lines of a text that were once read in a wrong encoding.
final class MangledLines {
    private MangledLines() {}

    static void name(String text, Findings findings) {
        if (TextRepair.repair(text).equals(text)) {
            return;
        }
        int number = 0;
        int first = 0;
        int count = 0;
        String example = "";
        for (String line : text.split("\n", -1)) {
            number++;
            String repaired = TextRepair.repair(line);
            if (!repaired.equals(line)) {
                count++;
                first = first == 0 ? number : first;
                example = example.isEmpty() ? example(line, repaired) : example;
            }
        }
        if (count > 0) {
            String more = count == 1 ? "" : " (and " + (count - 1) + " more lines)";
            findings.add(
                    first,
                    "the text was once read in a wrong encoding, " + example + ", and is repaired for search" + more);
        }
    }

    /// The word around the first difference, before and after.
    private static String example(String line, String repaired) {
        int from = 0;
        while (from < Math.min(line.length(), repaired.length()) && line.charAt(from) == repaired.charAt(from)) {
            from++;
        }
        int start = Math.max(0, line.lastIndexOf(' ', Math.max(0, from - 1)) + 1);
        return Findings.quoted(word(line, start)) + " for " + Findings.quoted(word(repaired, start));
    }

    private static String word(String line, int start) {
        int end = line.indexOf(' ', start);
        return end < 0 ? line.substring(Math.min(start, line.length())) : line.substring(start, end);
    }
}
