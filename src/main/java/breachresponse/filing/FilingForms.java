package breachresponse.filing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The forms of {@code filings/forms}, one file each. */
@Component
class FilingForms {

  private final ObjectMapper json;
  private final Map<String, FilingForm> forms;

  FilingForms(ObjectMapper json) throws IOException {
    this.json = json;
    forms =
        Arrays.stream(
                new PathMatchingResourcePatternResolver()
                    .getResources("classpath:filings/forms/*.yaml"))
            .map(this::read)
            .collect(toMap(FilingForm::id, identity()));
  }

  /**
   * @throws IllegalStateException if there is none
   */
  FilingForm get(String id) {
    return Optional.ofNullable(forms.get(id))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "form: there is none called %s, please add it or correct filing-forms.dmn"
                        .formatted(id)));
  }

  Set<String> ids() {
    return forms.keySet();
  }

  private FilingForm read(Resource file) {
    try (var text = file.getInputStream()) {
      return read(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(file.getFilename() + ": " + e.getMessage(), e);
    }
  }

  private FilingForm read(InputStream text) {
    var form =
        json.convertValue(
            new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text),
            FilingForm.class);
    form.sections().stream()
        .flatMap(section -> section.fields().stream())
        .filter(field -> field.fact() != null && !Particulars.NAMES.contains(field.fact()))
        .findFirst()
        .ifPresent(
            field -> {
              throw new IllegalArgumentException(
                  "%s: no case knows '%s', please choose one of %s"
                      .formatted(field.label(), field.fact(), Particulars.NAMES));
            });
    return form;
  }
}
