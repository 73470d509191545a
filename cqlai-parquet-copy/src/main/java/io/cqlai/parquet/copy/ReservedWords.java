package io.cqlai.parquet.copy;

import java.util.Locale;
import java.util.Set;

/**
 * The words that CQL does not take as names unless they are quoted.
 *
 * <p>Source: Appendix A of the CQL reference, and what other versions (3.11 to 5.0) reserve beyond
 * it. A word too many does no harm, because a quoted name in lower case is the same name.
 */
final class ReservedWords {

  private static final Set<String> WORDS =
      Set.of(
          ("add allow alter and apply asc authorize batch begin between by columnfamily create "
                  + "default delete desc describe drop entries execute from full grant if in index "
                  + "infinity insert into is keyspace limit materialized mbean mbeans modify nan "
                  + "norecursive not null of on or order partition password per primary rename "
                  + "replace revoke schema scylla_clustering_bound select set table to token "
                  + "truncate unlogged unset update use using view where with")
              .split(" "));

  private ReservedWords() {}

  static boolean contains(String word) {
    return WORDS.contains(word.toLowerCase(Locale.ROOT));
  }
}
