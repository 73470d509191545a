package io.cqlai.parquet.internal.parquet.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Footers that claim what is not there are refused before anything is done for their claims. */
class LyingFootersTest {

  private static final Duration ENDLESS = Duration.ofMinutes(1);

  @TempDir private Path directory;
  private byte[] file;

  @BeforeEach
  void write() throws IOException {
    file = SampleFile.ALL.get(1).write(directory);
  }

  @TestFactory
  Stream<DynamicTest> refusesRowsThatAreNotThere() {
    Map<String, Consumer<FileMetaData>> lies = new LinkedHashMap<>();
    lies.put("more rows than the row groups", footer -> footer.setNum_rows(Long.MAX_VALUE));
    lies.put("fewer rows than none", footer -> footer.setNum_rows(-1));
    lies.put("a row group of less than no rows", footer -> first(footer).setNum_rows(-1));
    lies.put("a row group of more rows than its columns", footer -> rows(footer, 41));
    lies.put("a row group of fewer rows than its columns", footer -> rows(footer, 39));
    lies.put("row groups whose sum overflows", LyingFootersTest::overflow);
    lies.put("two billion rows that all columns claim", LyingFootersTest::billions);
    lies.put("no row groups for its rows", footer -> footer.setRow_groups(List.of()));
    return refused(lies);
  }

  @TestFactory
  Stream<DynamicTest> refusesColumnChunksThatAreNotThere() {
    Map<String, Consumer<ColumnMetaData>> lies = new LinkedHashMap<>();
    for (long n : new long[] {-1, 0, 5, Long.MAX_VALUE, Long.MIN_VALUE}) {
      lies.put("of " + n + " values", chunk -> chunk.setNum_values(n));
      lies.put("of " + n + " bytes", chunk -> chunk.setTotal_compressed_size(n));
    }
    for (long n : new long[] {-1, 0, 1_000_000, Long.MAX_VALUE, Long.MIN_VALUE}) {
      lies.put("at " + n, chunk -> chunk.setData_page_offset(n).unsetDictionary_page_offset());
    }
    lies.put("in the middle of another", chunk -> chunk.setDictionary_page_offset(11));
    lies.put("of another type", chunk -> chunk.setType(Type.INT96));
    lies.put("of another codec", chunk -> chunk.setCodec(CompressionCodec.SNAPPY));
    lies.put("of an unknown column", chunk -> chunk.setPath_in_schema(List.of("nobody")));
    lies.put("of another column", chunk -> chunk.setPath_in_schema(List.of("id")));
    lies.put("of no column", chunk -> chunk.setPath_in_schema(List.of()));
    Map<String, Consumer<FileMetaData>> all = new LinkedHashMap<>();
    for (String column : List.of("n", "tags")) {
      lies.forEach(
          (name, lie) ->
              all.put(
                  "the chunk of " + column + " " + name,
                  footer -> lie.accept(Rewritten.chunk(footer, column))));
    }
    all.put("a column chunk too few", footer -> first(footer).getColumns().remove(3));
    all.put("a row group of no columns", footer -> first(footer).setColumns(List.of()));
    return refused(all);
  }

