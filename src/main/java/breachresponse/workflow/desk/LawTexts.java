package breachresponse.workflow.desk;

import breachresponse.obligation.Duty;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Where a law can be read, if its publisher's address is known or follows from its number. */
@Component
public class LawTexts {

  /**
   * @param jurisdiction whose law it is; empty where the citation says so itself
   */
  private record Publisher(String jurisdiction, Pattern law, String address) {

    boolean publishesFor(Duty duty) {
      return jurisdiction.isEmpty() || jurisdiction.equals(duty.jurisdiction());
    }

    Optional<String> addressOf(String cited) {
      var found = law.matcher(cited);
      return found.find()
          ? Optional.of(law.matcher(found.group()).replaceFirst(address))
          : Optional.empty();
    }
  }

  private final List<Publisher> publishers;

  public LawTexts() throws IOException {
    this(
        new InputStreamReader(
            new ClassPathResource("law/addresses.csv").getInputStream(), StandardCharsets.UTF_8));
  }

  LawTexts(Reader addresses) throws IOException {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(addresses)) {
      publishers =
          rows.stream()
              .map(
                  row ->
                      new Publisher(
                          row.getField("jurisdiction"),
                          Pattern.compile(row.getField("law")),
                          row.getField("address")))
              .toList();
    }
  }

  /** The citation in Markdown, as a link to the law's own text where that is known. */
  public String linked(Duty duty) {
    var citation = CaseSheet.plain(duty.citation());
    return address(duty).map(address -> "[%s](%s)".formatted(citation, address)).orElse(citation);
  }

  Optional<String> address(Duty duty) {
    return address(duty, duty.citation()).or(() -> address(duty, duty.regime()));
  }

  /** The first that fits: the file has the narrower ones first. */
  private Optional<String> address(Duty duty, String cited) {
    return publishers.stream()
        .filter(it -> it.publishesFor(duty))
        .flatMap(it -> it.addressOf(cited).stream())
        .findFirst();
  }
}
