package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.mail;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.store;

import java.util.List;

final class RowsOfUsStatesAToM {

  private RowsOfUsStatesAToM() {}

  static List<LegalRow> rows() {
    return List.of(
        row(
            "us-ca-civ1798.82-individuals",
            "US-CA",
            store("US-CA", 1),
            store("US-CA", 1).unreadable(),
            "unreadable"),
        row(
            "us-ca-civ1798.82-individuals",
            "US-CA",
            mail("US-CA").data("online-credentials"),
            mail("US-CA").data("name"),
            "no password"),
        row(
            "us-ca-civ1798.82-individuals",
            "US-CA",
            store("US-CA", 1),
            store("US-CA", 1).sectors("public-body"),
            "an agency"),
        row(
            "us-ca-civ1798.82-ag",
            "US-CA",
            store("US-CA", 501),
            store("US-CA", 500),
            "not more than 500"),
        row("us-ca-civ1798.29-agency", "US-CA", agency(), agency().unreadable(), "unreadable"),
        row("us-ca-hsc1280.15-cdph", "US-CA", facility(), store("US-CA", 1), "no health facility"),
        row(
            "us-ca-hsc1280.15-patient",
            "US-CA",
            facility(),
            store("US-CA", 1),
            "no health facility"),
        row(
            "us-fl-breach-individuals",
            "US-FL",
            store("US-FL", 1),
            store("US-FL", 1).risk("unlikely"),
            "no likely harm"),
        row(
            "us-fl-breach-individuals",
            "US-FL",
            mail("US-FL").data("name", "passport"),
            mail("US-FL").data("name", "biometric"),
            "no biometrics in the act"),
        row("us-fl-breach-ag", "US-FL", store("US-FL", 500), store("US-FL", 499), "fewer than 500"),
        row(
            "us-fl-breach-cra",
            "US-FL",
            store("US-FL", 1001),
            store("US-FL", 1000),
            "not more than 1,000"),
        row(
            "us-fl-501.171-third-party",
            "US-FL",
            store("US-FL", 1).processor(),
            store("US-FL", 1),
            "covered entity itself"),
        row(
            "us-fl-282.3185-local-incident",
            "US-FL",
            organisationIn("US-FL")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .attributes("cyberattack"),
            organisationIn("US-FL")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .attributes("insignificant-incident"),
            "below level 3"),
        row(
            "us-fl-282.3185-local-ransomware",
            "US-FL",
            organisationIn("US-FL")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .attributes("ransomware"),
            organisationIn("US-FL")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .attributes("cyberattack"),
            "no ransomware"),
        row(
            "us-ga-breach-vendor",
            "US-GA",
            store("US-GA", 1).processor().attributes("us-ga-broker-vendor"),
            store("US-GA", 1).processor().attributes("us-ga-broker-vendor").unreadable(),
            "unreadable"),
        row(
            "us-id-agency-ag",
            "US-ID",
            organisationIn("US-ID")
                .sectors("public-body")
                .people("US-ID", 1)
                .data("name", "ssn")
                .risk("high"),
            organisationIn("US-ID")
                .sectors("public-body")
                .people("US-ID", 1)
                .data("name", "ssn")
                .risk("high")
                .unreadable(),
            "unreadable"),
        row(
            "us-il-agency-ag",
            "US-IL",
            organisationIn("US-IL")
                .sectors("public-body")
                .attributes("us-state-government")
                .data("name", "ssn")
                .risk("high")
                .people("US-IL", 251),
            organisationIn("US-IL")
                .sectors("public-body")
                .attributes("us-state-government")
                .data("name", "ssn")
                .risk("high")
                .people("US-IL", 250),
            "not more than 250"),
        row(
            "us-il-hipaa-ag",
            "US-IL",
            organisationIn("US-OH")
                .attributes("hipaa-covered-entity")
                .people("US-IL", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-OH")
                .attributes("hipaa-covered-entity")
                .people("US-IL", 1)
                .data("name", "health")
                .risk("unlikely"),
            "low probability of compromise"),
        row(
            "us-in-political-subdivision",
            "US-IN",
            organisationIn("US-IN").sectors("public-body").risk("high").attributes("cyberattack"),
            organisationIn("US-IN").sectors("public-body").risk("high"),
            "no attack"),
        row(
            "us-ky-agency-72h",
            "US-KY",
            organisationIn("US-KY")
                .sectors("public-body")
                .people("US-KY", 1)
                .data("name", "ssn")
                .risk("high"),
            organisationIn("US-KY")
                .sectors("public-body")
                .people("US-KY", 1)
                .data("name", "ssn")
                .risk("high")
                .unreadable(),
            "unreadable"),
        row(
            "us-mn-16e.36-public",
            "US-MN",
            organisationIn("US-MN").sectors("public-body").risk("high").attributes("cyberattack"),
            organisationIn("US-MN").sectors("public-body").risk("high"),
            "no attack"),
        row(
            "us-al-breach-individuals",
            "US-AL",
            store("US-AL", 1),
            store("US-AL", 1).unreadable(),
            "unreadable"),
        row(
            "us-al-breach-individuals",
            "US-AL",
            store("US-AL", 1),
            store("US-AL", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-al-breach-ag",
            "US-AL",
            store("US-AL", 1001),
            store("US-AL", 1000),
            "not more than 1,000"),
        row(
            "us-al-breach-cra",
            "US-AL",
            store("US-AL", 1001),
            store("US-AL", 1000),
            "not more than 1,000"),
        row(
            "us-al-insurance-commissioner",
            "US-AL",
            insurer("US-AL"),
            insurer("US-AL").risk("unlikely"),
            "no likely harm"),
        row(
            "us-al-insurance-commissioner",
            "US-AL",
            licensee("US-AL", 250),
            licensee("US-AL", 249),
            "fewer than 250"),
        row(
            "us-ak-breach-individuals",
            "US-AK",
            store("US-AK", 1),
            store("US-AK", 1).unreadable(),
            "unreadable"),
        row(
            "us-ak-breach-individuals",
            "US-AK",
            store("US-AK", 1),
            store("US-AK", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ak-breach-ag",
            "US-AK",
            store("US-AK", 1).risk("unlikely"),
            store("US-AK", 1).risk("unlikely").unreadable(),
            "unreadable"),
        row(
            "us-ak-breach-cra",
            "US-AK",
            store("US-AK", 1001),
            store("US-AK", 1000),
            "not more than 1,000"),
        row(
            "us-ak-insurance-commissioner",
            "US-AK",
            insurer("US-AK"),
            insurer("US-AK").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ak-insurance-commissioner",
            "US-AK",
            licensee("US-AK", 250),
            licensee("US-AK", 249),
            "fewer than 250"),
        row(
            "us-az-breach-individuals",
            "US-AZ",
            store("US-AZ", 1),
            store("US-AZ", 1).unreadable(),
            "unreadable"),
        row(
            "us-az-breach-individuals",
            "US-AZ",
            store("US-AZ", 1),
            store("US-AZ", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-az-breach-ag",
            "US-AZ",
            store("US-AZ", 1001),
            store("US-AZ", 1000),
            "not more than 1,000"),
        row(
            "us-az-breach-cra",
            "US-AZ",
            store("US-AZ", 1001),
            store("US-AZ", 1000),
            "not more than 1,000"),
        row(
            "us-ar-breach-individuals",
            "US-AR",
            store("US-AR", 1),
            store("US-AR", 1).unreadable(),
            "unreadable"),
        row(
            "us-ar-breach-individuals",
            "US-AR",
            store("US-AR", 1),
            store("US-AR", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ar-breach-ag",
            "US-AR",
            store("US-AR", 1001),
            store("US-AR", 1000),
            "not more than 1,000"),
        row(
            "us-co-breach-individuals",
            "US-CO",
            store("US-CO", 1),
            store("US-CO", 1).unreadable(),
            "unreadable"),
        row(
            "us-co-breach-individuals",
            "US-CO",
            store("US-CO", 1),
            store("US-CO", 1).risk("unlikely"),
            "harm unlikely"),
        row("us-co-breach-ag", "US-CO", store("US-CO", 500), store("US-CO", 499), "fewer than 500"),
        row(
            "us-co-breach-cra",
            "US-CO",
            store("US-CO", 1001),
            store("US-CO", 1000),
            "not more than 1,000"),
        row(
            "us-ct-breach-individuals",
            "US-CT",
            store("US-CT", 1),
            store("US-CT", 1).unreadable(),
            "unreadable"),
        row(
            "us-ct-breach-individuals",
            "US-CT",
            store("US-CT", 1),
            store("US-CT", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ct-breach-ag",
            "US-CT",
            store("US-CT", 1),
            store("US-CT", 1).unreadable(),
            "unreadable"),
        row(
            "us-ct-insurance-commissioner",
            "US-CT",
            insurer("US-CT"),
            insurer("US-CT").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ct-insurance-commissioner",
            "US-CT",
            licensee("US-CT", 250),
            licensee("US-CT", 249),
            "fewer than 250"),
        row(
            "us-de-breach-individuals",
            "US-DE",
            store("US-DE", 1),
            store("US-DE", 1).unreadable(),
            "unreadable"),
        row(
            "us-de-breach-individuals",
            "US-DE",
            store("US-DE", 1),
            store("US-DE", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-de-breach-ag",
            "US-DE",
            store("US-DE", 501),
            store("US-DE", 500),
            "not more than 500"),
        row(
            "us-de-insurance-commissioner",
            "US-DE",
            insurer("US-DE"),
            insurer("US-DE").risk("unlikely"),
            "no likely harm"),
        row(
            "us-de-insurance-commissioner",
            "US-DE",
            licensee("US-DE", 250),
            licensee("US-DE", 249),
            "fewer than 250"),
        row(
            "us-dc-breach-individuals",
            "US-DC",
            store("US-DC", 1),
            store("US-DC", 1).unreadable(),
            "unreadable"),
        row(
            "us-dc-breach-individuals",
            "US-DC",
            store("US-DC", 1),
            store("US-DC", 1).risk("unlikely"),
            "harm unlikely"),
        row("us-dc-breach-ag", "US-DC", store("US-DC", 50), store("US-DC", 49), "fewer than 50"),
        row(
            "us-dc-breach-cra",
            "US-DC",
            store("US-DC", 1001),
            store("US-DC", 1000),
            "not more than 1,000"),
        row(
            "us-ga-breach-individuals",
            "US-GA",
            store("US-GA", 1).sectors("data-broker"),
            store("US-GA", 1).sectors("data-broker").unreadable(),
            "unreadable"),
        row(
            "us-ga-breach-cra",
            "US-GA",
            store("US-GA", 10001).sectors("data-broker"),
            store("US-GA", 10000).sectors("data-broker"),
            "not more than 10,000"),
        row(
            "us-gu-breach-individuals",
            "US-GU",
            store("US-GU", 1),
            store("US-GU", 1).unreadable(),
            "unreadable"),
        row(
            "us-gu-breach-individuals",
            "US-GU",
            store("US-GU", 1),
            store("US-GU", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-hi-breach-individuals",
            "US-HI",
            store("US-HI", 1),
            store("US-HI", 1).unreadable(),
            "unreadable"),
        row(
            "us-hi-breach-individuals",
            "US-HI",
            store("US-HI", 1),
            store("US-HI", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-hi-breach-ag",
            "US-HI",
            store("US-HI", 1001),
            store("US-HI", 1000),
            "not more than 1,000"),
        row(
            "us-hi-breach-cra",
            "US-HI",
            store("US-HI", 1001),
            store("US-HI", 1000),
            "not more than 1,000"),
        row(
            "us-hi-insurance-commissioner",
            "US-HI",
            insurer("US-HI"),
            insurer("US-HI").risk("unlikely"),
            "no likely harm"),
        row(
            "us-hi-insurance-commissioner",
            "US-HI",
            licensee("US-HI", 250),
            licensee("US-HI", 249),
            "fewer than 250"),
        row(
            "us-id-breach-individuals",
            "US-ID",
            store("US-ID", 1),
            store("US-ID", 1).unreadable(),
            "unreadable"),
        row(
            "us-id-breach-individuals",
            "US-ID",
            store("US-ID", 1),
            store("US-ID", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-il-breach-individuals",
            "US-IL",
            store("US-IL", 1),
            store("US-IL", 1).unreadable(),
            "unreadable"),
        row(
            "us-il-breach-ag",
            "US-IL",
            store("US-IL", 501),
            store("US-IL", 500),
            "not more than 500"),
        row(
            "us-il-insurance-commissioner",
            "US-IL",
            insurer("US-IL"),
            insurer("US-IL").risk("unlikely"),
            "no likely harm"),
        row(
            "us-il-insurance-commissioner",
            "US-IL",
            licensee("US-IL", 250),
            licensee("US-IL", 249),
            "fewer than 250"),
        row(
            "us-in-breach-individuals",
            "US-IN",
            store("US-IN", 1),
            store("US-IN", 1).unreadable(),
            "unreadable"),
        row(
            "us-in-breach-individuals",
            "US-IN",
            store("US-IN", 1),
            store("US-IN", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-in-breach-ag",
            "US-IN",
            store("US-IN", 1),
            store("US-IN", 1).unreadable(),
            "unreadable"),
        row(
            "us-in-breach-cra",
            "US-IN",
            store("US-IN", 1001),
            store("US-IN", 1000),
            "not more than 1,000"),
        row(
            "us-in-insurance-commissioner",
            "US-IN",
            insurer("US-IN"),
            insurer("US-IN").risk("unlikely"),
            "no likely harm"),
        row(
            "us-in-insurance-commissioner",
            "US-IN",
            licensee("US-IN", 250),
            licensee("US-IN", 249),
            "fewer than 250"),
        row(
            "us-ia-breach-individuals",
            "US-IA",
            store("US-IA", 1),
            store("US-IA", 1).unreadable(),
            "unreadable"),
        row(
            "us-ia-breach-individuals",
            "US-IA",
            store("US-IA", 1),
            store("US-IA", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ia-breach-ag",
            "US-IA",
            store("US-IA", 501),
            store("US-IA", 500),
            "not more than 500"),
        row(
            "us-ia-insurance-commissioner",
            "US-IA",
            insurer("US-IA"),
            insurer("US-IA").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ia-insurance-commissioner",
            "US-IA",
            licensee("US-IA", 250),
            licensee("US-IA", 249),
            "fewer than 250"),
        row(
            "us-ks-breach-individuals",
            "US-KS",
            store("US-KS", 1),
            store("US-KS", 1).unreadable(),
            "unreadable"),
        row(
            "us-ks-breach-individuals",
            "US-KS",
            store("US-KS", 1),
            store("US-KS", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ks-breach-cra",
            "US-KS",
            store("US-KS", 1001),
            store("US-KS", 1000),
            "not more than 1,000"),
        row(
            "us-ky-breach-individuals",
            "US-KY",
            store("US-KY", 1),
            store("US-KY", 1).unreadable(),
            "unreadable"),
        row(
            "us-ky-breach-individuals",
            "US-KY",
            store("US-KY", 1),
            store("US-KY", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ky-breach-cra",
            "US-KY",
            store("US-KY", 1001),
            store("US-KY", 1000),
            "not more than 1,000"),
        row(
            "us-ky-insurance-commissioner",
            "US-KY",
            insurer("US-KY"),
            insurer("US-KY").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ky-insurance-commissioner",
            "US-KY",
            licensee("US-KY", 250),
            licensee("US-KY", 249),
            "fewer than 250"),
        row(
            "us-la-breach-individuals",
            "US-LA",
            store("US-LA", 1),
            store("US-LA", 1).unreadable(),
            "unreadable"),
        row(
            "us-la-breach-individuals",
            "US-LA",
            store("US-LA", 1),
            store("US-LA", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-la-breach-ag",
            "US-LA",
            store("US-LA", 1),
            store("US-LA", 1).unreadable(),
            "unreadable"),
        row(
            "us-la-insurance-commissioner",
            "US-LA",
            insurer("US-LA"),
            insurer("US-LA").risk("unlikely"),
            "no likely harm"),
        row(
            "us-la-insurance-commissioner",
            "US-LA",
            licensee("US-LA", 250),
            licensee("US-LA", 249),
            "fewer than 250"),
        row(
            "us-me-breach-individuals",
            "US-ME",
            store("US-ME", 1),
            store("US-ME", 1).unreadable(),
            "unreadable"),
        row(
            "us-me-breach-individuals",
            "US-ME",
            store("US-ME", 1),
            store("US-ME", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-me-breach-ag",
            "US-ME",
            store("US-ME", 1),
            store("US-ME", 1).unreadable(),
            "unreadable"),
        row(
            "us-me-breach-cra",
            "US-ME",
            store("US-ME", 1001),
            store("US-ME", 1000),
            "not more than 1,000"),
        row(
            "us-me-insurance-commissioner",
            "US-ME",
            insurer("US-ME"),
            insurer("US-ME").risk("unlikely"),
            "no likely harm"),
        row(
            "us-me-insurance-commissioner",
            "US-ME",
            licensee("US-ME", 250),
            licensee("US-ME", 249),
            "fewer than 250"),
        row(
            "us-md-breach-individuals",
            "US-MD",
            store("US-MD", 1),
            store("US-MD", 1).unreadable(),
            "unreadable"),
        row(
            "us-md-breach-individuals",
            "US-MD",
            store("US-MD", 1),
            store("US-MD", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-md-breach-ag",
            "US-MD",
            store("US-MD", 1),
            store("US-MD", 1).unreadable(),
            "unreadable"),
        row(
            "us-md-breach-cra",
            "US-MD",
            store("US-MD", 1000),
            store("US-MD", 999),
            "fewer than 1,000"),
        row(
            "us-md-insurance-commissioner",
            "US-MD",
            insurer("US-MD"),
            insurer("US-MD").risk("unlikely"),
            "no likely harm"),
        row(
            "us-md-insurance-commissioner",
            "US-MD",
            licensee("US-MD", 250),
            licensee("US-MD", 249),
            "fewer than 250"),
        row(
            "us-ma-breach-individuals",
            "US-MA",
            store("US-MA", 1),
            store("US-MA", 1).unreadable(),
            "unreadable"),
        row(
            "us-ma-breach-ag",
            "US-MA",
            store("US-MA", 1),
            store("US-MA", 1).unreadable(),
            "unreadable"),
        row(
            "us-ma-breach-cra",
            "US-MA",
            store("US-MA", 1),
            store("US-MA", 1).unreadable(),
            "unreadable"),
        row(
            "us-mi-breach-individuals",
            "US-MI",
            store("US-MI", 1),
            store("US-MI", 1).unreadable(),
            "unreadable"),
        row(
            "us-mi-breach-individuals",
            "US-MI",
            store("US-MI", 1),
            store("US-MI", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-mi-breach-cra",
            "US-MI",
            store("US-MI", 1001),
            store("US-MI", 1000),
            "not more than 1,000"),
        row(
            "us-mi-insurance-commissioner",
            "US-MI",
            insurer("US-MI"),
            insurer("US-MI").risk("unlikely"),
            "no likely harm"),
        row(
            "us-mi-insurance-commissioner",
            "US-MI",
            licensee("US-MI", 250),
            licensee("US-MI", 249),
            "fewer than 250"),
        row(
            "us-mn-breach-individuals",
            "US-MN",
            store("US-MN", 1),
            store("US-MN", 1).unreadable(),
            "unreadable"),
        row(
            "us-mn-breach-cra",
            "US-MN",
            store("US-MN", 501),
            store("US-MN", 500),
            "not more than 500"),
        row(
            "us-mn-insurance-commissioner",
            "US-MN",
            insurer("US-MN"),
            insurer("US-MN").risk("unlikely"),
            "no likely harm"),
        row(
            "us-mn-insurance-commissioner",
            "US-MN",
            licensee("US-MN", 250),
            licensee("US-MN", 249),
            "fewer than 250"),
        row(
            "us-ms-breach-individuals",
            "US-MS",
            store("US-MS", 1),
            store("US-MS", 1).unreadable(),
            "unreadable"),
        row(
            "us-ms-breach-individuals",
            "US-MS",
            store("US-MS", 1),
            store("US-MS", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ms-insurance-commissioner",
            "US-MS",
            insurer("US-MS"),
            insurer("US-MS").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ms-insurance-commissioner",
            "US-MS",
            licensee("US-MS", 250),
            licensee("US-MS", 249),
            "fewer than 250"),
        row(
            "us-mo-breach-individuals",
            "US-MO",
            store("US-MO", 1),
            store("US-MO", 1).unreadable(),
            "unreadable"),
        row(
            "us-mo-breach-individuals",
            "US-MO",
            store("US-MO", 1),
            store("US-MO", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-mo-breach-ag",
            "US-MO",
            store("US-MO", 1001),
            store("US-MO", 1000),
            "not more than 1,000"),
        row(
            "us-mo-breach-cra",
            "US-MO",
            store("US-MO", 1001),
            store("US-MO", 1000),
            "not more than 1,000"),
        row(
            "us-mt-breach-individuals",
            "US-MT",
            store("US-MT", 1),
            store("US-MT", 1).unreadable(),
            "unreadable"),
        row(
            "us-mt-breach-individuals",
            "US-MT",
            store("US-MT", 1),
            store("US-MT", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-mt-breach-ag",
            "US-MT",
            store("US-MT", 1),
            store("US-MT", 1).unreadable(),
            "unreadable"),
        row(
            "us-mt-breach-cra",
            "US-MT",
            store("US-MT", 1),
            store("US-MT", 1).unreadable(),
            "unreadable"));
  }

  private static FactsOf facility() {
    return organisationIn("US-CA")
        .attributes("us-ca-health-facility")
        .people("US-CA", 1)
        .data("name", "health");
  }

  private static FactsOf agency() {
    return organisationIn("US-CA").sectors("public-body").people("US-CA", 1).data("name", "ssn");
  }

  /** Established there, with likely harm. */
  private static FactsOf insurer(String place) {
    return organisationIn(place)
        .attributes("us-insurance-licensee")
        .people(place, 1)
        .data("name")
        .risk("high");
  }

  /** Licensed there, without likely harm. */
  private static FactsOf licensee(String residence, long people) {
    return organisationIn("US-CA")
        .attributes("us-insurance-licensee")
        .people(residence, people)
        .risk("unlikely");
  }
}