  @TestFactory
  Stream<DynamicTest> refusesSchemasThatAreNone() {
    Map<String, Consumer<List<SchemaElement>>> lies = new LinkedHashMap<>();
    for (int n : new int[] {-1, 0, 1, 1_000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      lies.put("a root of " + n + " fields", schema -> schema.get(0).setNum_children(n));
    }
    for (int n : new int[] {-1, 0, 2, 1_000, Integer.MAX_VALUE}) {
      lies.put("a list of " + n + " fields", schema -> named(schema, "tags").setNum_children(n));
    }
    for (int n : new int[] {-1, 0, 17, Integer.MAX_VALUE}) {
      lies.put("values of " + n + " bytes", schema -> named(schema, "u").setType_length(n));
    }
    lies.put("nothing", List::clear);
    lies.put("two fields of a name", schema -> named(schema, "n").setName("id"));
    lies.put("a field of no type", schema -> named(schema, "n").unsetType());
    lies.put("a field of no repetition", schema -> named(schema, "n").unsetRepetition_type());
    lies.put("a field too many", schema -> schema.add(new SchemaElement(schema.get(1))));
    lies.put("a hundred thousand levels", schema -> nest(schema, 100_000));
    lies.put("as many levels as are allowed", schema -> nest(schema, 390));
    Map<String, Consumer<FileMetaData>> all = new LinkedHashMap<>();
    lies.forEach((name, lie) -> all.put(name, footer -> lie.accept(footer.getSchema())));
    return refused(all);
  }

  @TestFactory
  Stream<DynamicTest> refusesFootersThatAreNone() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int length : new int[] {0, 1, 50_000, Integer.MAX_VALUE, -1, -12}) {
      byte[] lying = file.clone();
      ByteBuffer.wrap(lying).putInt(lying.length - 8, Integer.reverseBytes(length));
      files.put("a length of " + length, lying);
    }
    byte[] structs = new byte[100_000];
    Arrays.fill(structs, (byte) 0x1c);
    files.put("structures in structures", Rewritten.footerBytes(file, structs));
    byte[] lists = new byte[100_000];
    Arrays.fill(lists, (byte) 0x19);
    files.put("lists of lists", Rewritten.footerBytes(file, lists));
    files.put("a list of two billion", Rewritten.footerBytes(file, claim(0x29, 0xfc)));
    files.put("a text of two billion bytes", Rewritten.footerBytes(file, claim(0x68)));
    files.put("a map of two billion", Rewritten.footerBytes(file, claim(0x2b)));
    return files.entrySet().stream().map(each -> refused(each.getKey(), () -> each.getValue()));
  }

  /** A field with a number of 31 bits behind its header, and then a few bytes more. */
  private static byte[] claim(int... header) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int each : header) {
      bytes.write(each);
    }
    bytes.writeBytes(new byte[] {-1, -1, -1, -1, 7, 0x15, 0x15, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static RowGroup first(FileMetaData footer) {
    return footer.getRow_groups().get(0);
  }

  private static void rows(FileMetaData footer, long rows) {
    footer.setNum_rows(footer.getNum_rows() - first(footer).getNum_rows() + rows);
    first(footer).setNum_rows(rows);
  }

  private static void overflow(FileMetaData footer) {
    first(footer).setNum_rows(Long.MAX_VALUE);
    footer.getRow_groups().get(1).setNum_rows(Long.MIN_VALUE + 1 + footer.getNum_rows());
  }

  private static void billions(FileMetaData footer) {
    rows(footer, Integer.MAX_VALUE);
    first(footer)
        .getColumns()
        .forEach(column -> column.getMeta_data().setNum_values(Integer.MAX_VALUE));
  }

  private static SchemaElement named(List<SchemaElement> schema, String name) {
    return schema.stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
  }

  private static void nest(List<SchemaElement> schema, int levels) {
    schema.get(0).setNum_children(schema.get(0).getNum_children() + 1);
    List<SchemaElement> deep = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      SchemaElement group = new SchemaElement("g");
      group.setRepetition_type(FieldRepetitionType.OPTIONAL);
      deep.add(group.setNum_children(1));
    }
    SchemaElement leaf = new SchemaElement("leaf");
    leaf.setRepetition_type(FieldRepetitionType.OPTIONAL);
    deep.add(leaf.setType(Type.INT32));
    schema.addAll(deep);
  }

  private Stream<DynamicTest> refused(Map<String, Consumer<FileMetaData>> lies) {
    return lies.entrySet().stream()
        .map(lie -> refused(lie.getKey(), () -> Rewritten.footer(file, lie.getValue())));
  }

  private interface Lie {
    byte[] file() throws IOException;
  }

  private static DynamicTest refused(String name, Lie lie) {
    return dynamicTest(
        name,
        () -> {
          byte[] lying = lie.file();
          boolean refused =
              assertTimeoutPreemptively(ENDLESS, () -> Hostile.readOrRefused(name, lying));
          assertThat(refused).isTrue();
        });
  }
}
