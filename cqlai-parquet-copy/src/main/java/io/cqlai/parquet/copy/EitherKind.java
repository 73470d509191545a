package io.cqlai.parquet.copy;

import java.util.List;

/** A number, or one of a few words: a {@code Long} for the one, a {@code String} for the other. */
final class EitherKind implements OptionKind {

  private final NumberKind number;
  private final ChoiceKind word;

  EitherKind(NumberKind number, ChoiceKind word) {
    this.number = number;
    this.word = word;
  }

  @Override
  public Object parse(RawValue raw) throws RefusedValue {
    boolean startsLikeWord = raw.text().strip().codePoints().findFirst().orElse('0') >= 'A';
    return startsLikeWord ? word.parse(raw) : number.parse(raw);
  }

  @Override
  public String expected() {
    return word.choices().isEmpty()
        ? number.expected()
        : number.expected() + ", or " + word.expected();
  }

  @Override
  public List<String> choices() {
    return word.choices();
  }
}
