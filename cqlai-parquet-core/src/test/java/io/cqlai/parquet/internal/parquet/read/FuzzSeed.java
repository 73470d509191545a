package io.cqlai.parquet.internal.parquet.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.schema.CqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A good file, of which bad ones are made.
 *
 * @param columns the fields that are read, and what each becomes
 */
record FuzzSeed(String name, byte[] file, Map<String, CqlType> columns) {

  /** Returns the samples, and the files of other programs: all encodings and codecs. */
  static List<FuzzSeed> all(Path directory) throws IOException {
    List<FuzzSeed> seeds = new ArrayList<>();
    for (SampleFile sample : SampleFile.ALL) {
      seeds.add(new FuzzSeed(sample.toString(), sample.write(directory), SampleFile.COLUMNS));
    }
    Set<String> seen = new LinkedHashSet<>();
    Path folder = ForeignValuesTest.FOLDER;
    for (JsonNode each : new ObjectMapper().readTree(folder.resolve("expected.json").toFile())) {
      String name = each.get("file").asText();
      FuzzSeed seed =
          new FuzzSeed(
              name, Files.readAllBytes(folder.resolve(name)), ForeignValuesTest.columns(each));
      if (seed.isGood() && seen.add(name)) {
        seeds.add(seed);
      }
    }
    return seeds;
  }

  /** Some cases are about files that are refused, or that lack a column. */
  private boolean isGood() {
    try {
      ReadFile.read(file, columns, row -> {});
      return true;
    } catch (TransferException e) {
      return false;
    }
  }
}
