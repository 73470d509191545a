package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.Completion.Wanted;
import io.cqlai.parquet.copy.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files that a COPY writes or reads. */
final class PathReader {

  private final TokenReader reader;

  PathReader(TokenReader reader) {
    this.reader = reader;
  }

  /** The one target behind TO; empty for STDOUT. */
  Optional<String> target() {
    Optional<String> target = takeStream("STDOUT") ? Optional.empty() : Optional.of(path());
    if (reader.peek().isSymbol(',')) {
      throw reader.unexpected("one path", "an export has one target");
    }
    return target;
  }

  /** The one target of a CAPTURE. */
  String captured() {
    return one("a capture has one target");
  }

  /** The one file of a VERIFY. */
  String verified() {
    return one("verify one file after the other");
  }

  private String one(String whyNoOther) {
    String path = path();
    if (reader.peek().isSymbol(',')) {
      throw reader.unexpected("one path", whyNoOther);
    }
    return path;
  }

  /** The sources behind FROM; none for STDIN. */
  List<String> sources() {
    List<String> sources = new ArrayList<>();
    if (takeStream("STDIN")) {
      return sources;
    }
    do {
      Token token = reader.peek();
      String path = path();
      if (sources.contains(path)) {
        throw reader.fail(
            token,
            StatementCode.GIVEN_TWICE,
            "the file " + Shown.value(path) + " is given twice",
            null,
            "its rows would be loaded twice: keep one of them");
      }
      sources.add(path);
    } while (reader.takeSymbol(','));
    return sources;
  }

  private boolean takeStream(String word) {
    reader.wish(Wanted.WORD, word);
    return reader.takeWord(word);
  }

  private String path() {
    reader.wish(Wanted.PATH);
    Token token = reader.peek();
    if (!token.is(Kind.STRING)) {
      boolean unquoted = token.is(Kind.WORD) || token.is(Kind.QUOTED_NAME);
      throw reader.unexpected(
          "a path in single quotes",
          unquoted || token.isSymbol('/') ? "put the path in single quotes" : null);
    }
    if (token.value().isBlank()) {
      throw reader.fail(token, StatementCode.PATH, "the path is empty", "the path of a file", null);
    }
    if (token.value().chars().anyMatch(Character::isISOControl)) {
      throw reader.fail(
          token,
          StatementCode.PATH,
          "the path " + Shown.value(token.value()) + " holds a line break or a control character",
          null,
          "is a quote missing at its end?");
    }
    return reader.next().value();
  }
}
