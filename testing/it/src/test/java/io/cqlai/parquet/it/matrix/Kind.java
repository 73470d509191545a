package io.cqlai.parquet.it.matrix;

import io.cqlai.parquet.it.values.CqlBytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A CQL type with values of it.
 *
 * @param cql the type as CQL writes it
 * @param samples its values, without null; the last one is an ordinary value
 * @param fixedSize how many bytes each value has where the server's vectors rely on it, else 0
 */
public record Kind(String cql, List<Sample> samples, int fixedSize) {

  private static final int FEW = 3;

  /** An ordinary value. */
  ByteBuffer ordinary() {
    return samples.get(samples.size() - 1).bytes();
  }

  /**
   * The values that can stand side by side, each once: the server takes a value inside a set as it
   * comes, with elements that are repeated, which no set has that was written in CQL.
   */
  private List<ByteBuffer> sound() {
    return samples.stream().filter(Sample::sound).map(Sample::bytes).distinct().toList();
  }

  /** The same, frozen. */
  Kind frozen() {
    return new Kind("frozen<" + cql + ">", samples, 0);
  }

  /** Lists. */
  static Kind list(Kind element) {
    return new Kind("list<" + element.cql + ">", collections(element), 0);
  }

  /** Sets. */
  static Kind set(Kind element) {
    return new Kind("set<" + element.cql + ">", collections(element), 0);
  }

  /** One collection for each value, so that what one of them does to its row shows by itself. */
  private static List<Sample> collections(Kind element) {
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("empty", CqlBytes.elements(List.of())));
    samples.add(new Sample("zero-length", CqlBytes.empty()));
    samples.add(
        new Sample(
            "null inside", CqlBytes.elements(Arrays.asList(element.ordinary(), null)), false));
    for (Sample sample : element.samples) {
      samples.add(
          new Sample(
              "of " + sample.name(), CqlBytes.elements(List.of(sample.bytes())), sample.sound()));
    }
    samples.add(new Sample("of all", CqlBytes.elements(element.sound())));
    samples.add(new Sample("typical", CqlBytes.elements(List.of(element.ordinary()))));
    return samples;
  }

  /** Maps. */
  static Kind map(Kind key, Kind value) {
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("empty", CqlBytes.entries(List.of())));
    samples.add(
        new Sample("null inside", CqlBytes.entries(Arrays.asList(key.ordinary(), null)), false));
    for (Sample sample : key.samples) {
      samples.add(
          new Sample(
              "key " + sample.name(),
              CqlBytes.entries(List.of(sample.bytes(), value.ordinary())),
              sample.sound()));
    }
    for (Sample sample : value.samples) {
      samples.add(
          new Sample(
              "value " + sample.name(),
              CqlBytes.entries(List.of(key.ordinary(), sample.bytes())),
              sample.sound()));
    }
    List<ByteBuffer> keys = key.sound();
    List<ByteBuffer> values = value.sound();
    samples.add(
        new Sample(
            "of many",
            CqlBytes.entries(
                IntStream.range(0, keys.size())
                    .boxed()
                    .flatMap(i -> List.of(keys.get(i), values.get(i % values.size())).stream())
                    .toList())));
    samples.add(new Sample("typical", CqlBytes.entries(List.of(key.ordinary(), value.ordinary()))));
    return new Kind("map<" + key.cql + ", " + value.cql + ">", samples, 0);
  }

  /** Tuples. */
  static Kind tuple(Kind... components) {
    String types = Arrays.stream(components).map(Kind::cql).collect(Collectors.joining(", "));
    return new Kind("tuple<" + types + ">", groups(components), 0);
  }

  /**
   * A user-defined type.
   *
   * @param name as CQL writes it; the type is created apart
   * @param fields the kinds of its fields as they are when the values are stored
   */
  static Kind userDefined(String name, Kind... fields) {
    return new Kind(name, groups(fields), 0);
  }

  private static List<Sample> groups(Kind... fields) {
    List<ByteBuffer> ordinary = Arrays.stream(fields).map(Kind::ordinary).toList();
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("zero-length", CqlBytes.empty()));
    samples.add(
        new Sample("all null", CqlBytes.fields(Arrays.asList(new ByteBuffer[fields.length]))));
    for (int i = 0; i < fields.length; i++) {
      List<ByteBuffer> oneNull = new ArrayList<>(ordinary);
      oneNull.set(i, null);
      samples.add(new Sample("field " + i + " null", CqlBytes.fields(oneNull)));
      if (i > 0) {
        samples.add(new Sample(i + " fields", CqlBytes.fields(ordinary.subList(0, i))));
      }
      for (Sample sample : fields[i].samples) {
        List<ByteBuffer> one = new ArrayList<>(ordinary);
        one.set(i, sample.bytes());
        samples.add(
            new Sample("field " + i + " " + sample.name(), CqlBytes.fields(one), sample.sound()));
      }
    }
    samples.add(new Sample("typical", CqlBytes.fields(ordinary)));
    return samples;
  }

  /** Vectors of three elements. */
  static Kind vector(Kind element) {
    boolean lengths = element.fixedSize == 0;
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample("zero-length", CqlBytes.empty()));
    for (Sample sample : element.samples) {
      List<ByteBuffer> three = List.of(element.ordinary(), sample.bytes(), sample.bytes());
      samples.add(
          new Sample("of " + sample.name(), CqlBytes.vector(three, lengths), sample.sound()));
    }
    ByteBuffer ordinary = element.ordinary();
    samples.add(
        new Sample("typical", CqlBytes.vector(List.of(ordinary, ordinary, ordinary), lengths)));
    return new Kind("vector<" + element.cql + ", " + FEW + ">", samples, FEW * element.fixedSize);
  }
}
