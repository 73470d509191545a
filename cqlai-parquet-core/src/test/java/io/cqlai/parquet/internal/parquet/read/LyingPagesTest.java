package io.cqlai.parquet.internal.parquet.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Page headers that claim what is not there are refused before memory is taken for it. */
class LyingPagesTest {

  private static final Duration ENDLESS = Duration.ofMinutes(1);
  private static final int[] NUMBERS = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE};

  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> refusesPagesOfOtherSizes() throws IOException {
    Map<String, Consumer<PageHeader>> lies = new LinkedHashMap<>();
    for (int n : NUMBERS) {
      lies.put(n + " bytes", page -> page.setCompressed_page_size(n));
      lies.put(n + " bytes before compression", page -> page.setUncompressed_page_size(n));
    }
    lies.put(
        "a byte more before compression",
        page -> page.setUncompressed_page_size(page.getUncompressed_page_size() + 1));
    List<DynamicTest> tests = new ArrayList<>();
    for (SampleFile sample : SampleFile.ALL) {
      byte[] file = sample.write(directory);
      for (String column : List.of("id", "name", "tags")) {
        lies.forEach(
            (name, lie) ->
                tests.add(
                    refused(sample.codec() + ", " + column + ": " + name, file, column, lie)));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> refusesPagesOfOtherNumbersOfValues() throws IOException {
    byte[] first = SampleFile.ALL.get(1).write(directory);
    byte[] second = SampleFile.ALL.get(3).write(directory);
    List<DynamicTest> tests = new ArrayList<>();
    for (int n : NUMBERS) {
      for (String column : List.of("id", "b", "name", "tags")) {
        tests.add(
            refused(
                column + ", version 1: " + n,
                page(first, column, PageHeader::isSetData_page_header, page -> v1(page, n))));
        tests.add(
            refused(
                column + ", version 2: " + n,
                page(second, column, PageHeader::isSetData_page_header_v2, page -> v2(page, n))));
      }
      tests.add(
          refused(
              "a dictionary of " + n,
              page(
                  first,
                  "name",
                  PageHeader::isSetDictionary_page_header,
                  page -> page.getDictionary_page_header().setNum_values(n))));
    }
    return tests.stream();
  }

  private static void v1(PageHeader page, int values) {
    page.getData_page_header().setNum_values(values);
  }

  private static void v2(PageHeader page, int values) {
    page.getData_page_header_v2().setNum_values(values);
  }

  @TestFactory
  Stream<DynamicTest> refusesLevelsOfOtherSizes() throws IOException {
    byte[] file = SampleFile.ALL.get(3).write(directory);
    List<DynamicTest> tests = new ArrayList<>();
    for (int n : NUMBERS) {
      Map<String, Consumer<DataPageHeaderV2>> lies = new LinkedHashMap<>();
      lies.put("repetition: " + n, page -> page.setRepetition_levels_byte_length(n));
      lies.put("definition: " + n, page -> page.setDefinition_levels_byte_length(n));
      lies.forEach(
          (name, lie) ->
              tests.add(
                  refused(name, file, "tags", page -> lie.accept(page.getData_page_header_v2()))));
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> refusesPagesOfTheWrongKind() throws IOException {
    byte[] file = SampleFile.ALL.get(1).write(directory);
    return Stream.of(
        refused(
            "a dictionary without a header", file, "name", PageHeader::unsetDictionary_page_header),
        refused("a dictionary passed over", file, "name", p -> p.setType(PageType.INDEX_PAGE)),
        refused("a dictionary as data", file, "name", p -> p.setType(PageType.DATA_PAGE)),
        refused("data as a dictionary", file, "b", p -> p.setType(PageType.DICTIONARY_PAGE)),
        refused("data without a header", file, "b", PageHeader::unsetData_page_header),
        refused("data of version 2", file, "b", p -> p.setType(PageType.DATA_PAGE_V2)));
  }

  /** Some bytes are values in another encoding too: then there are rows, and nothing worse. */
  @TestFactory
  Stream<DynamicTest> readsOrRefusesPagesInOtherEncodings() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (SampleFile sample : List.of(SampleFile.ALL.get(1), SampleFile.ALL.get(3))) {
      byte[] file = sample.write(directory);
      for (String column : SampleFile.COLUMNS.keySet()) {
        for (Encoding encoding : Encoding.values()) {
          String name = sample.version() + ", " + column + " as " + encoding;
          byte[] lying =
              page(
                  file,
                  column,
                  page -> !page.isSetDictionary_page_header(),
                  page -> encode(page, encoding));
          tests.add(
              dynamicTest(
                  name,
                  () ->
                      assertTimeoutPreemptively(
                          ENDLESS, () -> Hostile.readOrRefused(name, lying))));
        }
      }
    }
    return tests.stream();
  }

  private static void encode(PageHeader page, Encoding encoding) {
    if (page.isSetData_page_header()) {
      page.getData_page_header().setEncoding(encoding);
    } else {
      page.getData_page_header_v2().setEncoding(encoding);
    }
  }

  private static byte[] page(
      byte[] file, String column, Predicate<PageHeader> which, Consumer<PageHeader> lie)
      throws IOException {
    return Rewritten.page(file, column, which, lie);
  }

  private static DynamicTest refused(
      String name, byte[] file, String column, Consumer<PageHeader> lie) {
    try {
      return refused(name, page(file, column, page -> true, lie));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DynamicTest refused(String name, byte[] file) {
    return dynamicTest(
        name,
        () -> {
          boolean refused =
              assertTimeoutPreemptively(ENDLESS, () -> Hostile.readOrRefused(name, file));
          assertThat(refused).isTrue();
        });
  }
}
