package io.cqlai.parquet.copy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One of a few words, in any case; the value is the word in capitals. */
final class ChoiceKind implements OptionKind {

  private final List<String> words;
  private final Map<String, RefusedValue> refused = new LinkedHashMap<>();

  private ChoiceKind(List<String> words) {
    this.words = words;
  }

  static ChoiceKind of(String... words) {
    return new ChoiceKind(List.of(words));
  }

  /** The same choice, with words that users may know and the reason why they are refused. */
  ChoiceKind refusing(String reason, String... others) {
    return with(RefusedValue.known(StatementCode.OPTION_VALUE, reason), others);
  }

  /** The same choice, with words that this version does not support and the reason. */
  ChoiceKind unsupported(String reason, String... others) {
    return with(RefusedValue.known(StatementCode.NOT_SUPPORTED, reason), others);
  }

  private ChoiceKind with(RefusedValue refusal, String... others) {
    ChoiceKind kind = new ChoiceKind(words);
    kind.refused.putAll(refused);
    for (String other : others) {
      kind.refused.put(other, refusal);
    }
    return kind;
  }

  @Override
  public Object parse(RawValue raw) throws RefusedValue {
    String word = raw.text().strip().toUpperCase(Locale.ROOT);
    if (words.contains(word)) {
      return word;
    }
    RefusedValue refusal = refused.get(word);
    if (refusal != null) {
      throw refusal;
    }
    throw RefusedValue.wrong(NearestName.question(word, words));
  }

  @Override
  public String expected() {
    return Shown.oneOf(words);
  }

  @Override
  public List<String> choices() {
    return words;
  }
}
