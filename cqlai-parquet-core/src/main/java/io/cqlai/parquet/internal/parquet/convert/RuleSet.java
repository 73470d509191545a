package io.cqlai.parquet.internal.parquet.convert;

import io.cqlai.parquet.option.Conversion;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import javax.annotation.Nullable;

/** What one CQL type can be made of. */
final class RuleSet {

  private final EnumMap<FileKind, Rule> rules = new EnumMap<>(FileKind.class);

  /** Adds kinds of which an export of the type is. */
  RuleSet exact(Rule.Maker maker, FileKind... kinds) {
    return add(Conversion.EXACT, null, maker, kinds);
  }

  /** Adds kinds whose values arrive whole or not at all. */
  RuleSet safe(Rule.Maker maker, FileKind... kinds) {
    return add(Conversion.SAFE, null, maker, kinds);
  }

  /** Adds kinds some of whose values lose something. */
  RuleSet safe(String loses, Rule.Maker maker, FileKind... kinds) {
    return add(Conversion.SAFE, loses, maker, kinds);
  }

  /** Adds kinds all of whose values lose something. */
  RuleSet lenient(String loses, Rule.Maker maker, FileKind... kinds) {
    return add(Conversion.LENIENT, loses, maker, kinds);
  }

  Map<FileKind, Rule> rules() {
    return Collections.unmodifiableMap(rules);
  }

  private RuleSet add(
      Conversion needs, @Nullable String loses, Rule.Maker maker, FileKind... kinds) {
    for (FileKind kind : kinds) {
      if (rules.put(kind, new Rule(needs, loses, maker)) != null) {
        throw new IllegalStateException(kind + " has two rules");
      }
    }
    return this;
  }
}
