package io.cqlai.parquet.copy;

/** Any text in single quotes that is not blank; the value is the text as it stands. */
final class TextKind implements OptionKind {

  private final String expected;

  TextKind(String expected) {
    this.expected = expected;
  }

  @Override
  public Object parse(RawValue raw) throws RefusedValue {
    if (!raw.quoted()) {
      throw RefusedValue.wrong("put the value in single quotes");
    }
    if (raw.text().isBlank()) {
      throw RefusedValue.wrong(null);
    }
    return raw.text();
  }

  @Override
  public String expected() {
    return expected;
  }
}
