package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.Nullable;

/** Reads the names of tables, columns and fields. */
final class NameReader {

  private final TokenReader reader;
  @Nullable private Token firstRename;

  NameReader(TokenReader reader) {
    this.reader = reader;
  }

  /** A table with or without its keyspace; reserved words are taken as names here. */
  TableName table() {
    Name first = tablePart();
    if (!reader.takeSymbol('.')) {
      return new TableName(Optional.empty(), first);
    }
    return new TableName(Optional.of(first), tablePart());
  }

  /** A table may be called TO or FROM, but then its own TO or FROM follows. */
  private Name tablePart() {
    reader.wish(Wanted.TABLE);
    Token after = reader.peek(1);
    boolean direction = reader.peek().isWord("TO") || reader.peek().isWord("FROM");
    if (direction
        && (after.is(Token.Kind.STRING) || after.isWord("STDOUT") || after.isWord("STDIN"))) {
      throw reader.unexpected("the name of a table", null);
    }
    return name("the name of a table", true);
  }

  /** A list of columns; the opening bracket has been taken. */
  List<ColumnMapping> columns() {
    List<ColumnMapping> columns = new ArrayList<>();
    Set<Name> seen = new HashSet<>();
    do {
      reader.wish(Wanted.COLUMN);
      Token token = reader.peek();
      Name column = name("the name of a column", false);
      if (!seen.add(column)) {
        String problem = "the column " + column.asCql() + " is given twice";
        throw reader.fail(token, StatementCode.GIVEN_TWICE, problem, null, "keep one of them");
      }
      columns.add(new ColumnMapping(column, field()));
    } while (reader.takeSymbol(','));
    if (!reader.takeSymbol(')')) {
      throw reader.unexpected("\",\" or \")\" after a column", null);
    }
    return columns;
  }

  /** Refuses renames among the columns that were read. */
  void refuseRenames() {
    if (firstRename != null) {
      throw reader.fail(
          firstRename,
          StatementCode.SYNTAX,
          "COPY TO cannot rename columns",
          "\",\" or \")\" after a column",
          "the file gets the names of the columns; COPY FROM can rename them");
    }
  }

  private Optional<String> field() {
    Token equalsSign = reader.peek();
    if (!reader.takeSymbol('=')) {
      return Optional.empty();
    }
    firstRename = firstRename == null ? equalsSign : firstRename;
    return Optional.of(name("the name of a field of the file", false).text());
  }

  private Name name(String expected, boolean mustHaveText) {
    Token token = reader.peek();
    switch (token.kind()) {
      case QUOTED_NAME -> {
        if (mustHaveText && token.value().isEmpty()) {
          throw reader.unexpected(expected, null);
        }
        return new Name(reader.next().value());
      }
      case WORD -> {
        if (token.value().startsWith("_")) {
          throw reader.unexpected(expected, "put a name that starts with _ in double quotes");
        }
        return Name.unquoted(reader.next().value());
      }
      case STRING -> throw reader.unexpected(expected, "names stand in double quotes, or in none");
      case NUMBER ->
          throw reader.unexpected(expected, "put a name that starts with a digit in double quotes");
      default -> throw reader.unexpected(expected, null);
    }
  }
}
