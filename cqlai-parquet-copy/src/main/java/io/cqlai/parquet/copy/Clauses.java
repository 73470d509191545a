package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;
import io.cqlai.parquet.copy.CqlTextReader.BindMarkers;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.Nullable;

/** Reads what follows the files of a COPY: WITH and WHERE, in either order, to the end. */
final class Clauses {

  private final TokenReader reader;
  private final Direction direction;
  @Nullable private final String whyNoWhere;
  @Nullable private Options options;
  @Nullable private String where;

  /**
   * Makes the reader.
   *
   * @param whyNoWhere why WHERE cannot stand here, or null where it can
   */
  Clauses(TokenReader reader, Direction direction, @Nullable String whyNoWhere) {
    this.reader = reader;
    this.direction = direction;
    this.whyNoWhere = whyNoWhere;
  }

  Options options() {
    return options == null ? Options.none() : options;
  }

  Optional<String> where() {
    return Optional.ofNullable(where);
  }

  void read() {
    while (true) {
      wishClauses();
      if (reader.peek().isWord("WITH")) {
        refuseSecond(options);
        reader.next();
        options = OptionReader.read(reader, direction);
      } else if (reader.peek().isWord("WHERE")) {
        refuseSecond(where);
        refuseWhere();
        reader.next();
        where = new CqlTextReader(reader, BindMarkers.REFUSED).where();
      } else {
        end();
        return;
      }
    }
  }

  private void wishClauses() {
    if (options == null) {
      reader.wish(Wanted.WORD, "WITH");
    }
    if (where == null && whyNoWhere == null) {
      reader.wish(Wanted.WORD, "WHERE");
    }
  }

  private void refuseSecond(@Nullable Object first) {
    if (first != null) {
      Token word = reader.peek();
      throw reader.fail(
          word,
          StatementCode.GIVEN_TWICE,
          word.value().toUpperCase(Locale.ROOT) + " is given twice",
          null,
          "join both with AND");
    }
  }

  private void refuseWhere() {
    if (whyNoWhere != null) {
      throw reader.fail(
          reader.peek(),
          StatementCode.WHERE_CLAUSE,
          "WHERE cannot stand here: " + whyNoWhere,
          null,
          direction == Direction.FROM
              ? "filter on export, or bound the rows with SKIPROWS and MAXROWS"
              : "write the condition inside of the brackets");
    }
  }

  private void end() {
    if (reader.peek().isSymbol(';') || reader.peek().is(Token.Kind.END)) {
      return;
    }
    String more = options == null ? "WITH" : "AND";
    String expected =
        where == null && whyNoWhere == null
            ? more + ", WHERE or the end of the statement"
            : more + " or the end of the statement";
    throw reader.unexpected(expected, hint());
  }

  @Nullable
  private String hint() {
    Token token = reader.peek();
    if (token.isSymbol(',') && options != null) {
      return "put AND between options";
    }
    boolean option =
        CopyOption.named(token.value()).isPresent()
            || RefusedOption.named(token.value()).isPresent();
    if (token.is(Token.Kind.WORD) && (option || reader.peek(1).isSymbol('='))) {
      return options == null
          ? "options follow WITH, each as name = value"
          : "put AND between options";
    }
    return options == null && token.isWord("AND") ? "the first option follows WITH" : null;
  }
}
