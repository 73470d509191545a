package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;
import io.cqlai.parquet.copy.OptionKind.RawValue;
import io.cqlai.parquet.copy.Token.Kind;

/** Reads the value of one option. */
final class OptionValueReader {

  private OptionValueReader() {}

  /**
   * Reads the value behind the equals sign.
   *
   * @param shown how messages name the option
   */
  static OptionValue read(TokenReader reader, CopyOption option, String shown) {
    reader.wish(
        Wanted.VALUE,
        option.choices().stream().map(choice -> "'" + choice + "'").toArray(String[]::new));
    Token first = reader.peek();
    RawValue raw = rawValue(reader, option, shown);
    return parse(reader, option, shown, raw, reader.place(first, reader.previous()));
  }

  /** Reads a value that stands without the option's name. */
  static OptionValue parse(TokenReader reader, CopyOption option, Token value) {
    RawValue raw = new RawValue(value.value(), false);
    return parse(reader, option, option.name(), raw, reader.place(value));
  }

  private static OptionValue parse(
      TokenReader reader, CopyOption option, String shown, RawValue raw, Place place) {
    try {
      return new OptionValue(option.kind().parse(raw), place);
    } catch (RefusedValue refused) {
      String written = raw.quoted() ? Shown.value(raw.text()) : Shown.text(raw.text());
      String reason = refused.reason().isEmpty() ? "" : ": " + refused.reason();
      throw reader.fail(
          place,
          refused.code(),
          shown + " cannot be " + written + reason,
          option.valueText(),
          refused.hint());
    }
  }

  private static RawValue rawValue(TokenReader reader, CopyOption option, String shown) {
    Token token = reader.peek();
    Token after = reader.peek(1);
    if (token.is(Kind.STRING)) {
      return new RawValue(reader.next().value(), true);
    }
    if (token.is(Kind.WORD) || token.is(Kind.NUMBER)) {
      return new RawValue(reader.next().value(), false);
    }
    if (token.isSymbol('-') && after.is(Kind.NUMBER) && after.start() == token.end()) {
      reader.next();
      return new RawValue("-" + reader.next().value(), false);
    }
    boolean atEnd = token.is(Kind.END) || token.isSymbol(';');
    throw reader.unexpected(
        "a value for " + shown + ": " + option.valueText(),
        atEnd ? null : "put the value in single quotes");
  }
}
