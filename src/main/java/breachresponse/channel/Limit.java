package breachresponse.channel;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How long one post may be, as the platform itself counts. */
public enum Limit {
  /** Weighted characters, twitter-text 3: an address 23, most other scripts and emoji two each. */
  X {
    @Override
    public boolean fits(String text) {
      return weight(text) <= 280;
    }
  },
  /** UTF-16, which is never less than what is seen. */
  FACEBOOK {
    @Override
    public boolean fits(String text) {
      return text.length() <= 63_206;
    }
  },
  /** Graphemes; an address counts 23. */
  MASTODON {
    @Override
    public boolean fits(String text) {
      return graphemes(Links.replaced(text, "x".repeat(LINK))) <= 500;
    }
  },
  /** Graphemes, and bytes in UTF-8. */
  BLUESKY {
    @Override
    public boolean fits(String text) {
      return graphemes(text) <= 300 && text.getBytes(StandardCharsets.UTF_8).length <= 3000;
    }
  },
  /** Of the text as it is sent, with its special characters escaped. */
  LINKEDIN {
    @Override
    public boolean fits(String text) {
      return LinkedIn.escaped(text).length() <= 3000;
    }
  },
  NONE {
    @Override
    public boolean fits(String text) {
      return true;
    }
  };

  private static final int LINK = 23;
  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final Pattern EMOJI = Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{FE0F}\\x{20E3}]");

  /** What X makes a link of without {@code https://}: {@code example.org}. */
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?<![@\\p{L}\\p{N}./-])(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*\\.)+\\p{L}{2,}(?:/\\S*)?");

  public abstract boolean fits(String text);

  public static Limit of(String channel) {
    try {
      return valueOf(channel.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException anotherChannel) {
      return NONE;
    }
  }

  private static long graphemes(String text) {
    return GRAPHEME.matcher(text).results().count();
  }

  private static int weight(String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var withoutLinks = Links.replaced(composed, " ");
    var domains = DOMAIN.matcher(withoutLinks).results().map(MatchResult::group).toList();
    var rest = DOMAIN.matcher(withoutLinks).replaceAll("");
    // each address has left a blank
    return Links.in(composed).size() * (LINK - 1)
        + domains.stream().mapToInt(domain -> Math.max(LINK, characters(domain))).sum()
        + characters(rest);
  }

  private static int characters(String text) {
    return GRAPHEME
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .mapToInt(
            seen -> EMOJI.matcher(seen).find() ? 2 : seen.codePoints().map(Limit::weight).sum())
        .sum();
  }

  private static int weight(int character) {
    return character <= 4351
            || character >= 8192 && character <= 8205
            || character >= 8208 && character <= 8223
            || character >= 8242 && character <= 8247
        ? 1
        : 2;
  }
}
