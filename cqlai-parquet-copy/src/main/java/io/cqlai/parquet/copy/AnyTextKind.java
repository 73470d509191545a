package io.cqlai.parquet.copy;

/** Any text in single quotes, none at all included; the value is the text as it stands. */
record AnyTextKind(String expected) implements OptionKind {

  @Override
  public Object parse(RawValue raw) throws RefusedValue {
    return raw.quotedText();
  }
}
