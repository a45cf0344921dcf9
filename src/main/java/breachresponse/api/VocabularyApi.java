package breachresponse.api;

import breachresponse.incident.Vocabulary;
import breachresponse.incident.Vocabulary.Term;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The terms that facts may use. */
@RestController
@Tag(name = "Obligations")
class VocabularyApi {

  @Schema(name = "Vocabulary")
  record VocabularyJson(
      List<Term> sectors,
      List<Term> attributes,
      @Schema(description = "those of the attributes that say what is special about a breach")
          List<Term> circumstances,
      List<Term> dataCategories) {}

  private final Vocabulary vocabulary;

  VocabularyApi(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @GetMapping("/api/vocabulary")
  @Operation(summary = "The terms for sectors, attributes and categories of data")
  VocabularyJson vocabulary() {
    return new VocabularyJson(
        vocabulary.sectors(),
        vocabulary.attributes(),
        vocabulary.circumstances(),
        vocabulary.dataCategories());
  }
}
