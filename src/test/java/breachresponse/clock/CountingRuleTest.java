package breachresponse.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingRuleTest {

  @ParameterizedTest(name = "{0}: {2} {1} from {5} is due {6}, at the latest {7}")
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          LAW,                                       RULE,          PERIOD, PLACE, ZONE,             START,                     DUE,                       LATEST
          GDPR 33 Berlin over Easter and spring DST, eu-1182-hours, 72,     DE,    Europe/Berlin,    2027-03-26T18:20:00+01:00, 2027-03-29T19:20:00+02:00, 2027-03-29T20:00:00+02:00
          GDPR 33 Madrid over autumn DST,            eu-1182-hours, 72,     ES,    Europe/Madrid,    2027-10-29T09:05:00+02:00, 2027-11-01T08:05:00+01:00, 2027-11-01T09:00:00+01:00
          GDPR 33 Paris over autumn DST,             eu-1182-hours, 72,     FR,    Europe/Paris,     2026-10-23T09:05:00+02:00, 2026-10-26T08:05:00+01:00, 2026-10-26T09:00:00+01:00
          UK GDPR 33 over Christmas,                 eu-1182-hours, 72,     GB,    Europe/London,    2026-12-24T16:45:00Z,      2026-12-27T16:45:00Z,      2026-12-27T17:00:00Z
          GDPR 33 told by the processor,             eu-1182-hours, 72,     BE,    Europe/Brussels,  2026-12-09T10:10:00+01:00, 2026-12-12T10:10:00+01:00, 2026-12-12T11:00:00+01:00
          GDPR 33 to Dublin known in Tokyo,          eu-1182-hours, 72,     IE,    Europe/Dublin,    2026-12-01T08:30:00+09:00, 2026-12-03T23:30:00Z,      2026-12-04T00:00:00Z
          GDPR 33 on the full hour,                  eu-1182-hours, 72,     DE,    Europe/Berlin,    2026-12-01T10:00:00+01:00, 2026-12-04T10:00:00+01:00, 2026-12-04T10:00:00+01:00
          NIS2 early warning,                        elapsed-hours, 24,     BE,    Europe/Brussels,  2026-12-19T23:30:00+01:00, 2026-12-20T23:30:00+01:00, 2026-12-20T23:30:00+01:00
          NIS2 notification,                         elapsed-hours, 72,     BE,    Europe/Brussels,  2026-12-19T23:30:00+01:00, 2026-12-22T23:30:00+01:00, 2026-12-22T23:30:00+01:00
          NIS2 final,                                eu-1182-months, 1,     BE,    Europe/Brussels,  2026-12-22T10:15:00+01:00, 2027-01-22T23:59:59+01:00, 2027-01-22T23:59:59+01:00
          BSIG 32 final with no 31 February,         eu-1182-months, 1,     DE,    Europe/Berlin,    2027-01-31T12:00:00+01:00, 2027-03-01T23:59:59+01:00, 2027-03-01T23:59:59+01:00
          611/2013 second,                           eu-1182-days,  3,      FR,    Europe/Paris,     2026-11-30T10:00:00+01:00, 2026-12-03T23:59:59+01:00, 2026-12-03T23:59:59+01:00
          611/2013 second over Christmas,            eu-1182-days,  3,      FR,    Europe/Paris,     2026-12-23T14:00:00+01:00, 2026-12-28T23:59:59+01:00, 2026-12-28T23:59:59+01:00
          Two days hold two working days,            eu-1182-days,  2,      FR,    Europe/Paris,     2026-12-24T14:00:00+01:00, 2026-12-29T23:59:59+01:00, 2026-12-29T23:59:59+01:00
          DORA initial of a bank,                    elapsed-hours, 4,      DE,    Europe/Berlin,    2026-12-08T15:30:00+01:00, 2026-12-08T19:30:00+01:00, 2026-12-08T19:30:00+01:00
          DORA initial of a bank on a Saturday,      elapsed-hours, 4,      IE,    Europe/Dublin,    2026-12-05T10:00:00Z,      2026-12-05T14:00:00Z,      2026-12-05T14:00:00Z
          DORA initial with relief on a Saturday,    dora-hours,    4,      IE,    Europe/Dublin,    2026-12-05T10:00:00Z,      2026-12-05T14:00:00Z,      2026-12-07T12:00:00Z
          DORA intermediate,                         dora-hours,    72,     DE,    Europe/Berlin,    2026-12-08T19:00:00+01:00, 2026-12-11T19:00:00+01:00, 2026-12-11T19:00:00+01:00
          DORA final on a Sunday,                    dora-months,   1,      DE,    Europe/Berlin,    2026-12-10T11:00:00+01:00, 2027-01-11T12:00:00+01:00, 2027-01-11T12:00:00+01:00
          DORA final on a Tuesday,                   dora-months,   1,      DE,    Europe/Berlin,    2026-12-12T11:00:00+01:00, 2027-01-12T23:59:59+01:00, 2027-01-12T23:59:59+01:00
          CRA final 14 days,                         eu-1182-days,  14,     BE,    Europe/Brussels,  2026-11-25T12:00:00+01:00, 2026-12-09T23:59:59+01:00, 2026-12-09T23:59:59+01:00
          CERT-In 6 hours,                           elapsed-hours, 6,      IN,    Asia/Kolkata,     2026-12-05T01:50:00+05:30, 2026-12-05T07:50:00+05:30, 2026-12-05T07:50:00+05:30
          Singapore PDPC over a weekend,             calendar-days, 3,      SG,    Asia/Singapore,   2026-12-04T17:20:00+08:00, 2026-12-07T23:59:59+08:00, 2026-12-07T23:59:59+08:00
          SOCI 12 hours over southern DST,           elapsed-hours, 12,     AU,    Australia/Sydney, 2026-10-03T20:15:00+10:00, 2026-10-04T09:15:00+11:00, 2026-10-04T09:15:00+11:00
          RAN 20-8 of Chile over its spring DST,     elapsed-minutes, 30,   CL,    America/Santiago, 2026-09-05T23:45:00-04:00, 2026-09-06T01:15:00-03:00, 2026-09-06T01:15:00-03:00
          CPS 234 72 hours over southern DST,        elapsed-hours, 72,     AU,    Australia/Sydney, 2026-10-03T20:15:00+10:00, 2026-10-06T21:15:00+11:00, 2026-10-06T21:15:00+11:00
          Indonesia 3 x 24 hours,                    elapsed-hours, 72,     ID,    Asia/Jakarta,     2026-12-30T22:10:00+07:00, 2027-01-02T22:10:00+07:00, 2027-01-02T22:10:00+07:00
          KVKK known in Munich,                      elapsed-hours, 72,     TR,    Europe/Istanbul,  2026-12-10T10:25:00+01:00, 2026-12-13T12:25:00+03:00, 2026-12-13T12:25:00+03:00
          NDB assessment,                            calendar-days-extended, 30, AU, Australia/Sydney, 2026-11-02T09:00:00+11:00, 2026-12-02T23:59:59+11:00, 2026-12-02T23:59:59+11:00
          NDB assessment to a Saturday,              calendar-days-extended, 30, AU, Australia/Sydney, 2026-11-05T09:00:00+11:00, 2026-12-07T23:59:59+11:00, 2026-12-07T23:59:59+11:00
          Malaysia 7 days,                           calendar-days, 7,      MY,    Asia/Kuala_Lumpur, 2026-12-07T09:00:00+08:00, 2026-12-14T23:59:59+08:00, 2026-12-14T23:59:59+08:00
          Swiss ISA 24 hours,                        elapsed-hours, 24,     CH,    Europe/Zurich,    2026-12-11T15:00:00+01:00, 2026-12-12T15:00:00+01:00, 2026-12-12T15:00:00+01:00
          FINMA 24 hours over a weekend,             finma-hours,   24,     CH,    Europe/Zurich,    2026-12-11T15:00:00+01:00, 2026-12-12T15:00:00+01:00, 2026-12-14T15:00:00+01:00
          FINMA 72 hours over a weekend,             finma-hours,   72,     CH,    Europe/Zurich,    2026-12-10T09:00:00+01:00, 2026-12-13T09:00:00+01:00, 2026-12-15T09:00:00+01:00
          FINMA 24 hours from a Saturday,            finma-hours,   24,     CH,    Europe/Zurich,    2026-12-12T15:00:00+01:00, 2026-12-13T15:00:00+01:00, 2026-12-15T00:00:00+01:00
          Egypt three working days over Friday,      business-days, 3,      EG,    Africa/Cairo,     2026-12-09T10:00:00+02:00, 2026-12-14T23:59:59+02:00, 2026-12-14T23:59:59+02:00
          Egypt three working days over Christmas,   business-days, 3,      EG,    Africa/Cairo,     2027-01-05T10:00:00+02:00, 2027-01-11T23:59:59+02:00, 2027-01-11T23:59:59+02:00
          APPI about 3 to 5 days,                    days-first-included, 5, JP,   Asia/Tokyo,       2026-12-01T15:00:00+09:00, 2026-12-05T23:59:59+09:00, 2026-12-05T23:59:59+09:00
          APPI 30 days over New Year,                japan-days,    30,     JP,    Asia/Tokyo,       2026-12-01T15:00:00+09:00, 2026-12-30T23:59:59+09:00, 2027-01-04T23:59:59+09:00
          SEC 8-K over Thanksgiving,                 sec-business-days, 4,  US,    America/New_York, 2026-11-25T16:00:00-05:00, 2026-12-02T17:30:00-05:00, 2026-12-02T17:30:00-05:00
          SEC 8-K from a Saturday,                   sec-business-days, 4,  US,    America/New_York, 2026-10-10T16:00:00-04:00, 2026-10-16T17:30:00-04:00, 2026-10-16T17:30:00-04:00
          LGPD over Consciencia Negra,               business-days, 3,      BR,    America/Sao_Paulo, 2026-11-19T10:00:00-03:00, 2026-11-25T23:59:59-03:00, 2026-11-25T23:59:59-03:00
          LGPD over Carnival,                        business-days, 3,      BR,    America/Sao_Paulo, 2026-02-13T10:00:00-03:00, 2026-02-18T23:59:59-03:00, 2026-02-18T23:59:59-03:00
          Vermont 14 business days,                  business-days, 14,     US-VT, America/New_York, 2026-04-06T09:00:00-04:00, 2026-04-24T23:59:59-04:00, 2026-04-24T23:59:59-04:00
          Vermont individuals,                       calendar-days, 45,     US-VT, America/New_York, 2026-04-06T09:00:00-04:00, 2026-05-21T23:59:59-04:00, 2026-05-21T23:59:59-04:00
          California individuals,                    calendar-days-arguably-extended, 30, US-CA, America/Los_Angeles, 2026-03-02T09:00:00-08:00, 2026-04-01T23:59:59-07:00, 2026-04-01T23:59:59-07:00
          California to Cesar Chavez Day,            calendar-days-arguably-extended, 30, US-CA, America/Los_Angeles, 2026-03-01T09:00:00-08:00, 2026-03-31T23:59:59-07:00, 2026-04-01T23:59:59-07:00
          California AG,                             calendar-days-arguably-extended, 15, US-CA, America/Los_Angeles, 2026-03-30T09:00:00-07:00, 2026-04-14T23:59:59-07:00, 2026-04-14T23:59:59-07:00
          HIPAA 60 days,                             calendar-days, 60,     US,    America/New_York, 2026-01-15T09:00:00-05:00, 2026-03-16T23:59:59-04:00, 2026-03-16T23:59:59-04:00
          HHS log,                                   days-after-year-end, 60, US,  America/New_York, 2026-05-11T08:00:00-04:00, 2027-03-01T23:59:59-05:00, 2027-03-01T23:59:59-05:00
          Banks 36 hours on a holiday weekend,       elapsed-hours, 36,     US,    America/New_York, 2026-07-02T22:30:00-04:00, 2026-07-04T10:30:00-04:00, 2026-07-04T10:30:00-04:00
          NYDFS 72 hours over spring DST,            elapsed-hours, 72,     US-NY, America/New_York, 2026-03-07T12:00:00-05:00, 2026-03-10T13:00:00-04:00, 2026-03-10T13:00:00-04:00
          Colombia without Chiquinquirá,             business-days, 15,     CO,    America/Bogota,   2026-07-08T09:00:00-05:00, 2026-07-30T23:59:59-05:00, 2026-07-30T23:59:59-05:00
          Ecuador over a moved holiday,              business-days, 5,      EC,    America/Guayaquil, 2026-05-21T10:00:00-05:00, 2026-05-29T23:59:59-05:00, 2026-05-29T23:59:59-05:00
          Ecuador over 9 October on a Saturday,      business-days, 3,      EC,    America/Guayaquil, 2027-10-07T10:00:00-05:00, 2027-10-13T23:59:59-05:00, 2027-10-13T23:59:59-05:00
          Ecuador over All Souls on a Tuesday,       business-days, 1,      EC,    America/Guayaquil, 2027-10-29T10:00:00-05:00, 2027-11-03T23:59:59-05:00, 2027-11-03T23:59:59-05:00
          Costa Rica over 1 December,                business-days, 5,      CR,    America/Costa_Rica, 2026-11-26T10:00:00-06:00, 2026-12-04T23:59:59-06:00, 2026-12-04T23:59:59-06:00
          CPS 234 10 business days over Christmas,   business-days, 10,     AU,    Australia/Sydney, 2026-12-18T16:00:00+11:00, 2027-01-06T23:59:59+11:00, 2027-01-06T23:59:59+11:00
          Colombia 15 business days,                 business-days, 15,     CO,    America/Bogota,   2026-06-01T09:00:00-05:00, 2026-06-24T23:59:59-05:00, 2026-06-24T23:59:59-05:00
          """)
  void periods_end_when_the_law_says(
      String law,
      String rule,
      int period,
      String place,
      ZoneId zone,
      OffsetDateTime start,
      OffsetDateTime due,
      OffsetDateTime latest) {
    var deadline =
        CountingRule.named(rule)
            .count(start.atZoneSameInstant(zone), period, WorkingDays.of(place));

    assertThat(deadline.due().toInstant()).isEqualTo(due.toInstant());
    assertThat(deadline.latest().toInstant()).isEqualTo(latest.toInstant());
    assertThat(deadline.due().getOffset()).isEqualTo(due.getOffset());
  }

  @Test
  void the_words_name_the_holidays_that_were_skipped() {
    var start = OffsetDateTime.parse("2026-11-25T16:00:00-05:00");

    var deadline =
        CountingRule.SEC_BUSINESS_DAYS.count(
            start.atZoneSameInstant(ZoneId.of("America/New_York")), 4, WorkingDays.of("US"));

    assertThat(deadline.counting())
        .contains("(days skipped: weekend days, Thanksgiving Day (Thu 26 Nov 2026))");
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      textBlock =
          """
          US,    2026-07-03, true
          US,    2026-10-12, true
          US,    2027-12-24, true
          US,    2027-12-31, true
          US,    2026-11-27, false
          US-CA, 2026-03-31, true
          US-CA, 2026-10-12, false
          US-CA, 2026-07-03, false
          US-CA, 2028-11-10, true
          US-AK, 2026-10-12, false
          US-DE, 2026-02-16, false
          US-HI, 2026-06-19, false
          US-HI, 2026-10-12, false
          US-IA, 2026-07-03, true
          US-IA, 2026-06-19, false
          US-IA, 2026-10-12, false
          US-KY, 2026-10-12, false
          US-LA, 2026-10-12, false
          US-MI, 2026-10-12, false
          US-MN, 2026-10-12, false
          US-MS, 2026-06-19, false
          US-MS, 2026-10-12, false
          US-OH, 2026-10-12, true
          US-OH, 2026-04-27, false
          US-VT, 2026-03-03, true
          US-VT, 2026-06-19, false
          US-VT, 2027-08-16, true
          BR,    2026-11-20, true
          BR,    2026-02-17, false
          BR,    2026-06-04, false
          JP,    2026-02-23, true
          JP,    2026-03-20, true
          JP,    2026-05-06, true
          JP,    2026-09-22, true
          JP,    2026-12-23, false
          DE-HE, 2026-06-04, true
          DE,    2026-06-04, false
          XX,    2026-12-25, false
          """)
  void holidays_are_those_of_the_place(String place, java.time.LocalDate day, boolean holiday) {
    assertThat(WorkingDays.of(place).holiday(day).isPresent()).isEqualTo(holiday);
  }
}
