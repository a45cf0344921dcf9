package breachresponse.workflow.desk;

import breachresponse.obligation.Duty;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Where a law can be read, if its publisher's addresses follow from the law's number. */
@Component
public class LawTexts {

  private record Publisher(Pattern law, String address) {

    Optional<String> addressOf(String cited) {
      var found = law.matcher(cited);
      return found.find()
          ? Optional.of(law.matcher(found.group()).replaceFirst(address))
          : Optional.empty();
    }
  }

  private final List<Publisher> publishers;

  public LawTexts() throws IOException {
    var file = new ClassPathResource("law/addresses.csv").getInputStream();
    try (var rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      publishers =
          rows.stream()
              .map(
                  row ->
                      new Publisher(Pattern.compile(row.getField("law")), row.getField("address")))
              .toList();
    }
  }

  /** The citation in Markdown, as a link to the law's own text where that is known. */
  public String linked(Duty duty) {
    var citation = CaseSheet.plain(duty.citation());
    return address(duty.citation())
        .or(() -> address(duty.regime()))
        .map(address -> "[%s](%s)".formatted(citation, address))
        .orElse(citation);
  }

  /** The first that fits: the file has the narrower ones first. */
  private Optional<String> address(String cited) {
    return publishers.stream().flatMap(it -> it.addressOf(cited).stream()).findFirst();
  }
}
