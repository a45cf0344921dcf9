package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.PAID;
import static breachresponse.obligation.LegalRow.clinic;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.shop;

import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.Milestone;
import java.util.List;

final class RowsOfUsFederal {

  private RowsOfUsFederal() {}

  static List<LegalRow> rows() {
    return List.of(
        row(
            "us-hipaa-individuals",
            "US",
            clinic(1),
            clinic(1).risk("unlikely"),
            "low probability of compromise"),
        row("us-hipaa-individuals", "US", clinic(1), clinic(1).unreadable(), "secured"),
        row(
            "us-hipaa-individuals",
            "US",
            clinic(1),
            clinic(1).attributes("good-faith-acquisition"),
            "good faith of the workforce"),
        row("us-hipaa-hhs-500", "US", clinic(500), clinic(499), "fewer than 500"),
        row("us-hipaa-hhs-under500", "US", clinic(499), clinic(500), "500 or more"),
        row("us-hipaa-media", "US-OH", clinic(501), clinic(500), "not more than 500 in the State"),
        row(
            "us-hipaa-media",
            "US-OH",
            clinic(501),
            clinic(400).people("US-MI", 400),
            "more than 500, but not in one State"),
        row("us-hipaa-business-associate", "US", associate(), clinic(1), "covered entity itself"),
        row("us-ftc-hbnr-individuals", "US", tracker(1), tracker(1).unreadable(), "secured"),
        row(
            "us-ftc-hbnr-individuals",
            "US",
            tracker(1).risk("unlikely"),
            tracker(1).attributes("hipaa-covered-entity"),
            "under HIPAA"),
        row(
            "us-ftc-hbnr-individuals",
            "US",
            tracker(1),
            tracker(0).people("CA-ON", 5),
            "nobody in the United States"),
        row("us-ftc-hbnr-ftc-500", "US", tracker(500), tracker(499), "fewer than 500"),
        row("us-ftc-hbnr-ftc-under500", "US", tracker(499), tracker(500), "500 or more"),
        row(
            "us-ftc-hbnr-media",
            "US-OH",
            tracker(500),
            tracker(499),
            "fewer than 500 in the State"),
        row("us-ftc-safeguards", "US", lender(500), lender(499), "fewer than 500"),
        row("us-ftc-safeguards", "US", lender(500), lender(500).unreadable(), "encrypted"),
        row(
            "us-bank-36h",
            "US",
            outage("us-regulated-bank"),
            with("us-regulated-bank"),
            "operations run on"),
        row(
            "us-bank-36h",
            "US",
            outage("us-regulated-bank"),
            outage("us-regulated-bank").attributes("insignificant-incident"),
            "not material"),
        row(
            "us-bank-service-provider",
            "US",
            outage("us-bank-service-provider"),
            with("us-bank-service-provider"),
            "services run on"),
        row(
            "us-interagency-glba-customer",
            "US",
            bank().data("bank-account"),
            bank(),
            "no sensitive customer information"),
        row(
            "us-interagency-glba-customer",
            "US",
            bank().data("ssn"),
            bank().data("ssn").risk("unlikely"),
            "misuse not reasonably possible"),
        row(
            "us-interagency-glba-customer",
            "US",
            bank().data("ssn"),
            bank().data("ssn").processor(),
            "for another bank"),
        row(
            "us-ncua-72h",
            "US",
            with("us-credit-union"),
            with("us-credit-union", "insignificant-incident"),
            "not substantial"),
        row(
            "us-sec-8k-1.05",
            "US",
            with("us-listed"),
            with("us-foreign-private-issuer"),
            "files Form 6-K"),
        row(
            "us-sec-8k-1.05-amend",
            "US",
            with("us-listed", "information-missing"),
            with("us-listed"),
            "told in full"),
        row(
            "us-sec-regsp-customers",
            "US",
            broker().data("ssn"),
            broker().data("purchases"),
            "not sensitive"),
        row(
            "us-sec-regsp-customers",
            "US",
            broker().data("ssn"),
            broker().data("ssn").risk("unlikely"),
            "harm not reasonably likely"),
        row(
            "us-sec-regsp-service-provider",
            "US",
            shop("US-OH").processor().attributes("us-sec-regulation-sp-provider"),
            broker().data("ssn"),
            "covered institution itself"),
        row(
            "us-sec-regsci",
            "US",
            with("us-sec-sci-entity"),
            with("us-sec-sci-entity", "insignificant-incident"),
            "de minimis"),
        row(
            "us-fcc-64.2011-agencies",
            "US",
            carrier(500).risk("unlikely"),
            carrier(499).risk("unlikely"),
            "fewer than 500 and no harm likely"),
        row("us-fcc-64.2011-agencies", "US", carrier(1), carrier(1).unreadable(), "encrypted"),
        row(
            "us-fcc-64.2011-customers",
            "US",
            carrier(1),
            carrier(1).risk("unlikely"),
            "no harm likely"),
        row(
            "us-fcc-64.2011-customers",
            "US",
            carrier(1),
            carrier(1).attributes("good-faith-acquisition"),
            "good faith of an employee"),
        row(
            "us-circia-incident",
            "US",
            with("us-circia-covered-entity"),
            with("us-listed"),
            "not covered"),
        row(
            "us-circia-ransom",
            "US",
            with("us-circia-covered-entity").on(Milestone.PAYMENT, PAID),
            with("us-circia-covered-entity"),
            "nothing paid"),
        row(
            "us-dfars-7012",
            "US",
            with("us-dod-contractor"),
            with("us-federal-contractor-cui"),
            "no defence contractor"),
        row("us-tsa-pipeline", "US", with("us-tsa-pipeline"), with("us-tsa-rail"), "a railroad"),
        row("us-tsa-rail", "US", with("us-tsa-rail"), with("us-tsa-pipeline"), "a pipeline"),
        row(
            "us-nerc-cip008-incident",
            "US",
            with("us-bes-entity"),
            with("us-bes-entity", "us-bes-attempt"),
            "only an attempt"),
        row(
            "us-nerc-cip008-attempt",
            "US",
            with("us-bes-entity", "us-bes-attempt"),
            with("us-bes-entity"),
            "more than an attempt"),
        row(
            "us-nerc-cip008-update",
            "US",
            with("us-bes-entity", "information-missing"),
            with("us-bes-entity"),
            "told in full"),
        row(
            "us-doe-oe417",
            "US",
            with("us-electric-utility"),
            shop("US-OH").sectors("energy"),
            "sells no electricity"),
        row(
            "us-nrc-73.77",
            "US",
            with("us-nuclear-licensee"),
            with("us-nuclear-licensee", "insignificant-incident"),
            "no adverse impact"),
        row(
            "us-fisma-1h",
            "US",
            with("us-federal-agency"),
            shop("US-OH").sectors("public-body"),
            "agency of a state"),
        row("us-fisma-major-congress", "US", agency(100_000), agency(99_999), "fewer than 100,000"),
        row(
            "us-fisma-major-congress",
            "US",
            agency(1).on(Milestone.CLASSIFICATION, PAID),
            agency(1),
            "not classified as major"),
        row(
            "us-omb-m17-12-individuals",
            "US",
            agency(1),
            agency(1).risk("unlikely"),
            "no risk of harm"),
        row(
            "us-fedramp-1h",
            "US",
            with("us-fedramp-provider"),
            shop("US-OH").sectors("technology"),
            "not authorised"),
        row(
            "us-far-cui-proposed",
            "US",
            with("us-federal-contractor-cui"),
            with("us-dod-contractor"),
            "no such information"),
        row(
            "us-hud-fha-ml",
            "US",
            outage("us-fha-mortgagee"),
            with("us-fha-mortgagee"),
            "operations run on"),
        row(
            "us-ginnie-apm-24-02",
            "US",
            with("us-ginnie-mae-issuer"),
            with("us-ginnie-mae-issuer", "insignificant-incident"),
            "not significant"),
        row(
            "us-fsa-title4",
            "US",
            shop("US-OH").attributes("us-title-iv-institution"),
            organisationIn("US-OH").attributes("us-title-iv-institution"),
            "no personal data"),
        row(
            "us-uscg-33cfr101",
            "US",
            with("us-mtsa-regulated"),
            with("us-mtsa-regulated", "insignificant-incident"),
            "not reportable"),
        row(
            "us-irs-4557-tax-pro",
            "US",
            shop("US-OH").attributes("us-tax-preparer"),
            organisationIn("US-OH").attributes("us-tax-preparer"),
            "no client data"),
        row(
            "us-cms-qhp",
            "US",
            with("us-exchange-partner"),
            with("us-insurance-licensee"),
            "no agreement with the exchange"),
        row(
            "us-naic-mdl668-model",
            "US",
            with("us-insurance-licensee"),
            with("us-insurance-licensee").unreadable(),
            "encrypted"));
  }

