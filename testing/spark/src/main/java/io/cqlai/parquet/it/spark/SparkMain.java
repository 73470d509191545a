package io.cqlai.parquet.it.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads files by Spark and writes a JSON array: for each file its types and rows, or what Spark
 * said.
 */
public final class SparkMain {

  private SparkMain() {}

  /**
   * Reads files, one after the other.
   *
   * @param arguments the file for the answers, a folder for Spark's own files, then the files to
   *     read
   * @throws IOException when the answers cannot be written
   */
  public static void main(String... arguments) throws IOException {
    Path answers = Path.of(arguments[0]);
    List<Map<String, Object>> found = new ArrayList<>();
    try (SparkSession spark = session(Path.of(arguments[1]))) {
      for (String file : List.of(arguments).subList(2, arguments.length)) {
        found.add(read(spark, file));
      }
    }
    Files.write(answers, new ObjectMapper().writeValueAsBytes(found));
  }

  private static SparkSession session(Path own) {
    return SparkSession.builder()
        .appName("independent reader")
        .master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.local.dir", own.toString())
        .config("spark.sql.warehouse.dir", own.toUri().toString())
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.datetime.java8API.enabled", "true")
        // Days and instants are those of the Gregorian calendar, whoever wrote the file.
        .config("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED")
        .config("spark.sql.parquet.int96RebaseModeInRead", "CORRECTED")
        .getOrCreate();
  }

  private static Map<String, Object> read(SparkSession spark, String file) {
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      Dataset<Row> table = spark.read().parquet(file);
      StructType schema = table.schema();
      Map<String, String> types = new LinkedHashMap<>();
      for (StructField field : schema.fields()) {
        types.put(field.name(), field.dataType().simpleString());
      }
      List<Object> rows = new ArrayList<>();
      for (Row row : table.select(columns(schema)).collectAsList()) {
        rows.add(SparkCells.fields(schema, row));
      }
      answer.put("types", types);
      answer.put("rows", rows);
    } catch (Exception refused) {
      // Spark throws checked exceptions that its Java signatures do not tell of.
      answer.put("refused", causes(refused));
    }
    return answer;
  }

  /**
   * All columns, maps as their entries: as a map of Scala they would lose their order, and of the
   * keys 0 and −0 one.
   */
  private static Column[] columns(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(
            field -> {
              Column column = functions.col("`" + field.name().replace("`", "``") + "`");
              return field.dataType() instanceof MapType ? functions.map_entries(column) : column;
            })
        .toArray(Column[]::new);
  }

  private static String causes(Throwable refused) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      text.append(text.length() == 0 ? "" : "; caused by ").append(cause);
    }
    return text.toString();
  }
}
