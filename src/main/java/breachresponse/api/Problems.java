package breachresponse.api;

import breachresponse.incident.FactsRefused;
import breachresponse.incident.FactsRefused.Problem;
import breachresponse.language.Catalogue;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Turns what went wrong into RFC 9457 problems. The domain's messages are for people and name their
 * field; what has no such form is a fault of ours, and stays in the log.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final Pattern FOR_PEOPLE =
      Pattern.compile("(?<field>[a-z]\\w*([.\\[]\\w+]?)*): (?<message>.+)", Pattern.DOTALL);

  private final Catalogue catalogue;

  Problems(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @ExceptionHandler
  ProblemDetail refused(FactsRefused e) {
    return problem(HttpStatus.BAD_REQUEST, e.problems());
  }

  @ExceptionHandler
  ProblemDetail refused(Doorkeeper.Refused e) {
    return problem(HttpStatus.FORBIDDEN, e.getMessage());
  }

  @ExceptionHandler({NoSuchCase.class, NoSuchDuty.class, NoSuchVersion.class})
  ProblemDetail notThere(RuntimeException e) {
    return problem(HttpStatus.NOT_FOUND, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalArgumentException e) {
    return forPeople(e)
        .map(p -> problem(HttpStatus.BAD_REQUEST, List.of(p)))
        .orElseGet(() -> fault(e));
  }

  /** Parameters that are read into a record, which refuses nonsense. */
  @ExceptionHandler
  ProblemDetail refused(BeanInstantiationException e) {
    return e.getCause() instanceof IllegalArgumentException refused ? refused(refused) : fault(e);
  }

  @ExceptionHandler
  ProblemDetail notNow(IllegalStateException e) {
    return forPeople(e)
        .map(p -> problem(HttpStatus.CONFLICT, List.of(p)))
        .orElseGet(() -> fault(e));
  }

  @ExceptionHandler
  ProblemDetail fault(Exception e) {
    if (BodyLimit.isExceededIn(e)) {
      return problem(HttpStatus.PAYLOAD_TOO_LARGE, BodyLimit.MESSAGE);
    }
    LOG.error("a request failed", e);
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        catalogue.of("this is a fault of ours, the log says more"));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (BodyLimit.isExceededIn(e)) {
      return ResponseEntity.of(fault(e)).build();
    }
    var problem =
        e.getCause() instanceof JsonProcessingException unreadable
            ? ReadingProblem.of(unreadable)
            : new Problem("body", "is missing, send JSON");
    return ResponseEntity.of(problem(HttpStatus.BAD_REQUEST, List.of(problem))).build();
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      org.springframework.beans.TypeMismatchException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        Optional.ofNullable(e.getRootCause())
            .flatMap(Problems::forPeople)
            .orElseGet(
                () ->
                    new Problem(
                        e.getPropertyName(), "'%s' is not what goes here".formatted(e.getValue())));
    return ResponseEntity.of(problem(HttpStatus.BAD_REQUEST, List.of(problem))).build();
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problems =
        e.getFieldErrors().stream()
            .map(
                error ->
                    new Problem(
                        error.getField(),
                        "'%s' is not what goes here".formatted(error.getRejectedValue())))
            .toList();
    return ResponseEntity.of(problem(HttpStatus.BAD_REQUEST, problems)).build();
  }

  private static Optional<Problem> forPeople(Throwable e) {
    return Optional.ofNullable(e.getMessage())
        .map(FOR_PEOPLE::matcher)
        .filter(message -> message.matches())
        .map(message -> new Problem(message.group("field"), message.group("message")));
  }

  private ProblemDetail problem(HttpStatus status, String refusal) {
    return ProblemDetail.forStatusAndDetail(status, catalogue.ofRefusal(refusal));
  }

  private ProblemDetail problem(HttpStatus status, List<Problem> problems) {
    var known = problems.stream().map(this::inLanguage).toList();
    var detail =
        ProblemDetail.forStatusAndDetail(
            status, known.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    detail.setProperty("errors", known);
    return detail;
  }

  private Problem inLanguage(Problem problem) {
    return new Problem(problem.field(), catalogue.of(problem.message()));
  }
}
