package io.cqlai.parquet.copy;

import io.cqlai.parquet.copy.CqlTextReader.BindMarkers;
import java.util.List;
import java.util.Optional;

/** Reads a COPY; the word COPY has been taken. */
final class CopyParser {

  private final TokenReader reader;
  private final PathReader paths;
  private final NameReader names;

  CopyParser(TokenReader reader) {
    this.reader = reader;
    this.paths = new PathReader(reader);
    this.names = new NameReader(reader);
  }

  CopyStatement parse() {
    Token bracket = reader.peek();
    if (reader.takeSymbol('(')) {
      return query(new CqlTextReader(reader, BindMarkers.REFUSED).query(bracket));
    }
    TableName table = names.table();
    List<ColumnMapping> columns = reader.takeSymbol('(') ? names.columns() : List.of();
    if (reader.takeWord("TO")) {
      names.refuseRenames();
      return to(table, columns.stream().map(ColumnMapping::column).toList());
    }
    if (reader.takeWord("FROM")) {
      return from(table, columns);
    }
    throw reader.unexpected("TO or FROM", null);
  }

  private CopyTo query(String cql) {
    if (reader.peek().isWord("FROM")) {
      throw reader.unexpected("TO", "only a table can be filled; name it after COPY");
    }
    if (!reader.takeWord("TO")) {
      throw reader.unexpected("TO", null);
    }
    Optional<String> target = paths.target();
    Clauses clauses = new Clauses(reader, Direction.TO, "the query has its own WHERE");
    clauses.read();
    CopySource source = new CopySource.Query(cql);
    OptionConflicts.checkTo(reader, clauses.options(), source, target);
    return new CopyTo(source, target, clauses.options());
  }

  private CopyTo to(TableName table, List<Name> columns) {
    Optional<String> target = paths.target();
    Clauses clauses = new Clauses(reader, Direction.TO, null);
    clauses.read();
    CopySource source = new CopySource.Table(table, columns, clauses.where());
    OptionConflicts.checkTo(reader, clauses.options(), source, target);
    return new CopyTo(source, target, clauses.options());
  }

  private CopyFrom from(TableName table, List<ColumnMapping> columns) {
    List<String> sources = paths.sources();
    Clauses clauses = new Clauses(reader, Direction.FROM, "COPY FROM loads every row of its files");
    clauses.read();
    OptionConflicts.checkFrom(reader, clauses.options(), sources);
    return new CopyFrom(table, columns, sources, clauses.options());
  }
}
