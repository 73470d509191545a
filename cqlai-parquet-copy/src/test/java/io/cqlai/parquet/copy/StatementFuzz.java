package io.cqlai.parquet.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Parses texts that were made of good and bad statements. Each is made from a number alone, with
 * which it can be made again.
 */
final class StatementFuzz {

  private static final String CHARACTERS =
      "\0\t\n\r !\"#$%&'()*+,-./0123456789:;<=>?@AZ[\\]^_`az{|}~\u00A0é\u2018\uD83D\uDE00\uFFFF";
  private static final int MOST_EDITS = 6;

  private final List<String> seeds = new ArrayList<>();
  private long tried;
  private long parsed;
  private long crashes;

  StatementFuzz() {
    for (Fragment fragment : Statements.split(examples())) {
      seeds.add(fragment.text());
    }
    for (String entry : Resources.text("mistakes.txt").split("\n\n")) {
      seeds.add(entry.split("\n")[0]);
    }
  }

  private static String examples() {
    StringBuilder statements = new StringBuilder();
    boolean inside = false;
    for (String line : Resources.text("specification-examples.md").split("\n")) {
      if (line.startsWith("```")) {
        inside = line.equals("```sql");
      } else if (inside) {
        statements.append(line).append('\n');
      }
    }
    return statements.toString();
  }

  /** Tries one text. */
  void attempt(long number) {
    Random random = new Random(number);
    String text = seeds.get(random.nextInt(seeds.size()));
    for (int left = random.nextInt(MOST_EDITS); left > 0; left--) {
      text = edited(text, random);
    }
    tried++;
    try {
      AnyText.check(text);
      Statements.parse(text);
      parsed++;
    } catch (StatementException refused) {
      return; // with a place, which the check has looked at
    } catch (RuntimeException | Error e) {
      crashes++;
      System.err.println("CRASH fuzz number " + number + ": " + text);
      e.printStackTrace();
    }
  }

  private String edited(String text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(12));
    String start = text.substring(0, from);
    String rest = text.substring(to);
    return switch (random.nextInt(6)) {
      case 0 -> start + rest;
      case 1 -> start + CHARACTERS.charAt(random.nextInt(CHARACTERS.length())) + rest;
      case 2 -> start + text.substring(from, to).repeat(2 + random.nextInt(3)) + rest;
      case 3 -> start + word(random) + text.substring(from);
      case 4 -> start + word(random) + rest;
      default -> {
        String other = seeds.get(random.nextInt(seeds.size()));
        yield start + other.substring(random.nextInt(other.length() + 1));
      }
    };
  }

  private String word(Random random) {
    String[] words = seeds.get(random.nextInt(seeds.size())).split("\\b");
    return " " + words[random.nextInt(words.length)] + " ";
  }

  /** Returns how many texts were crashes. */
  long crashes() {
    return crashes;
  }

  /** Returns how many texts were statements. */
  long parsed() {
    return parsed;
  }

  @Override
  public String toString() {
    return String.format(
        "statements: %,d tried of %d seeds, %,d parsed, %,d crashes",
        tried, seeds.size(), parsed, crashes);
  }
}