  private static FactsOf with(String... attributes) {
    return organisationIn("US-OH").attributes(attributes);
  }

  private static FactsOf outage(String attribute) {
    return with(attribute).breach(Aspect.AVAILABILITY);
  }

  private static FactsOf associate() {
    return organisationIn("US-OH")
        .attributes("hipaa-business-associate")
        .people("US-OH", 1)
        .data("name", "health")
        .risk("high");
  }

  private static FactsOf tracker(long people) {
    return organisationIn("DE")
        .attributes("us-health-records-vendor")
        .people("US-OH", people)
        .data("name", "health")
        .risk("risk");
  }

  private static FactsOf lender(long people) {
    return with("us-glba-ftc").people("US-OH", people).data("name", "financial").risk("unlikely");
  }

  private static FactsOf bank() {
    return shop("US-OH").attributes("us-regulated-bank");
  }

  private static FactsOf broker() {
    return shop("US-OH").attributes("us-sec-regulation-sp");
  }

  private static FactsOf carrier(long people) {
    return organisationIn("US-OH")
        .sectors("telecom")
        .people("US-OH", people)
        .data("traffic-data")
        .risk("risk");
  }

  private static FactsOf agency(long people) {
    return with("us-federal-agency").people("US-OH", people).data("name").risk("risk");
  }
}
