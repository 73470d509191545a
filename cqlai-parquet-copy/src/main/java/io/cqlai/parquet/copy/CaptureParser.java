package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;
import java.util.EnumSet;
import java.util.Locale;
import javax.annotation.Nullable;

/** Reads a CAPTURE; the word CAPTURE has been taken. */
final class CaptureParser {

  private final TokenReader reader;
  private final EnumSet<CaptureMode> modes = EnumSet.noneOf(CaptureMode.class);

  CaptureParser(TokenReader reader) {
    this.reader = reader;
  }

  CaptureStatement parse() {
    refuseStream();
    if (reader.peek().isSymbol(';')) {
      return new CaptureStatus();
    }
    reader.wish(Wanted.WORD, "OFF");
    if (reader.peek().isWord("OFF")) {
      reader.next();
      return new CaptureOff();
    }
    boolean bare = reader.peek().is(Token.Kind.END);
    readModes();
    Token format = format();
    if (bare) {
      reader.wish(Wanted.PATH);
      return new CaptureStatus();
    }
    String target = new PathReader(reader).captured();
    reader.wish(Wanted.WORD, "WITH");
    boolean with = reader.peek().isWord("WITH");
    if (with) {
      reader.next();
    }
    Options options = OptionReader.readLoose(reader, format, with);
    OptionConflicts.checkCapture(reader, options);
    refuseRest(options);
    return new CaptureStart(target, modes, options);
  }

  private void readModes() {
    while (true) {
      for (CaptureMode mode : CaptureMode.values()) {
        if (!modes.contains(mode)) {
          reader.wish(Wanted.WORD, mode.name());
        }
      }
      CaptureMode mode = modeOf(reader.peek());
      if (mode == null) {
        return;
      }
      if (!modes.add(mode)) {
        throw reader.fail(
            reader.peek(),
            StatementCode.GIVEN_TWICE,
            mode + " is given twice",
            null,
            "keep one of them");
      }
      reader.next();
    }
  }

  @Nullable
  private static CaptureMode modeOf(Token token) {
    for (CaptureMode mode : CaptureMode.values()) {
      if (token.isWord(mode.name())) {
        return mode;
      }
    }
    return null;
  }

  /** The word before the path that names the format, or null where none stands there. */
  @Nullable
  private Token format() {
    reader.wish(Wanted.WORD, CopyOption.FORMAT.choices().toArray(String[]::new));
    boolean word = reader.peek().is(Token.Kind.WORD);
    return word && startsPath(reader.peek(1)) ? reader.next() : null;
  }

  private static boolean startsPath(Token token) {
    return token.is(Token.Kind.STRING);
  }

  private void refuseStream() {
    if (reader.peek().isWord("STREAM")) {
      throw reader.fail(
          reader.place(reader.previous(), reader.peek()),
          StatementCode.NOT_SUPPORTED,
          "CAPTURE STREAM is not supported by this version",
          "CAPTURE with a path",
          null);
    }
  }

  private void refuseRest(Options options) {
    Token token = reader.peek();
    if (token.isSymbol(';') || token.is(Token.Kind.END)) {
      return;
    }
    String hint = null;
    if (token.isSymbol(',') && !options.asMap().isEmpty()) {
      hint = "put AND or nothing between options";
    } else if (modeOf(token) != null) {
      hint = "write " + token.value().toUpperCase(Locale.ROOT) + " before the path";
    }
    throw reader.unexpected("an option or the end of the statement", hint);
  }
}
