package io.cqlai.parquet.copy;

/** One character in single quotes, none of letters, digits and line breaks; the value is text. */
final class CharacterKind implements OptionKind {

  @Override
  public Object parse(RawValue raw) throws RefusedValue {
    String text = raw.quotedText().equals("\\t") ? "\t" : raw.text();
    if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || isLineEnd(text)) {
      throw RefusedValue.wrong(null);
    }
    return text;
  }

  private static boolean isLineEnd(String text) {
    return text.equals("\n") || text.equals("\r");
  }

  @Override
  public String expected() {
    return "one character in single quotes, no letter and no digit, or '\\t' for a tab";
  }
}
