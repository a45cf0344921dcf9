package breachresponse.exercise;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.Timeline;
import breachresponse.identity.Names;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The exercises: what was rehearsed, what was answered, what came of it. */
@Repository
@Transactional
public class Exercises {

  private final JdbcClient db;
  private final Incidents incidents;
  private final Timeline timeline;
  private final Names names;
  private final ObjectMapper json;
  private final Clock clock;

  Exercises(
      JdbcClient db,
      Incidents incidents,
      Timeline timeline,
      Names names,
      ObjectMapper json,
      Clock clock) {
    this.db = db;
    this.incidents = incidents;
    this.timeline = timeline;
    this.names = names;
    this.json = json;
    this.clock = clock;
  }

  /** Opens the case of an exercise. */
  public CaseNumber begin(Scenario scenario, List<String> participants, int timeLapse, String by) {
    var caseNumber = incidents.openExercise(scenario.title(), scenario.report(), by, timeLapse);
    db.sql(
            """
            insert into exercise (case_number, scenario, participants, begun_at)
            values (:case, :scenario, :participants, :now)
            """)
        .param("case", caseNumber.value())
        .param("scenario", write(scenario))
        .param("participants", String.join("\n", participants))
        .param("now", now())
        .update();
    timeline.record(
        caseNumber,
        by,
        "exercise begun",
        "%s, %s, with %s"
            .formatted(
                scenario.title(),
                incidents.get(caseNumber).timeScale().inWords(),
                participants.stream().map(names::inFull).collect(joining(", "))),
        null);
    return caseNumber;
  }

  /** Nothing if the case is no exercise. */
  public Optional<Exercise> find(CaseNumber caseNumber) {
    return db.sql("select * from exercise where case_number = :case")
        .param("case", caseNumber.value())
        .query(this::exercise)
        .optional();
  }

  /**
   * @throws NoSuchElementException if there is none
   */
  public Exercise get(CaseNumber caseNumber) {
    return find(caseNumber)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "caseNumber: case %s is no exercise".formatted(caseNumber)));
  }

  public void answer(CaseNumber caseNumber, String injectId, String answer, String by) {
    var inject = get(caseNumber).scenario().inject(injectId);
    db.sql(
            """
            insert into exercise_answer (case_number, inject, answer, by_whom, at)
            values (:case, :inject, :answer, :by, :now)
            """)
        .param("case", caseNumber.value())
        .param("inject", injectId)
        .param("answer", answer)
        .param("by", by)
        .param("now", now())
        .update();
    timeline.record(caseNumber, by, "inject answered", inject.title() + ": " + answer, null);
  }

  public List<Exercise.Answer> answers(CaseNumber caseNumber) {
    return db.sql("select * from exercise_answer where case_number = :case order by at, inject")
        .param("case", caseNumber.value())
        .query(
            (row, number) ->
                new Exercise.Answer(
                    row.getString("inject"),
                    row.getString("answer"),
                    row.getString("by_whom"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  public void end(CaseNumber caseNumber, ExerciseReport report, String by) {
    db.sql("update exercise set ended_at = :ended, report = :report where case_number = :case")
        .param("ended", report.endedAt().atOffset(ZoneOffset.UTC))
        .param("report", write(report))
        .param("case", caseNumber.value())
        .update();
    timeline.record(caseNumber, by, "exercise ended", report.end(), null);
  }

  public void draw(CaseNumber caseNumber, List<Exercise.Lesson> lessons, String by) {
    var number = 0;
    for (var lesson : lessons) {
      number++;
      db.sql(
              """
              insert into exercise_lesson (case_number, number, lesson, owner, due)
              values (:case, :number, :lesson, :owner, :due)
              """)
          .param("case", caseNumber.value())
          .param("number", number)
          .param("lesson", lesson.lesson())
          .param("owner", lesson.owner())
          .param("due", lesson.due())
          .update();
      timeline.record(
          caseNumber,
          by,
          "lesson drawn",
          "%s: %s by %s".formatted(lesson.lesson(), names.inFull(lesson.owner()), lesson.due()),
          null);
    }
  }

  public List<Exercise.Lesson> lessons(CaseNumber caseNumber) {
    return db.sql(
            "select lesson, owner, due from exercise_lesson where case_number = :case order by number")
        .param("case", caseNumber.value())
        .query(
            (row, number) ->
                new Exercise.Lesson(
                    row.getString("lesson"),
                    row.getString("owner"),
                    row.getObject("due", LocalDate.class)))
        .list();
  }

  private Exercise exercise(ResultSet row, int number) throws SQLException {
    var caseNumber = new CaseNumber(row.getString("case_number"));
    return new Exercise(
        caseNumber,
        read(row.getString("scenario"), Scenario.class),
        row.getString("participants").lines().toList(),
        incidents.get(caseNumber).timeScale(),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("report"))
            .map(report -> read(report, ExerciseReport.class)));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private String write(Object content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private <T> T read(String content, Class<T> type) {
    try {
      return json.readValue(content, type);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
