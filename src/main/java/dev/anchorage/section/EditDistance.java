package dev.anchorage.section;

/// Levenshtein's distance, of the first 100 characters.
final class EditDistance {
    private static final int LONGEST = 100;

    private EditDistance() {}

    static int between(String one, String other) {
        int width = Math.min(other.length(), LONGEST);
        int[] above = new int[width + 1];
        for (int j = 0; j <= width; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= Math.min(one.length(), LONGEST); i++) {
            int[] row = new int[width + 1];
            row[0] = i;
            for (int j = 1; j <= width; j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[width];
    }
}
