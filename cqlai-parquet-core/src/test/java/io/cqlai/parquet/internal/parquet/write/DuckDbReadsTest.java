package io.cqlai.parquet.internal.parquet.write;

import static io.cqlai.parquet.internal.parquet.write.Written.column;
import static io.cqlai.parquet.internal.parquet.write.Written.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.cqlai.parquet.internal.parquet.ParquetMapping;
import io.cqlai.parquet.internal.value.Decimals;
import io.cqlai.parquet.option.Compression;
import io.cqlai.parquet.option.Profile;
import io.cqlai.parquet.row.CellRow;
import io.cqlai.parquet.row.RowView;
import io.cqlai.parquet.schema.Column;
import io.cqlai.parquet.schema.CqlType;
import io.cqlai.parquet.schema.CqlType.Scalar;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DuckDB, which shares no code with us, finds the values that were written. */
class DuckDbReadsTest {

  @TempDir Path directory;

  /** Returns the first row of a query as text, one column after the other. */
  private static List<String> firstRow(String sql) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        row.add(rows.getString(i));
      }
      return row;
    }
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void everyCodecIsRead(Compression compression) throws IOException, SQLException {
    List<RowView> rows = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      rows.add(
          new CellRow(
              Cells.int32(i), Cells.text("text " + i % 1_000), Cells.list(Cells.int64(i), null)));
    }
    ParquetMapping mapping =
        mapping(
            Profile.STANDARD,
            Map.of(),
            column("k", Scalar.INT),
            column("odd, name", Scalar.TEXT),
            column("l", new CqlType.ListOf(Scalar.BIGINT, false)));
    Path file = directory.resolve("codec.parquet");
    Written.write(
        file,
        mapping,
        new ParquetWriteSettings(compression, null, 1 << 20, Long.MAX_VALUE),
        Map.of(),
        List.of(Written.chunk(rows)));
    assertThat(
            firstRow(
                "SELECT count(*), sum(k), count(DISTINCT \"odd, name\"), sum(l[1]), count(l[2])"
                    + " FROM '"
                    + file
                    + "'"))
        .containsExactly("50000", "1249975000", "1000", "1249975000", "0");
  }

  private List<String> write(Profile profile, String select, CqlType[] types, ByteBuffer... cells)
      throws IOException, SQLException {
    Column[] columns = new Column[types.length];
    for (int i = 0; i < types.length; i++) {
      columns[i] = column("c" + i, types[i]);
    }
    Path file = directory.resolve("row.parquet");
    Written.write(file, mapping(profile, Map.of(), columns), List.of(new CellRow(cells)));
    return firstRow("SELECT " + select + " FROM '" + file + "'");
  }

  @Test
  void scalarsHaveTheirValues() throws IOException, SQLException {
    CqlType[] types = {
      Scalar.TINYINT,
      Scalar.DATE,
      Scalar.TIME,
      Scalar.TIMESTAMP,
      Scalar.DECIMAL,
      Scalar.UUID,
      Scalar.BOOLEAN,
      Scalar.DOUBLE,
      Scalar.VARINT
    };
    ByteBuffer[] cells = {
      Cells.int8(-3),
      Cells.int32(Integer.MIN_VALUE + 19_000),
      Cells.int64(3_723_004_000_000L),
      Cells.int64(1_700_000_000_123L),
      Decimals.cell(new BigDecimal("-1.25")),
      Cells.bytes("0a0b0c0d11114222833fedcba9876543"),
      Cells.int8(1),
      Cells.int64(Double.doubleToRawLongBits(0.5)),
      Cells.bytes("ff")
    };
    assertThat(write(Profile.STANDARD, "*, epoch_ms(c3)", types, cells))
        .containsExactly(
            "-3",
            "2022-01-08",
            "01:02:03.004",
            firstRow("SELECT '2023-11-14 22:13:20.123+00'::TIMESTAMPTZ").get(0),
            "-1.250000000000000000",
            "0a0b0c0d-1111-4222-833f-edcba9876543",
            "true",
            "0.5",
            "-1",
            "1700000000123");
    assertThat(
            write(
                Profile.MIGRATION, "c5, c4.unscaled::VARCHAR, c4.scale, typeof(c5)", types, cells))
        .containsExactly("0a0b0c0d-1111-4222-833f-edcba9876543", "\\x83", "2", "UUID");
  }

  @Test
  void nestedTypesHaveTheirShape() throws IOException, SQLException {
    CqlType udt =
        new CqlType.UserDefined(
            "ks",
            "u",
            List.of(new CqlType.Field("a b", Scalar.INT), new CqlType.Field("c", Scalar.TEXT)),
            true);
    CqlType[] types = {
      new CqlType.MapOf(Scalar.TEXT, new CqlType.SetOf(Scalar.INT, true), false),
      udt,
      new CqlType.VectorOf(Scalar.FLOAT, 2),
      new CqlType.TupleOf(List.of(Scalar.INT, Scalar.TEXT))
    };
    assertThat(
            write(
                Profile.STANDARD,
                "c0['x'], c1.\"a b\", c1.c, c2, c3.field_1",
                types,
                Cells.map(Cells.text("x"), Cells.list(Cells.int32(1), null)),
                Cells.fields(Cells.int32(5)),
                Cells.vector(Cells.int32(0x3f800000), Cells.int32(0)),
                Cells.fields(null, Cells.text("t"))))
        .containsExactly("[1, NULL]", "5", null, "[1.0, 0.0]", "t");
  }
}
