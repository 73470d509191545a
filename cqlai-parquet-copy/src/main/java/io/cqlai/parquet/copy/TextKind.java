package io.cqlai.parquet.copy;

/** Any text in single quotes that is not blank; the value is the text as it stands. */
record TextKind(String expected) implements OptionKind {

  @Override
  public Object parse(RawValue raw) throws RefusedValue {
    String text = raw.quotedText();
    if (text.isBlank()) {
      throw RefusedValue.wrong(null);
    }
    return text;
  }
}
