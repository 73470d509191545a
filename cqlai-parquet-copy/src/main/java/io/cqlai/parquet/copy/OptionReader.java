package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;
import io.cqlai.parquet.copy.Token.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** Reads what follows WITH: {@code name = value AND name = value …}. */
final class OptionReader {

  private final TokenReader reader;
  private final Direction direction;
  private final Map<CopyOption, OptionValue> values = new LinkedHashMap<>();
  private final Map<CopyOption, String> written = new EnumMap<>(CopyOption.class);

  private OptionReader(TokenReader reader, Direction direction) {
    this.reader = reader;
    this.direction = direction;
  }

  /** Reads all options; the word WITH has been taken. */
  static Options read(TokenReader reader, Direction direction) {
    OptionReader options = new OptionReader(reader, direction);
    do {
      options.readOne();
    } while (reader.takeWord("AND"));
    return Options.of(options.values);
  }

  /**
   * Reads the options of a CAPTURE, where WITH and AND may be left out.
   *
   * @param format the word that named the format already, or null
   * @param needed whether an option has to follow
   */
  static Options readLoose(TokenReader reader, @Nullable Token format, boolean needed) {
    OptionReader options = new OptionReader(reader, Direction.CAPTURE);
    if (format != null) {
      options.take(CopyOption.FORMAT, format);
    }
    options.wishNames();
    boolean another = needed || reader.peek().is(Kind.WORD) && reader.peek(1).isSymbol('=');
    while (another) {
      options.readOne();
      options.wishNames();
      another = reader.takeWord("AND") || reader.peek().is(Kind.WORD);
    }
    return Options.of(options.values);
  }

  private void take(CopyOption option, Token value) {
    values.put(option, OptionValueReader.parse(reader, option, value));
    written.put(option, option.name());
  }

  private void readOne() {
    wishNames();
    boolean where = reader.peek().isWord("WHERE") && !reader.peek(1).isSymbol('=');
    if (where || !reader.peek().is(Kind.WORD)) {
      String hint = where ? "write WHERE without WITH or AND before it" : null;
      throw reader.unexpected("the name of an option", hint);
    }
    Token name = reader.next();
    CopyOption option = resolve(name);
    if (!reader.takeSymbol('=')) {
      throw reader.unexpected("\"=\" and a value for " + upper(name), null);
    }
    values.put(option, OptionValueReader.read(reader, option, shown(option, name)));
  }

  private void wishNames() {
    for (CopyOption option : CopyOption.values()) {
      if (option.directions().contains(direction) && !written.containsKey(option)) {
        reader.wish(Wanted.WORD, option.name());
      }
    }
  }

  private CopyOption resolve(Token name) {
    RefusedOption.named(name.value())
        .ifPresent(
            known -> {
              String problem = known.name() + " " + known.reason();
              throw refuse(name, StatementCode.OPTION_REFUSED, problem, known.remedy());
            });
    CopyOption option = CopyOption.named(name.value()).orElseThrow(() -> unknown(name));
    if (!option.directions().contains(direction)) {
      String others =
          option.directions().stream()
              .map(Direction::toString)
              .collect(Collectors.joining(" and "));
      String problem = shown(option, name) + " is an option of " + others + ", not of " + direction;
      throw refuse(name, StatementCode.OPTION_NOT_APPLICABLE, problem, "leave it out");
    }
    String before = written.put(option, upper(name));
    if (before != null) {
      String same = before.equals(upper(name)) ? "" : ": " + before + " means the same";
      String problem = shown(option, name) + " is given twice" + same;
      throw refuse(name, StatementCode.GIVEN_TWICE, problem, "keep one of them");
    }
    return option;
  }

  private StatementException refuse(Token name, StatementCode code, String problem, String remedy) {
    return reader.fail(name, code, problem, null, remedy);
  }

  private StatementException unknown(Token name) {
    List<String> names = new ArrayList<>(CopyOption.namesFor(direction));
    for (Direction any : Direction.values()) {
      names.addAll(CopyOption.namesFor(any));
    }
    return reader.fail(
        name,
        StatementCode.OPTION_UNKNOWN,
        "there is no option " + Shown.token(reader.text(), name),
        "an option of " + direction,
        NearestName.question(name.value(), names));
  }

  /** The option by the name that was written, and its own name where that is another. */
  private static String shown(CopyOption option, Token name) {
    String written = upper(name);
    return written.equals(option.name()) ? written : written + " (" + option + ")";
  }

  private static String upper(Token name) {
    return name.value().toUpperCase(Locale.ROOT);
  }
}
