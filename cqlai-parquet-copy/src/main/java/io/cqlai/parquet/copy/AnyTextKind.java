package io.cqlai.parquet.copy;

/** Any text in single quotes, none at all included; the value is the text as it stands. */
final class AnyTextKind implements OptionKind {

  private final String expected;

  AnyTextKind(String expected) {
    this.expected = expected;
  }

  @Override
  public Object parse(RawValue raw) throws RefusedValue {
    if (!raw.quoted()) {
      throw RefusedValue.wrong("put the value in single quotes");
    }
    return raw.text();
  }

  @Override
  public String expected() {
    return expected;
  }
}
