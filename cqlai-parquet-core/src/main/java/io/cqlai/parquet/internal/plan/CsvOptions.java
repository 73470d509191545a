package io.cqlai.parquet.internal.plan;

import io.cqlai.parquet.copy.CopyOption;
import io.cqlai.parquet.error.ErrorCode;
import io.cqlai.parquet.error.TransferException;
import io.cqlai.parquet.internal.format.csv.CsvSettings;
import io.cqlai.parquet.schema.CqlName;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

/** The options that say what a file of CSV looks like, checked against each other. */
final class CsvOptions {

  /** Those in which every part of a file can be encoded by itself. */
  private static final List<String> ENCODINGS =
      List.of(
          "UTF-8", "UTF-16LE", "UTF-16BE", "US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252");

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvOptions() {}

  static CsvSettings of(OptionSet options) {
    CsvSettings defaults = CsvSettings.DEFAULT;
    char delimiter = character(options, CopyOption.DELIMITER, defaults.delimiter());
    char quote = character(options, CopyOption.QUOTE, defaults.quote());
    if (quote == delimiter) {
      throw bad("QUOTE and DELIMITER are the same: " + quote, "Choose different characters");
    }
    char escape = character(options, CopyOption.ESCAPE, quote);
    if (escape != quote) {
      throw TransferException.of(
          ErrorCode.UNSUPPORTED,
          "ESCAPE is " + escape + ", and this version writes and reads a quote within quotes twice",
          "Leave it out");
    }
    String nullText = options.text(CopyOption.NULL).orElse(defaults.nullText());
    if (nullText.chars().anyMatch(c -> c == delimiter || c == quote || c == '\n' || c == '\r')) {
      throw bad(
          "NULL holds the delimiter, the quote or a line break", "Choose a word, such as 'NULL'");
    }
    Charset charset = charset(options, defaults);
    checkText(CopyOption.DELIMITER, String.valueOf(delimiter), charset);
    checkText(CopyOption.QUOTE, String.valueOf(quote), charset);
    checkText(CopyOption.NULL, nullText, charset);
    boolean header = options.text(CopyOption.HEADER).map("TRUE"::equals).orElse(defaults.header());
    return new CsvSettings(header, delimiter, quote, nullText, charset);
  }

  private static void checkText(CopyOption option, String text, Charset charset) {
    if (!charset.newEncoder().canEncode(text)) {
      throw bad(
          option + " cannot be written in " + charset.name(),
          "Choose another " + option + ", or another ENCODING");
    }
    if (text.indexOf(BYTE_ORDER_MARK) >= 0) {
      throw bad(option + " holds a byte order mark", "Choose another " + option);
    }
  }

  /**
   * Refuses names of fields that the encoding lacks characters for.
   *
   * @throws TransferException BAD_OPTION
   */
  static void checkNames(List<String> names, CsvSettings settings, String remedy) {
    CharsetEncoder encoder = settings.charset().newEncoder();
    for (String name : names) {
      if (!encoder.canEncode(name)) {
        throw bad(
            "The name of column "
                + CqlName.quoteIfNeeded(name)
                + " cannot be written in "
                + settings.charset().name(),
            remedy);
      }
    }
  }

  private static char character(OptionSet options, CopyOption option, char defaultValue) {
    return options.text(option).map(text -> text.charAt(0)).orElse(defaultValue);
  }

  private static Charset charset(OptionSet options, CsvSettings defaults) {
    String name = options.text(CopyOption.ENCODING).orElse(defaults.charset().name());
    try {
      Charset charset = Charset.forName(name);
      if (ENCODINGS.contains(charset.name())) {
        return charset;
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw encoding(name).causedBy(e);
    }
    throw encoding(name);
  }

  private static TransferException encoding(String name) {
    return bad("ENCODING cannot be " + name, "Choose one of " + String.join(", ", ENCODINGS));
  }

  private static TransferException bad(String problem, String remedy) {
    return TransferException.of(ErrorCode.BAD_OPTION, problem, remedy);
  }
}
