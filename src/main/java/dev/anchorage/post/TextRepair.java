package dev.anchorage.post;

/// Repairs text in which UTF-8 had been taken for Mac Roman or windows-1252, once or several times over, wholly or in
/// parts: `didn‚Äôt` and `didnâ€™t` become `didn’t`. Right text stays as it is, in any language.
///
/// Thread-safe; text that is all ASCII costs one look at each character.
public final class TextRepair {
    private static final int MAX_ROUNDS = 3;

    private TextRepair() {}

    /// The repaired text; the same object when there was nothing to repair.
    public static String repair(String text) {
        String repaired = text;
        for (int round = 0; round < MAX_ROUNDS && !isAscii(repaired); round++) {
            String before = repaired;
            repaired = new MojibakeScan(repaired, Misreading.WINDOWS_1252).repaired();
            repaired = new MojibakeScan(repaired, Misreading.MAC_ROMAN).repaired();
            if (repaired.equals(before)) {
                break;
            }
        }
        return repaired.equals(text) ? text : repaired;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
