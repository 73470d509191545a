package io.cqlai.parquet.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.cqlai.parquet.option.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the contract says of a whole table.
 *
 * @param cells key to column to cell in normal form, of the rows that a file holds
 * @param rejected the keys of the rows that do not fit into a file
 * @param refused the keys of the rows of the file that the server does not take back
 * @param losses {@code column: what} to how many values
 */
record Expected(
    Map<String, Map<String, JsonNode>> cells,
    Set<String> rejected,
    Set<String> refused,
    Map<String, Long> losses) {

  static Expected of(StoredTable stored, Profile profile) {
    Expected expected =
        new Expected(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
    stored
        .rows()
        .forEach(
            (key, row) -> {
              Map<String, Contract.Outcome> outcomes = new LinkedHashMap<>();
              row.forEach(
                  (column, value) ->
                      outcomes.put(
                          column, Contract.of(profile, stored.types().get(column), value)));
              expected.add(key, outcomes);
            });
    return expected;
  }

  private void add(String key, Map<String, Contract.Outcome> outcomes) {
    if (outcomes.values().stream().anyMatch(Contract.Outcome::rejected)) {
      rejected.add(key);
      return;
    }
    Map<String, JsonNode> row = new LinkedHashMap<>();
    outcomes.forEach(
        (column, outcome) -> {
          row.put(column, outcome.cell());
          outcome
              .losses()
              .forEach((what, n) -> losses.merge(column + ": " + what, (long) n, Long::sum));
        });
    cells.put(key, row);
    if (outcomes.values().stream().anyMatch(Contract.Outcome::refused)) {
      refused.add(key);
    }
  }
}
