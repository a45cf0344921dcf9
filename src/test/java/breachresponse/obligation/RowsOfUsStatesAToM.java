package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.mail;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.store;

import breachresponse.incident.Facts.Aspect;
import java.util.List;

final class RowsOfUsStatesAToM {

  private RowsOfUsStatesAToM() {}

  static List<LegalRow> rows() {
    return List.of(
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
            store("US-AL", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-al-breach-individuals",
            "US-AL",
            store("US-AL", 1),
            store("US-AL", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-al-breach-individuals",
            "US-AL",
            mail("US-AL").data("name", "online-credentials"),
            mail("US-AL").data("online-credentials"),
            "no name"),
        row(
            "us-al-breach-individuals",
            "US-AL",
            mail("US-AL").data("name", "passport"),
            mail("US-AL").data("name", "biometric"),
            "no biometrics in the act"),
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
            licensee("US-AL", 250),
            licensee("US-AL", 249),
            "fewer than 250"),
        row(
            "us-al-insurance-commissioner",
            "US-AL",
            licensee("US-AL", 250),
            licensee("US-AL", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-al-insurance-commissioner",
            "US-AL",
            insurer("US-AL"),
            insurer("US-AL").risk("unlikely"),
            "no likely harm"),
        row(
            "us-al-insurance-commissioner",
            "US-AL",
            insurer("US-AL").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-AL")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
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
            store("US-AK", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ak-breach-individuals",
            "US-AK",
            store("US-AK", 1),
            store("US-AK", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ak-breach-individuals",
            "US-AK",
            store("US-AK", 1),
            mail("US-AK").data("name", "health"),
            "no personal information"),
        row(
            "us-ak-breach-ag",
            "US-AK",
            store("US-AK", 1).risk("unlikely"),
            store("US-AK", 1),
            "harm likely"),
        row(
            "us-ak-breach-cra",
            "US-AK",
            store("US-AK", 1001),
            store("US-AK", 1000),
            "not more than 1,000"),
        row(
            "us-ak-breach-cra",
            "US-AK",
            store("US-AK", 1001),
            store("US-AK", 1001).attributes("us-regulated-bank"),
            "subject to the Gramm-Leach-Bliley Act"),
        row(
            "us-ak-insurance-commissioner",
            "US-AK",
            licensee("US-AK", 250),
            licensee("US-AK", 249),
            "fewer than 250"),
        row(
            "us-ak-insurance-commissioner",
            "US-AK",
            licensee("US-AK", 250),
            licensee("US-AK", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-ak-insurance-commissioner",
            "US-AK",
            insurer("US-AK").risk("unlikely"),
            insurer("US-AK").risk("unlikely").unreadable(),
            "unreadable"),
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
            store("US-AZ", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-az-breach-individuals",
            "US-AZ",
            store("US-AZ", 1),
            store("US-AZ", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-az-breach-individuals",
            "US-AZ",
            mail("US-AZ").data("online-credentials"),
            mail("US-AZ").data("name", "email"),
            "no personal information"),
        row(
            "us-az-breach-individuals",
            "US-AZ",
            store("US-AZ", 1),
            store("US-AZ", 1).attributes("hipaa-covered-entity"),
            "18-552(N)"),
        row(
            "us-az-breach-individuals",
            "US-AZ",
            store("US-AZ", 1),
            store("US-AZ", 1).attributes("us-glba-ftc"),
            "18-552(N)"),
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
            store("US-AR", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ar-breach-individuals",
            "US-AR",
            store("US-AR", 1),
            store("US-AR", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ar-breach-individuals",
            "US-AR",
            mail("US-AR").data("name", "biometric"),
            mail("US-AR").data("name", "passport"),
            "no personal information"),
        row(
            "us-ar-breach-ag",
            "US-AR",
            store("US-AR", 1001),
            store("US-AR", 1000),
            "not more than 1,000"),
        row(
            "us-ar-breach-ag",
            "US-AR",
            store("US-AR", 1).people("US-TX", 1000),
            store("US-TX", 1001),
            "nobody in Arkansas"),
        row(
            "us-ca-civ1798.82-individuals",
            "US-CA",
            store("US-CA", 1),
            store("US-CA", 1).unreadable(),
            "unreadable"),
        row(
            "us-ca-civ1798.82-individuals",
            "US-CA",
            store("US-CA", 1).risk("unlikely"),
            store("US-CA", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ca-civ1798.82-individuals",
            "US-CA",
            mail("US-CA").data("online-credentials"),
            mail("US-CA").data("name"),
            "no password"),
        row(
            "us-ca-civ1798.82-individuals",
            "US-CA",
            mail("US-CA").data("name", "licence-plate"),
            mail("US-CA").data("name", "location"),
            "no personal information"),
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
        row(
            "us-ca-civ1798.29-agency",
            "US-CA",
            organisationIn("US-CA").sectors("public-body").people("US-CA", 1).data("name", "ssn"),
            organisationIn("US-CA")
                .sectors("public-body")
                .people("US-CA", 1)
                .data("name", "ssn")
                .unreadable(),
            "unreadable"),
        row(
            "us-ca-civ1798.29-agency",
            "US-CA",
            organisationIn("US-CA").sectors("public-body").people("US-CA", 1).data("name", "ssn"),
            store("US-CA", 1),
            "no agency"),
        row(
            "us-ca-hsc1280.15-cdph",
            "US-CA",
            organisationIn("US-CA")
                .attributes("us-ca-health-facility")
                .people("US-CA", 1)
                .data("name", "health")
                .risk("high"),
            store("US-CA", 1),
            "no health facility"),
        row(
            "us-ca-hsc1280.15-cdph",
            "US-CA",
            organisationIn("US-CA")
                .attributes("us-ca-health-facility")
                .people("US-CA", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-CA")
                .attributes("us-ca-health-facility")
                .people("US-CA", 1)
                .data("name", "health")
                .risk("unlikely"),
            "low probability of compromise"),
        row(
            "us-ca-hsc1280.15-cdph",
            "US-CA",
            organisationIn("US-CA")
                .attributes("us-ca-health-facility")
                .people("US-CA", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-CA")
                .attributes("us-ca-health-facility")
                .people("US-CA", 1)
                .data("name", "health")
                .risk("high")
                .unreadable(),
            "unreadable"),
        row(
            "us-ca-hsc1280.15-patient",
            "US-CA",
            organisationIn("US-CA")
                .attributes("us-ca-health-facility")
                .people("US-CA", 1)
                .data("name", "health")
                .risk("high"),
            store("US-CA", 1),
            "no health facility"),
        row(
            "us-ca-hsc1280.15-patient",
            "US-CA",
            organisationIn("US-CA")
                .attributes("us-ca-health-facility")
                .people("US-CA", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-CA")
                .attributes("us-ca-health-facility")
                .people("US-CA", 1)
                .data("name", "health")
                .risk("unlikely"),
            "low probability of compromise"),
        row(
            "us-ca-hsc1280.15-patient",
            "US-CA",
            organisationIn("US-CA")
                .attributes("us-ca-health-facility")
                .people("US-CA", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-CA")
                .attributes("us-ca-health-facility")
                .people("US-CA", 1)
                .data("name", "health")
                .risk("high")
                .unreadable(),
            "unreadable"),
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
            store("US-CO", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-co-breach-individuals",
            "US-CO",
            store("US-CO", 1),
            store("US-CO", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-co-breach-individuals",
            "US-CO",
            mail("US-CO").data("payment-card"),
            mail("US-CO").data("ssn"),
            "no name"),
        row("us-co-breach-ag", "US-CO", store("US-CO", 500), store("US-CO", 499), "fewer than 500"),
        row(
            "us-co-breach-cra",
            "US-CO",
            store("US-CO", 1001),
            store("US-CO", 1000),
            "not more than 1,000"),
        row(
            "us-co-breach-cra",
            "US-CO",
            store("US-CO", 1001),
            store("US-CO", 1001).attributes("us-glba-ftc"),
            "subject to the Gramm-Leach-Bliley Act"),
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
            store("US-CT", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ct-breach-individuals",
            "US-CT",
            store("US-CT", 1),
            store("US-CT", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ct-breach-individuals",
            "US-CT",
            mail("US-CT").data("name", "passport"),
            mail("US-CT").data("name", "genetic"),
            "no personal information"),
        row(
            "us-ct-breach-individuals",
            "US-CT",
            organisationIn("US-CT").people("US-CT", 1).data("name", "health").risk("high"),
            organisationIn("US-CT")
                .people("US-CT", 1)
                .data("name", "health")
                .risk("high")
                .attributes("hipaa-covered-entity"),
            "told under HIPAA"),
        row(
            "us-ct-breach-ag",
            "US-CT",
            store("US-CT", 1),
            store("US-CT", 1).unreadable(),
            "unreadable"),
        row(
            "us-ct-breach-ag",
            "US-CT",
            organisationIn("US-CT")
                .people("US-CT", 1)
                .data("name", "health")
                .risk("high")
                .attributes("hipaa-covered-entity"),
            organisationIn("US-CT")
                .people("US-CT", 1)
                .data("name", "health")
                .risk("high")
                .attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ct-insurance-commissioner",
            "US-CT",
            licensee("US-CT", 250),
            licensee("US-CT", 249),
            "fewer than 250"),
        row(
            "us-ct-insurance-commissioner",
            "US-CT",
            licensee("US-CT", 250),
            licensee("US-CT", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-ct-insurance-commissioner",
            "US-CT",
            insurer("US-CT"),
            insurer("US-CT").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ct-insurance-commissioner",
            "US-CT",
            insurer("US-CT").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-CT")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
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
            store("US-DE", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-de-breach-individuals",
            "US-DE",
            store("US-DE", 1),
            store("US-DE", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-de-breach-individuals",
            "US-DE",
            mail("US-DE").data("name", "online-credentials"),
            mail("US-DE").data("online-credentials"),
            "no name"),
        row(
            "us-de-breach-ag",
            "US-DE",
            store("US-DE", 501),
            store("US-DE", 500),
            "not more than 500"),
        row(
            "us-de-insurance-commissioner",
            "US-DE",
            licensee("US-DE", 250),
            licensee("US-DE", 249),
            "fewer than 250"),
        row(
            "us-de-insurance-commissioner",
            "US-DE",
            licensee("US-DE", 250),
            licensee("US-DE", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-de-insurance-commissioner",
            "US-DE",
            insurer("US-DE"),
            insurer("US-DE").risk("unlikely"),
            "no likely harm"),
        row(
            "us-de-insurance-commissioner",
            "US-DE",
            insurer("US-DE").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-DE")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
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
            store("US-DC", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-dc-breach-individuals",
            "US-DC",
            store("US-DC", 1),
            store("US-DC", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-dc-breach-individuals",
            "US-DC",
            mail("US-DC").data("name", "genetic"),
            mail("US-DC").data("name", "date-of-birth"),
            "no personal information"),
        row("us-dc-breach-ag", "US-DC", store("US-DC", 50), store("US-DC", 49), "fewer than 50"),
        row(
            "us-dc-breach-cra",
            "US-DC",
            store("US-DC", 1001),
            store("US-DC", 1000),
            "not more than 1,000"),
        row(
            "us-dc-breach-cra",
            "US-DC",
            store("US-DC", 1001),
            store("US-DC", 1001).attributes("us-credit-union"),
            "subject to the Gramm-Leach-Bliley Act"),
        row(
            "us-fl-breach-individuals",
            "US-FL",
            store("US-FL", 1),
            store("US-FL", 1).unreadable(),
            "unreadable"),
        row(
            "us-fl-breach-individuals",
            "US-FL",
            store("US-FL", 1),
            store("US-FL", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-fl-breach-individuals",
            "US-FL",
            store("US-FL", 1),
            store("US-FL", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-fl-breach-individuals",
            "US-FL",
            mail("US-FL").data("name", "biometric"),
            mail("US-FL").data("name", "tax-id"),
            "no personal information"),
        row(
            "us-fl-breach-individuals",
            "US-FL",
            mail("US-FL").data("name", "location"),
            mail("US-FL").data("location"),
            "no name"),
        row(
            "us-fl-breach-individuals",
            "US-FL",
            mail("US-FL").data("online-credentials"),
            mail("US-FL").data("email"),
            "no password"),
        row("us-fl-breach-ag", "US-FL", store("US-FL", 500), store("US-FL", 499), "fewer than 500"),
        row(
            "us-fl-breach-ag",
            "US-FL",
            store("US-FL", 500).risk("unlikely"),
            store("US-FL", 499).risk("unlikely"),
            "fewer than 500"),
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
            "the covered entity itself"),
        row(
            "us-fl-501.171-third-party",
            "US-FL",
            store("US-FL", 1).processor(),
            store("US-FL", 1).processor().unreadable(),
            "unreadable"),
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
                .attributes("ransomware"),
            "ransomware has a term of its own"),
        row(
            "us-ga-breach-individuals",
            "US-GA",
            store("US-GA", 1).sectors("data-broker"),
            store("US-GA", 1).sectors("data-broker").unreadable(),
            "unreadable"),
        row(
            "us-ga-breach-individuals",
            "US-GA",
            store("US-GA", 1).sectors("data-broker"),
            store("US-GA", 1).sectors("data-broker").attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ga-breach-individuals",
            "US-GA",
            store("US-GA", 1).sectors("data-broker"),
            store("US-GA", 1),
            "neither information broker nor public body"),
        row(
            "us-ga-breach-individuals",
            "US-GA",
            organisationIn("US-GA")
                .sectors("public-body")
                .people("US-GA", 1)
                .data("name", "ssn")
                .risk("high"),
            organisationIn("US-FL")
                .sectors("public-body")
                .people("US-GA", 1)
                .data("name", "ssn")
                .risk("high"),
            "no public body of Georgia"),
        row(
            "us-ga-breach-individuals",
            "US-GA",
            mail("US-GA").data("name", "online-credentials").sectors("data-broker"),
            mail("US-GA").data("name", "health").sectors("data-broker"),
            "no personal information"),
        row(
            "us-ga-breach-cra",
            "US-GA",
            store("US-GA", 10001).sectors("data-broker"),
            store("US-GA", 10000).sectors("data-broker"),
            "not more than 10,000"),
        row(
            "us-ga-breach-vendor",
            "US-GA",
            store("US-GA", 1).processor().attributes("us-ga-broker-vendor"),
            store("US-GA", 1).processor().attributes("us-ga-broker-vendor").unreadable(),
            "unreadable"),
        row(
            "us-ga-breach-vendor",
            "US-GA",
            store("US-GA", 1).processor().attributes("us-ga-broker-vendor"),
            store("US-GA", 1).processor(),
            "keeps data for neither"),
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
            store("US-GU", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-gu-breach-individuals",
            "US-GU",
            store("US-GU", 1),
            store("US-GU", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-gu-breach-individuals",
            "US-GU",
            store("US-GU", 1),
            mail("US-GU").data("name", "passport"),
            "no personal information"),
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
            store("US-HI", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-hi-breach-individuals",
            "US-HI",
            store("US-HI", 1),
            store("US-HI", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-hi-breach-individuals",
            "US-HI",
            store("US-HI", 1),
            mail("US-HI").data("name", "health"),
            "no personal information"),
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
            licensee("US-HI", 250),
            licensee("US-HI", 249),
            "fewer than 250"),
        row(
            "us-hi-insurance-commissioner",
            "US-HI",
            licensee("US-HI", 250),
            licensee("US-HI", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-hi-insurance-commissioner",
            "US-HI",
            insurer("US-HI"),
            insurer("US-HI").risk("unlikely"),
            "no likely harm"),
        row(
            "us-hi-insurance-commissioner",
            "US-HI",
            insurer("US-HI").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-HI")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
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
            store("US-ID", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-id-breach-individuals",
            "US-ID",
            store("US-ID", 1),
            store("US-ID", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-id-breach-individuals",
            "US-ID",
            store("US-ID", 1),
            mail("US-ID").data("name", "passport"),
            "no personal information"),
        row(
            "us-id-agency-ag",
            "US-ID",
            organisationIn("US-ID")
                .sectors("public-body")
                .people("US-ID", 1)
                .data("name", "ssn")
                .risk("unlikely"),
            organisationIn("US-ID")
                .sectors("public-body")
                .people("US-ID", 1)
                .data("name", "ssn")
                .risk("unlikely")
                .unreadable(),
            "unreadable"),
        row(
            "us-id-agency-ag",
            "US-ID",
            organisationIn("US-ID")
                .sectors("public-body")
                .people("US-ID", 1)
                .data("name", "ssn")
                .risk("unlikely"),
            store("US-ID", 1),
            "no agency"),
        row(
            "us-il-breach-individuals",
            "US-IL",
            store("US-IL", 1),
            store("US-IL", 1).unreadable(),
            "unreadable"),
        row(
            "us-il-breach-individuals",
            "US-IL",
            store("US-IL", 1),
            store("US-IL", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-il-breach-individuals",
            "US-IL",
            store("US-IL", 1).risk("unlikely"),
            mail("US-IL").data("name", "tax-id"),
            "no personal information"),
        row(
            "us-il-breach-individuals",
            "US-IL",
            organisationIn("US-OH").people("US-IL", 501).data("name", "health").risk("high"),
            organisationIn("US-OH")
                .people("US-IL", 501)
                .data("name", "health")
                .risk("high")
                .attributes("hipaa-covered-entity"),
            "told under HIPAA"),
        row(
            "us-il-breach-ag",
            "US-IL",
            store("US-IL", 501),
            store("US-IL", 500),
            "not more than 500"),
        row(
            "us-il-breach-ag",
            "US-IL",
            organisationIn("US-OH").people("US-IL", 501).data("name", "health").risk("high"),
            organisationIn("US-OH")
                .people("US-IL", 501)
                .data("name", "health")
                .risk("high")
                .attributes("hipaa-covered-entity"),
            "530/50 has its own notice"),
        row(
            "us-il-breach-ag",
            "US-IL",
            store("US-IL", 501),
            organisationIn("US-IL")
                .sectors("public-body")
                .attributes("us-state-government")
                .data("name", "ssn")
                .risk("high")
                .people("US-IL", 501),
            "a state agency"),
        row(
            "us-il-hipaa-ag",
            "US-IL",
            organisationIn("US-OH")
                .people("US-IL", 501)
                .data("name", "health")
                .risk("high")
                .attributes("hipaa-covered-entity"),
            organisationIn("US-OH")
                .people("US-IL", 501)
                .data("name", "health")
                .risk("high")
                .attributes("hipaa-covered-entity")
                .risk("unlikely"),
            "low probability of compromise"),
        row(
            "us-il-hipaa-ag",
            "US-IL",
            organisationIn("US-OH")
                .people("US-IL", 501)
                .data("name", "health")
                .risk("high")
                .attributes("hipaa-covered-entity"),
            organisationIn("US-OH").people("US-IL", 501).data("name", "health").risk("high"),
            "no covered entity"),
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
            "us-il-insurance-commissioner",
            "US-IL",
            licensee("US-IL", 250),
            licensee("US-IL", 249),
            "fewer than 250"),
        row(
            "us-il-insurance-commissioner",
            "US-IL",
            licensee("US-IL", 250),
            licensee("US-IL", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-il-insurance-commissioner",
            "US-IL",
            insurer("US-IL"),
            insurer("US-IL").risk("unlikely"),
            "no likely harm"),
        row(
            "us-il-insurance-commissioner",
            "US-IL",
            insurer("US-IL").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-IL")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
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
            store("US-IN", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-in-breach-individuals",
            "US-IN",
            store("US-IN", 1),
            store("US-IN", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-in-breach-individuals",
            "US-IN",
            mail("US-IN").data("ssn"),
            mail("US-IN").data("payment-card"),
            "no name"),
        row(
            "us-in-breach-ag",
            "US-IN",
            store("US-IN", 1),
            store("US-IN", 1).unreadable(),
            "unreadable"),
        row(
            "us-in-breach-ag",
            "US-IN",
            store("US-IN", 1),
            store("US-IN", 1).attributes("us-state-government"),
            "a state agency"),
        row(
            "us-in-breach-cra",
            "US-IN",
            store("US-IN", 1001),
            store("US-IN", 1000),
            "not more than 1,000"),
        row(
            "us-in-insurance-commissioner",
            "US-IN",
            licensee("US-IN", 250),
            licensee("US-IN", 249),
            "fewer than 250"),
        row(
            "us-in-insurance-commissioner",
            "US-IN",
            licensee("US-IN", 250),
            licensee("US-IN", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-in-insurance-commissioner",
            "US-IN",
            insurer("US-IN"),
            insurer("US-IN").risk("unlikely"),
            "no likely harm"),
        row(
            "us-in-insurance-commissioner",
            "US-IN",
            insurer("US-IN").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-IN")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-in-political-subdivision",
            "US-IN",
            organisationIn("US-IN").sectors("public-body").risk("high").attributes("cyberattack"),
            organisationIn("US-IN").sectors("public-body").risk("high"),
            "no attack"),
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
            store("US-IA", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ia-breach-individuals",
            "US-IA",
            store("US-IA", 1),
            store("US-IA", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ia-breach-individuals",
            "US-IA",
            mail("US-IA").data("name", "passport"),
            mail("US-IA").data("name", "health"),
            "no personal information"),
        row(
            "us-ia-breach-individuals",
            "US-IA",
            store("US-IA", 1),
            store("US-IA", 1).attributes("hipaa-covered-entity"),
            "715C.2(7)"),
        row(
            "us-ia-breach-individuals",
            "US-IA",
            store("US-IA", 1),
            store("US-IA", 1).attributes("us-regulated-bank"),
            "715C.2(7)"),
        row("us-ia-breach-ag", "US-IA", store("US-IA", 500), store("US-IA", 499), "fewer than 500"),
        row(
            "us-ia-insurance-commissioner",
            "US-IA",
            licensee("US-IA", 250),
            licensee("US-IA", 249),
            "fewer than 250"),
        row(
            "us-ia-insurance-commissioner",
            "US-IA",
            licensee("US-IA", 250),
            licensee("US-IA", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-ia-insurance-commissioner",
            "US-IA",
            insurer("US-IA"),
            insurer("US-IA").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ia-insurance-commissioner",
            "US-IA",
            insurer("US-IA").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-IA")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
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
            store("US-KS", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ks-breach-individuals",
            "US-KS",
            store("US-KS", 1),
            store("US-KS", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ks-breach-individuals",
            "US-KS",
            store("US-KS", 1),
            mail("US-KS").data("name", "passport"),
            "no personal information"),
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
            store("US-KY", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ky-breach-individuals",
            "US-KY",
            store("US-KY", 1),
            store("US-KY", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ky-breach-individuals",
            "US-KY",
            store("US-KY", 1),
            store("US-KY", 1).attributes("hipaa-covered-entity"),
            "subject to HIPAA"),
        row(
            "us-ky-breach-individuals",
            "US-KY",
            store("US-KY", 1),
            store("US-KY", 1).attributes("us-credit-union"),
            "subject to the Gramm-Leach-Bliley Act"),
        row(
            "us-ky-breach-individuals",
            "US-KY",
            store("US-KY", 1),
            store("US-KY", 1).sectors("public-body"),
            "a public body"),
        row(
            "us-ky-breach-cra",
            "US-KY",
            store("US-KY", 1001),
            store("US-KY", 1000),
            "not more than 1,000"),
        row(
            "us-ky-agency-72h",
            "US-KY",
            organisationIn("US-KY")
                .sectors("public-body")
                .people("US-OH", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-KY")
                .sectors("public-body")
                .people("US-OH", 1)
                .data("name", "health")
                .risk("high")
                .unreadable(),
            "unreadable"),
        row(
            "us-ky-agency-72h",
            "US-KY",
            organisationIn("US-KY")
                .sectors("public-body")
                .people("US-OH", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-KY")
                .sectors("public-body")
                .people("US-OH", 1)
                .data("name", "biometric")
                .risk("high"),
            "no personal information"),
        row(
            "us-ky-agency-72h",
            "US-KY",
            organisationIn("US-KY")
                .sectors("public-body")
                .people("US-OH", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-KY")
                .sectors("public-body")
                .people("US-OH", 1)
                .data("name", "health")
                .risk("high")
                .risk("unlikely"),
            "no likely harm"),
        row(
            "us-ky-insurance-commissioner",
            "US-KY",
            licensee("US-KY", 250),
            licensee("US-KY", 249),
            "fewer than 250"),
        row(
            "us-ky-insurance-commissioner",
            "US-KY",
            licensee("US-KY", 250),
            licensee("US-KY", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-ky-insurance-commissioner",
            "US-KY",
            insurer("US-KY"),
            insurer("US-KY").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ky-insurance-commissioner",
            "US-KY",
            insurer("US-KY").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-KY")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
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
            store("US-LA", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-la-breach-individuals",
            "US-LA",
            store("US-LA", 1),
            store("US-LA", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-la-breach-individuals",
            "US-LA",
            mail("US-LA").data("name", "passport"),
            mail("US-LA").data("name", "health"),
            "no personal information"),
        row(
            "us-la-breach-ag",
            "US-LA",
            store("US-LA", 1),
            store("US-LA", 1).unreadable(),
            "unreadable"),
        row(
            "us-la-insurance-commissioner",
            "US-LA",
            licensee("US-LA", 250),
            licensee("US-LA", 249),
            "fewer than 250"),
        row(
            "us-la-insurance-commissioner",
            "US-LA",
            licensee("US-LA", 250),
            licensee("US-LA", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-la-insurance-commissioner",
            "US-LA",
            insurer("US-LA"),
            insurer("US-LA").risk("unlikely"),
            "no likely harm"),
        row(
            "us-la-insurance-commissioner",
            "US-LA",
            insurer("US-LA").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-LA")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
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
            store("US-ME", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-me-breach-individuals",
            "US-ME",
            store("US-ME", 1),
            store("US-ME", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-me-breach-individuals",
            "US-ME",
            store("US-ME", 1).sectors("data-broker").risk("unlikely"),
            store("US-ME", 1).risk("unlikely"),
            "no information broker"),
        row(
            "us-me-breach-individuals",
            "US-ME",
            mail("US-ME").data("name", "online-credentials"),
            mail("US-ME").data("name", "health"),
            "no personal information"),
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
            licensee("US-ME", 250),
            licensee("US-ME", 249),
            "fewer than 250"),
        row(
            "us-me-insurance-commissioner",
            "US-ME",
            licensee("US-ME", 250),
            licensee("US-ME", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-me-insurance-commissioner",
            "US-ME",
            insurer("US-ME"),
            insurer("US-ME").risk("unlikely"),
            "no likely harm"),
        row(
            "us-me-insurance-commissioner",
            "US-ME",
            insurer("US-ME").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-ME")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
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
            store("US-MD", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-md-breach-individuals",
            "US-MD",
            store("US-MD", 1),
            store("US-MD", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-md-breach-individuals",
            "US-MD",
            mail("US-MD").data("name", "genetic"),
            mail("US-MD").data("name", "date-of-birth"),
            "no personal information"),
        row(
            "us-md-breach-individuals",
            "US-MD",
            mail("US-MD").data("online-credentials"),
            mail("US-MD").data("name", "email"),
            "no password"),
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
            licensee("US-MD", 250),
            licensee("US-MD", 249),
            "fewer than 250"),
        row(
            "us-md-insurance-commissioner",
            "US-MD",
            licensee("US-MD", 250),
            licensee("US-MD", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-md-insurance-commissioner",
            "US-MD",
            insurer("US-MD"),
            insurer("US-MD").risk("unlikely"),
            "no likely harm"),
        row(
            "us-md-insurance-commissioner",
            "US-MD",
            insurer("US-MD").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-MD")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-ma-breach-individuals",
            "US-MA",
            store("US-MA", 1),
            store("US-MA", 1).unreadable(),
            "unreadable"),
        row(
            "us-ma-breach-individuals",
            "US-MA",
            store("US-MA", 1),
            store("US-MA", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ma-breach-individuals",
            "US-MA",
            store("US-MA", 1).risk("unlikely"),
            mail("US-MA").data("name", "passport"),
            "no personal information"),
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
            store("US-MI", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-mi-breach-individuals",
            "US-MI",
            store("US-MI", 1),
            store("US-MI", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-mi-breach-individuals",
            "US-MI",
            store("US-MI", 1),
            mail("US-MI").data("name", "passport"),
            "no personal information"),
        row(
            "us-mi-breach-cra",
            "US-MI",
            store("US-MI", 1001),
            store("US-MI", 1000),
            "not more than 1,000"),
        row(
            "us-mi-breach-cra",
            "US-MI",
            store("US-MI", 1001),
            store("US-MI", 1001).attributes("hipaa-covered-entity"),
            "subject to HIPAA"),
        row(
            "us-mi-breach-cra",
            "US-MI",
            store("US-MI", 1001),
            store("US-MI", 1001).attributes("us-glba-ftc"),
            "subject to the Gramm-Leach-Bliley Act"),
        row(
            "us-mi-insurance-commissioner",
            "US-MI",
            licensee("US-MI", 250),
            licensee("US-MI", 249),
            "fewer than 250"),
        row(
            "us-mi-insurance-commissioner",
            "US-MI",
            licensee("US-MI", 250),
            licensee("US-MI", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-mi-insurance-commissioner",
            "US-MI",
            insurer("US-MI"),
            insurer("US-MI").risk("unlikely"),
            "no likely harm"),
        row(
            "us-mi-insurance-commissioner",
            "US-MI",
            insurer("US-MI").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-MI")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-mn-breach-individuals",
            "US-MN",
            store("US-MN", 1),
            store("US-MN", 1).unreadable(),
            "unreadable"),
        row(
            "us-mn-breach-individuals",
            "US-MN",
            store("US-MN", 1),
            store("US-MN", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-mn-breach-individuals",
            "US-MN",
            store("US-MN", 1).risk("unlikely").attributes("hipaa-covered-entity"),
            store("US-MN", 1).risk("unlikely").attributes("us-regulated-bank"),
            "a financial institution"),
        row(
            "us-mn-breach-cra",
            "US-MN",
            store("US-MN", 501),
            store("US-MN", 500),
            "not more than 500"),
        row(
            "us-mn-insurance-commissioner",
            "US-MN",
            licensee("US-MN", 250),
            licensee("US-MN", 249),
            "fewer than 250"),
        row(
            "us-mn-insurance-commissioner",
            "US-MN",
            licensee("US-MN", 250),
            licensee("US-MN", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-mn-insurance-commissioner",
            "US-MN",
            insurer("US-MN"),
            insurer("US-MN").risk("unlikely"),
            "no likely harm"),
        row(
            "us-mn-insurance-commissioner",
            "US-MN",
            insurer("US-MN").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-MN")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-mn-16e.36-public",
            "US-MN",
            organisationIn("US-MN").sectors("public-body").risk("high").attributes("cyberattack"),
            organisationIn("US-MN").sectors("public-body").risk("high"),
            "no attack"),
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
            store("US-MS", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ms-breach-individuals",
            "US-MS",
            store("US-MS", 1),
            store("US-MS", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ms-breach-individuals",
            "US-MS",
            store("US-MS", 1),
            mail("US-MS").data("name", "passport"),
            "no personal information"),
        row(
            "us-ms-insurance-commissioner",
            "US-MS",
            licensee("US-MS", 250),
            licensee("US-MS", 249),
            "fewer than 250"),
        row(
            "us-ms-insurance-commissioner",
            "US-MS",
            licensee("US-MS", 250),
            licensee("US-MS", 250).risk("unlikely"),
            "no likely harm"),
        row(
            "us-ms-insurance-commissioner",
            "US-MS",
            insurer("US-MS"),
            insurer("US-MS").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ms-insurance-commissioner",
            "US-MS",
            insurer("US-MS").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-MS")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
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
            store("US-MO", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-mo-breach-individuals",
            "US-MO",
            store("US-MO", 1),
            store("US-MO", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-mo-breach-individuals",
            "US-MO",
            mail("US-MO").data("name", "passport"),
            mail("US-MO").data("name", "biometric"),
            "no personal information"),
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
            store("US-MT", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-mt-breach-individuals",
            "US-MT",
            store("US-MT", 1),
            store("US-MT", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-mt-breach-individuals",
            "US-MT",
            mail("US-MT").data("name", "tax-id"),
            mail("US-MT").data("name", "passport"),
            "no personal information"),
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

  /** Established there, with likely harm. */
  private static FactsOf insurer(String place) {
    return organisationIn(place)
        .attributes("us-insurance-licensee")
        .people(place, 1)
        .data("name")
        .risk("high");
  }

  /** Licensed there, with likely harm. */
  private static FactsOf licensee(String residence, long people) {
    return organisationIn("US-WA")
        .attributes("us-insurance-licensee")
        .people(residence, people)
        .data("name")
        .risk("high");
  }
}
