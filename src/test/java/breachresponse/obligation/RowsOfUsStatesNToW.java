package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.PAID;
import static breachresponse.obligation.LegalRow.mail;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.store;

import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.Milestone;
import java.util.List;

final class RowsOfUsStatesNToW {

  private RowsOfUsStatesNToW() {}

  static List<LegalRow> rows() {
    return List.of(
        row(
            "us-ne-breach-individuals",
            "US-NE",
            store("US-NE", 1),
            store("US-NE", 1).unreadable(),
            "unreadable"),
        row(
            "us-ne-breach-individuals",
            "US-NE",
            store("US-NE", 1),
            store("US-NE", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ne-breach-individuals",
            "US-NE",
            store("US-NE", 1),
            store("US-NE", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ne-breach-individuals",
            "US-NE",
            mail("US-NE").data("online-credentials"),
            mail("US-NE").data("name", "email"),
            "no personal information"),
        row(
            "us-ne-breach-ag",
            "US-NE",
            store("US-NE", 1),
            store("US-NE", 1).unreadable(),
            "unreadable"),
        row(
            "us-nv-breach-individuals",
            "US-NV",
            store("US-NV", 1),
            store("US-NV", 1).unreadable(),
            "unreadable"),
        row(
            "us-nv-breach-individuals",
            "US-NV",
            store("US-NV", 1),
            store("US-NV", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-nv-breach-individuals",
            "US-NV",
            mail("US-NV").data("name", "online-credentials"),
            mail("US-NV").data("online-credentials"),
            "no name"),
        row(
            "us-nv-breach-cra",
            "US-NV",
            store("US-NV", 1001),
            store("US-NV", 1000),
            "not more than 1,000"),
        row(
            "us-nh-breach-individuals",
            "US-NH",
            store("US-NH", 1),
            store("US-NH", 1).unreadable(),
            "unreadable"),
        row(
            "us-nh-breach-individuals",
            "US-NH",
            store("US-NH", 1),
            store("US-NH", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-nh-breach-individuals",
            "US-NH",
            store("US-NH", 1),
            store("US-NH", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-nh-breach-individuals",
            "US-NH",
            mail("US-NH").data("name", "passport"),
            mail("US-NH").data("name", "health"),
            "no personal information"),
        row(
            "us-nh-breach-ag",
            "US-NH",
            store("US-NH", 1),
            store("US-NH", 1).unreadable(),
            "unreadable"),
        row(
            "us-nh-breach-cra",
            "US-NH",
            store("US-NH", 1001),
            store("US-NH", 1000),
            "not more than 1,000"),
        row(
            "us-nh-breach-cra",
            "US-NH",
            store("US-NH", 1001),
            store("US-NH", 1001).attributes("us-glba-ftc"),
            "subject to Title V of the Gramm-Leach-Bliley Act"),
        row(
            "us-nh-insurance-commissioner",
            "US-NH",
            insurer("US-NH"),
            insurer("US-NH").risk("unlikely"),
            "no likely harm"),
        row(
            "us-nh-insurance-commissioner",
            "US-NH",
            licensee("US-NH", 250),
            licensee("US-NH", 249),
            "fewer than 250"),
        row(
            "us-nh-insurance-commissioner",
            "US-NH",
            insurer("US-NH").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-NH")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-nj-breach-individuals",
            "US-NJ",
            store("US-NJ", 1),
            store("US-NJ", 1).unreadable(),
            "unreadable"),
        row(
            "us-nj-breach-individuals",
            "US-NJ",
            store("US-NJ", 1),
            store("US-NJ", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-nj-breach-individuals",
            "US-NJ",
            store("US-NJ", 1),
            store("US-NJ", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-nj-breach-individuals",
            "US-NJ",
            mail("US-NJ").data("name", "online-credentials"),
            mail("US-NJ").data("online-credentials"),
            "no name"),
        row(
            "us-nj-breach-ag",
            "US-NJ",
            store("US-NJ", 1),
            store("US-NJ", 1).unreadable(),
            "unreadable"),
        row(
            "us-nj-breach-cra",
            "US-NJ",
            store("US-NJ", 1001),
            store("US-NJ", 1000),
            "not more than 1,000"),
        row(
            "us-nj-public-72h",
            "US-NJ",
            organisationIn("US-NJ").sectors("public-body").risk("high").attributes("cyberattack"),
            organisationIn("US-NJ").sectors("public-body").risk("high"),
            "no attack"),
        row(
            "us-nm-breach-individuals",
            "US-NM",
            store("US-NM", 1),
            store("US-NM", 1).unreadable(),
            "unreadable"),
        row(
            "us-nm-breach-individuals",
            "US-NM",
            store("US-NM", 1),
            store("US-NM", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-nm-breach-individuals",
            "US-NM",
            store("US-NM", 1),
            store("US-NM", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-nm-breach-individuals",
            "US-NM",
            store("US-NM", 1),
            store("US-NM", 1).attributes("hipaa-covered-entity"),
            "subject to HIPAA"),
        row(
            "us-nm-breach-individuals",
            "US-NM",
            store("US-NM", 1),
            store("US-NM", 1).sectors("public-body"),
            "57-12C-12"),
        row(
            "us-nm-breach-ag",
            "US-NM",
            store("US-NM", 1001),
            store("US-NM", 1000),
            "not more than 1,000"),
        row(
            "us-nm-breach-cra",
            "US-NM",
            store("US-NM", 1001),
            store("US-NM", 1000),
            "not more than 1,000"),
        row(
            "us-ny-899aa-individuals",
            "US-NY",
            store("US-NY", 1),
            store("US-NY", 1).unreadable(),
            "unreadable"),
        row("us-ny-899aa-individuals", "US-NY", store("US-NY", 1), hospital(), "told under HIPAA"),
        row(
            "us-ny-899aa-individuals",
            "US-NY",
            store("US-NY", 1).risk("unlikely"),
            store("US-NY", 1).attributes("inadvertent-disclosure").risk("unlikely"),
            "disclosed inadvertently"),
        row(
            "us-ny-899aa-state-agencies",
            "US-NY",
            store("US-NY", 1),
            mail("US-NY").data("name"),
            "no private information"),
        row(
            "us-ny-899aa-state-agencies",
            "US-NY",
            hospital(),
            hospital().unreadable(),
            "unreadable"),
        row(
            "us-ny-899aa-dfs",
            "US-NY",
            store("US-NY", 1).attributes("nydfs-covered-entity"),
            store("US-NY", 1),
            "no covered entity"),
        row(
            "us-ny-899aa-cra",
            "US-NY",
            store("US-NY", 5001),
            store("US-NY", 5000),
            "not more than 5,000"),
        row("us-ny-899aa-hipaa-ag", "US-NY", hospital(), store("US-NY", 1), "no covered entity"),
        row(
            "us-ny-899aa-exemption-determination",
            "US-NY",
            store("US-NY", 501).attributes("inadvertent-disclosure").risk("unlikely"),
            store("US-NY", 500).attributes("inadvertent-disclosure").risk("unlikely"),
            "not more than 500"),
        row(
            "us-ny-nydfs-500.17-72h",
            "US-NY",
            lender(),
            organisationIn("US-NY"),
            "no covered entity"),
        row(
            "us-ny-nydfs-500.17-72h",
            "US-NY",
            lender().attributes("ransomware", "insignificant-incident"),
            lender().attributes("insignificant-incident"),
            "no ransomware"),
        row(
            "us-ny-nydfs-500.17-extortion-24h",
            "US-NY",
            lender().on(Milestone.PAYMENT, PAID),
            lender(),
            "nothing paid"),
        row(
            "us-ny-nydfs-500.17-extortion-30d",
            "US-NY",
            lender().on(Milestone.PAYMENT, PAID),
            lender(),
            "nothing paid"),
        row(
            "us-ny-gml995b-municipal",
            "US-NY",
            organisationIn("US-NY")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .attributes("cyberattack"),
            organisationIn("US-NY")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high"),
            "no attack"),
        row(
            "us-ny-gml995b-municipal",
            "US-NY",
            organisationIn("US-NY")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .breach(Aspect.AVAILABILITY),
            organisationIn("US-NY")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high"),
            "no disruption"),
        row(
            "us-ny-gml995b-ransom",
            "US-NY",
            organisationIn("US-NY")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .on(Milestone.PAYMENT, PAID),
            organisationIn("US-NY")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high"),
            "nothing paid"),
        row(
            "us-ny-hospital-405.46",
            "US-NY",
            organisationIn("US-NY").attributes("us-ny-hospital").risk("high"),
            organisationIn("US-NY")
                .attributes("us-ny-hospital")
                .risk("high")
                .attributes("insignificant-incident"),
            "no material effect"),
        row(
            "us-ny-nyc-agency-10-502",
            "US-NY",
            store("US-NY", 1).attributes("us-nyc-agency"),
            store("US-NY", 1).attributes("us-nyc-agency").unreadable(),
            "unreadable"),
        row(
            "us-ny-nyc-dcwp-20-117",
            "US-NY",
            store("US-NY", 1).attributes("us-nyc-dcwp-licensee"),
            store("US-NY", 1).attributes("us-nyc-dcwp-licensee").unreadable(),
            "unreadable"),
        row(
            "us-ny-stl208-agency",
            "US-NY",
            organisationIn("US-NY")
                .sectors("public-body")
                .attributes("us-state-government")
                .people("US-NY", 1)
                .data("name", "ssn")
                .risk("high"),
            organisationIn("US-NY")
                .sectors("public-body")
                .attributes("us-state-government")
                .people("US-NY", 1)
                .data("name", "ssn")
                .risk("high")
                .unreadable(),
            "unreadable"),
        row(
            "us-nc-breach-individuals",
            "US-NC",
            store("US-NC", 1),
            store("US-NC", 1).unreadable(),
            "unreadable"),
        row(
            "us-nc-breach-individuals",
            "US-NC",
            store("US-NC", 1),
            store("US-NC", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-nc-breach-individuals",
            "US-NC",
            store("US-NC", 1),
            store("US-NC", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-nc-breach-individuals",
            "US-NC",
            mail("US-NC").data("name", "passport"),
            mail("US-NC").data("name", "online-credentials"),
            "not of a financial account"),
        row(
            "us-nc-breach-ag",
            "US-NC",
            store("US-NC", 1),
            store("US-NC", 1).unreadable(),
            "unreadable"),
        row(
            "us-nc-breach-cra",
            "US-NC",
            store("US-NC", 1001),
            store("US-NC", 1000),
            "not more than 1,000"),
        row(
            "us-nc-public-24h",
            "US-NC",
            organisationIn("US-NC").sectors("public-body").risk("high").attributes("cyberattack"),
            organisationIn("US-NC")
                .sectors("public-body")
                .risk("high")
                .attributes("cyberattack")
                .attributes("insignificant-incident"),
            "not significant"),
        row(
            "us-nc-public-24h",
            "US-NC",
            organisationIn("US-NC").sectors("public-body").risk("high").attributes("cyberattack"),
            organisationIn("US-NC").sectors("public-body").risk("high"),
            "no attack"),
        row(
            "us-nd-breach-individuals",
            "US-ND",
            store("US-ND", 1),
            store("US-ND", 1).unreadable(),
            "unreadable"),
        row(
            "us-nd-breach-individuals",
            "US-ND",
            store("US-ND", 1),
            store("US-ND", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-nd-breach-ag",
            "US-ND",
            store("US-ND", 251),
            store("US-ND", 250),
            "not more than 250"),
        row(
            "us-nd-insurance-commissioner",
            "US-ND",
            insurer("US-ND"),
            insurer("US-ND").risk("unlikely"),
            "no likely harm"),
        row(
            "us-nd-insurance-commissioner",
            "US-ND",
            licensee("US-ND", 250),
            licensee("US-ND", 249),
            "fewer than 250"),
        row(
            "us-nd-insurance-commissioner",
            "US-ND",
            insurer("US-ND").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-ND")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-nd-13-01.2-financial",
            "US-ND",
            organisationIn("US-ND")
                .attributes("us-nd-financial-corporation")
                .data("name", "bank-account")
                .risk("high")
                .people("US-ND", 500),
            organisationIn("US-ND")
                .attributes("us-nd-financial-corporation")
                .data("name", "bank-account")
                .risk("high")
                .people("US-ND", 499),
            "fewer than 500"),
        row(
            "us-oh-breach-individuals",
            "US-OH",
            store("US-OH", 1),
            store("US-OH", 1).unreadable(),
            "unreadable"),
        row(
            "us-oh-breach-individuals",
            "US-OH",
            store("US-OH", 1),
            store("US-OH", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-oh-breach-individuals",
            "US-OH",
            store("US-OH", 1),
            store("US-OH", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-oh-breach-individuals",
            "US-OH",
            store("US-OH", 1).attributes("us-glba-ftc"),
            store("US-OH", 1).attributes("us-regulated-bank"),
            "its federal regulator has it tell its customers"),
        row(
            "us-oh-breach-individuals",
            "US-OH",
            store("US-OH", 1),
            store("US-OH", 1).attributes("hipaa-covered-entity"),
            "HIPAA covered entity"),
        row(
            "us-oh-breach-cra",
            "US-OH",
            store("US-OH", 1001),
            store("US-OH", 1000),
            "not more than 1,000"),
        row(
            "us-oh-insurance-commissioner",
            "US-OH",
            insurer("US-OH"),
            insurer("US-OH").risk("unlikely"),
            "no likely harm"),
        row(
            "us-oh-insurance-commissioner",
            "US-OH",
            licensee("US-OH", 250),
            licensee("US-OH", 249),
            "fewer than 250"),
        row(
            "us-oh-insurance-commissioner",
            "US-OH",
            insurer("US-OH").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-OH")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-oh-9.64-homeland",
            "US-OH",
            organisationIn("US-OH")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .attributes("cyberattack"),
            organisationIn("US-OH")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high"),
            "no attack"),
        row(
            "us-oh-9.64-homeland",
            "US-OH",
            organisationIn("US-OH")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .breach(Aspect.AVAILABILITY),
            organisationIn("US-OH")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no substantial loss"),
        row(
            "us-oh-9.64-auditor",
            "US-OH",
            organisationIn("US-OH")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .attributes("cyberattack"),
            organisationIn("US-OH")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high"),
            "no attack"),
        row(
            "us-oh-9.64-auditor",
            "US-OH",
            organisationIn("US-OH")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .breach(Aspect.AVAILABILITY),
            organisationIn("US-OH")
                .sectors("public-body")
                .attributes("us-local-government")
                .risk("high")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no substantial loss"),
        row(
            "us-ok-breach-individuals",
            "US-OK",
            store("US-OK", 1),
            store("US-OK", 1).unreadable(),
            "unreadable"),
        row(
            "us-ok-breach-individuals",
            "US-OK",
            store("US-OK", 1),
            store("US-OK", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ok-breach-individuals",
            "US-OK",
            store("US-OK", 1),
            store("US-OK", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ok-breach-individuals",
            "US-OK",
            mail("US-OK").data("name", "passport"),
            mail("US-OK").data("name", "health"),
            "no personal information"),
        row("us-ok-breach-ag", "US-OK", store("US-OK", 500), store("US-OK", 499), "fewer than 500"),
        row(
            "us-ok-insurance-commissioner",
            "US-OK",
            insurer("US-OK"),
            insurer("US-OK").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ok-insurance-commissioner",
            "US-OK",
            licensee("US-OK", 250),
            licensee("US-OK", 249),
            "fewer than 250"),
        row(
            "us-ok-insurance-commissioner",
            "US-OK",
            insurer("US-OK").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-OK")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-or-breach-individuals",
            "US-OR",
            store("US-OR", 1),
            store("US-OR", 1).unreadable(),
            "unreadable"),
        row(
            "us-or-breach-individuals",
            "US-OR",
            store("US-OR", 1),
            store("US-OR", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-or-breach-individuals",
            "US-OR",
            store("US-OR", 1),
            store("US-OR", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-or-breach-individuals",
            "US-OR",
            mail("US-OR").data("online-credentials"),
            mail("US-OR").data("name", "date-of-birth"),
            "no personal information"),
        row(
            "us-or-breach-ag",
            "US-OR",
            store("US-OR", 251),
            store("US-OR", 250),
            "not more than 250"),
        row(
            "us-or-breach-cra",
            "US-OR",
            store("US-OR", 1001),
            store("US-OR", 1000),
            "not more than 1,000"),
        row(
            "us-or-vendor",
            "US-OR",
            store("US-OR", 1).processor(),
            store("US-OR", 1).processor().unreadable(),
            "unreadable"),
        row(
            "us-pa-breach-individuals",
            "US-PA",
            store("US-PA", 1),
            store("US-PA", 1).unreadable(),
            "unreadable"),
        row(
            "us-pa-breach-individuals",
            "US-PA",
            store("US-PA", 1),
            store("US-PA", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-pa-breach-individuals",
            "US-PA",
            store("US-PA", 1),
            store("US-PA", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-pa-breach-individuals",
            "US-PA",
            mail("US-PA").data("name", "online-credentials"),
            mail("US-PA").data("online-credentials"),
            "no name"),
        row(
            "us-pa-breach-individuals",
            "US-PA",
            mail("US-PA").data("name", "health-insurance"),
            mail("US-PA").data("name", "health"),
            "held by no state agency"),
        row(
            "us-pa-breach-ag",
            "US-PA",
            store("US-PA", 501),
            store("US-PA", 500),
            "not more than 500"),
        row(
            "us-pa-breach-ag",
            "US-PA",
            store("US-PA", 501),
            store("US-PA", 501).attributes("us-insurance-licensee"),
            "subject to the insurance data security act"),
        row(
            "us-pa-breach-cra",
            "US-PA",
            store("US-PA", 501),
            store("US-PA", 500),
            "not more than 500"),
        row(
            "us-pa-insurance-commissioner",
            "US-PA",
            insurer("US-PA"),
            insurer("US-PA").risk("unlikely"),
            "no likely harm"),
        row(
            "us-pa-insurance-commissioner",
            "US-PA",
            licensee("US-PA", 250),
            licensee("US-PA", 249),
            "fewer than 250"),
        row(
            "us-pa-insurance-commissioner",
            "US-PA",
            insurer("US-PA").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-PA")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-pa-state-agency",
            "US-PA",
            organisationIn("US-PA")
                .sectors("public-body")
                .people("US-PA", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-PA")
                .sectors("public-body")
                .people("US-PA", 1)
                .data("name", "health")
                .risk("unlikely"),
            "no loss or injury"),
        row("us-pr-daco", "US-PR", store("US-PR", 1), store("US-PR", 1).unreadable(), "unreadable"),
        row(
            "us-pr-daco",
            "US-PR",
            mail("US-PR").data("name", "online-credentials"),
            mail("US-PR").data("online-credentials"),
            "no name"),
        row(
            "us-pr-individuals",
            "US-PR",
            store("US-PR", 1),
            store("US-PR", 1).unreadable(),
            "unreadable"),
        row(
            "us-pr-individuals",
            "US-PR",
            mail("US-PR").data("name", "online-credentials"),
            mail("US-PR").data("online-credentials"),
            "no name"),
        row(
            "us-ri-breach-individuals",
            "US-RI",
            store("US-RI", 1),
            store("US-RI", 1).unreadable(),
            "unreadable"),
        row(
            "us-ri-breach-individuals",
            "US-RI",
            store("US-RI", 1),
            store("US-RI", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ri-breach-individuals",
            "US-RI",
            store("US-RI", 1),
            store("US-RI", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-ri-breach-individuals",
            "US-RI",
            mail("US-RI").data("name", "online-credentials"),
            mail("US-RI").data("online-credentials"),
            "no name"),
        row(
            "us-ri-breach-individuals",
            "US-RI",
            store("US-RI", 1),
            organisationIn("US-RI")
                .sectors("public-body")
                .people("US-RI", 1)
                .data("name", "ssn")
                .risk("high"),
            "a public body"),
        row(
            "us-ri-breach-ag",
            "US-RI",
            store("US-RI", 501),
            store("US-RI", 500),
            "not more than 500"),
        row(
            "us-ri-breach-ag",
            "US-RI",
            organisationIn("US-RI")
                .sectors("public-body")
                .people("US-RI", 501)
                .data("name", "ssn")
                .risk("high"),
            organisationIn("US-RI")
                .sectors("public-body")
                .people("US-RI", 500)
                .data("name", "ssn")
                .risk("high"),
            "not more than 500"),
        row(
            "us-ri-breach-cra",
            "US-RI",
            store("US-RI", 501),
            store("US-RI", 500),
            "not more than 500"),
        row(
            "us-ri-breach-cra",
            "US-RI",
            organisationIn("US-RI")
                .sectors("public-body")
                .people("US-RI", 501)
                .data("name", "ssn")
                .risk("high"),
            organisationIn("US-RI")
                .sectors("public-body")
                .people("US-RI", 500)
                .data("name", "ssn")
                .risk("high"),
            "not more than 500"),
        row(
            "us-ri-agency",
            "US-RI",
            organisationIn("US-RI")
                .sectors("public-body")
                .people("US-RI", 1)
                .data("name", "ssn")
                .risk("high"),
            organisationIn("US-RI")
                .sectors("public-body")
                .people("US-RI", 1)
                .data("name", "ssn")
                .risk("unlikely"),
            "no significant risk"),
        row(
            "us-ri-insurance-commissioner",
            "US-RI",
            insurer("US-RI"),
            insurer("US-RI").risk("unlikely"),
            "no likely harm"),
        row(
            "us-ri-insurance-commissioner",
            "US-RI",
            insurer("US-RI"),
            licensee("US-RI", 250),
            "no domestic insurer"),
        row(
            "us-sc-breach-individuals",
            "US-SC",
            store("US-SC", 1),
            store("US-SC", 1).unreadable(),
            "unreadable"),
        row(
            "us-sc-breach-individuals",
            "US-SC",
            store("US-SC", 1),
            store("US-SC", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-sc-breach-individuals",
            "US-SC",
            store("US-SC", 1),
            store("US-SC", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-sc-breach-individuals",
            "US-SC",
            mail("US-SC").data("name", "passport"),
            mail("US-SC").data("name", "health"),
            "no personal identifying information"),
        row(
            "us-sc-breach-ag",
            "US-SC",
            store("US-SC", 1001),
            store("US-SC", 1000),
            "not more than 1,000"),
        row(
            "us-sc-breach-cra",
            "US-SC",
            store("US-SC", 1001),
            store("US-SC", 1000),
            "not more than 1,000"),
        row(
            "us-sc-insurance-commissioner",
            "US-SC",
            insurer("US-SC"),
            insurer("US-SC").risk("unlikely"),
            "no likely harm"),
        row(
            "us-sc-insurance-commissioner",
            "US-SC",
            licensee("US-SC", 250),
            licensee("US-SC", 249),
            "fewer than 250"),
        row(
            "us-sc-insurance-commissioner",
            "US-SC",
            insurer("US-SC").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-SC")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-sd-breach-individuals",
            "US-SD",
            store("US-SD", 1),
            store("US-SD", 1).unreadable(),
            "unreadable"),
        row(
            "us-sd-breach-individuals",
            "US-SD",
            store("US-SD", 1),
            store("US-SD", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-sd-breach-individuals",
            "US-SD",
            store("US-SD", 1),
            store("US-SD", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-sd-breach-individuals",
            "US-SD",
            mail("US-SD").data("payment-card"),
            mail("US-SD").data("ssn"),
            "no name"),
        row(
            "us-sd-breach-ag",
            "US-SD",
            store("US-SD", 251),
            store("US-SD", 250),
            "not more than 250"),
        row(
            "us-sd-breach-ag",
            "US-SD",
            store("US-SD", 251).risk("unlikely"),
            store("US-SD", 250).risk("unlikely"),
            "not more than 250"),
        row(
            "us-sd-breach-cra",
            "US-SD",
            store("US-SD", 1),
            store("US-SD", 1).unreadable(),
            "unreadable"),
        row(
            "us-tn-breach-individuals",
            "US-TN",
            store("US-TN", 1),
            store("US-TN", 1).unreadable(),
            "unreadable"),
        row(
            "us-tn-breach-individuals",
            "US-TN",
            store("US-TN", 1),
            store("US-TN", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-tn-breach-individuals",
            "US-TN",
            store("US-TN", 1),
            store("US-TN", 1).attributes("us-insurance-licensee"),
            "subject to Title V of the Gramm-Leach-Bliley Act"),
        row(
            "us-tn-breach-cra",
            "US-TN",
            store("US-TN", 1001),
            store("US-TN", 1000),
            "not more than 1,000"),
        row(
            "us-tn-insurance-commissioner",
            "US-TN",
            insurer("US-TN"),
            insurer("US-TN").risk("unlikely"),
            "no likely harm"),
        row(
            "us-tn-insurance-commissioner",
            "US-TN",
            licensee("US-TN", 250),
            licensee("US-TN", 249),
            "fewer than 250"),
        row(
            "us-tn-insurance-commissioner",
            "US-TN",
            insurer("US-TN").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-TN")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-tx-breach-individuals",
            "US-TX",
            store("US-TX", 1),
            mail("US-TX").data("online-credentials"),
            "no sensitive information"),
        row(
            "us-tx-breach-individuals",
            "US-TX",
            organisationIn("US-TX").people("US-OK", 1).data("name", "ssn"),
            store("US-OK", 1),
            "not in Texas"),
        row(
            "us-tx-breach-individuals",
            "US-TX",
            mail("US-TX").data("name", "passport"),
            mail("US-TX").data("passport"),
            "no name"),
        row("us-tx-breach-ag", "US-TX", store("US-TX", 250), store("US-TX", 249), "fewer than 250"),
        row(
            "us-tx-breach-cra",
            "US-TX",
            store("US-TX", 10001),
            store("US-TX", 10000),
            "not more than 10,000"),
        row(
            "us-tx-gov2054.603-dir",
            "US-TX",
            organisationIn("US-TX").sectors("public-body").risk("high").attributes("cyberattack"),
            organisationIn("US-TX").sectors("public-body").risk("high"),
            "no attack and no sensitive data"),
        row(
            "us-tx-gov2054.603-dir",
            "US-TX",
            organisationIn("US-TX")
                .sectors("public-body")
                .risk("high")
                .people("US-TX", 1)
                .data("name", "ssn"),
            organisationIn("US-TX")
                .sectors("public-body")
                .risk("high")
                .people("US-TX", 1)
                .data("name", "ssn")
                .unreadable(),
            "unreadable"),
        row(
            "us-ut-breach-individuals",
            "US-UT",
            store("US-UT", 1),
            store("US-UT", 1).unreadable(),
            "unreadable"),
        row(
            "us-ut-breach-individuals",
            "US-UT",
            store("US-UT", 1),
            store("US-UT", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-ut-breach-individuals",
            "US-UT",
            store("US-UT", 1),
            store("US-UT", 1).risk("unlikely"),
            "harm unlikely"),
        row("us-ut-breach-ag", "US-UT", store("US-UT", 500), store("US-UT", 499), "fewer than 500"),
        row(
            "us-ut-breach-cra",
            "US-UT",
            store("US-UT", 1000),
            store("US-UT", 999),
            "fewer than 1,000"),
        row(
            "us-ut-63a16-gov",
            "US-UT",
            organisationIn("US-UT")
                .sectors("public-body")
                .risk("high")
                .people("US-UT", 1)
                .data("name"),
            organisationIn("US-UT").sectors("public-body").risk("high").people("US-UT", 1).data(),
            "no data, system or network compromised"),
        row(
            "us-ut-63a16-gov",
            "US-UT",
            organisationIn("US-UT").sectors("public-body").risk("high").breach(Aspect.AVAILABILITY),
            organisationIn("US-UT").sectors("public-body").risk("high"),
            "no data, system or network compromised"),
        row(
            "us-vt-breach-individuals",
            "US-VT",
            store("US-VT", 1),
            store("US-VT", 1).unreadable(),
            "unreadable"),
        row(
            "us-vt-breach-individuals",
            "US-VT",
            store("US-VT", 1),
            store("US-VT", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-vt-breach-individuals",
            "US-VT",
            store("US-VT", 1),
            store("US-VT", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-vt-breach-individuals",
            "US-VT",
            mail("US-VT").data("name", "health-insurance"),
            mail("US-VT").data("name", "date-of-birth"),
            "no personally identifiable information"),
        row(
            "us-vt-breach-ag",
            "US-VT",
            store("US-VT", 1),
            store("US-VT", 1).unreadable(),
            "unreadable"),
        row(
            "us-vt-breach-cra",
            "US-VT",
            store("US-VT", 1001),
            store("US-VT", 1000),
            "not more than 1,000"),
        row(
            "us-vt-h211-databroker-individuals",
            "US-VT",
            store("US-VT", 1).sectors("data-broker"),
            store("US-VT", 1),
            "no data broker"),
        row(
            "us-vt-h211-databroker-ag",
            "US-VT",
            store("US-VT", 1).sectors("data-broker"),
            store("US-VT", 1),
            "no data broker"),
        row(
            "us-vi-individuals",
            "US-VI",
            store("US-VI", 1),
            store("US-VI", 1).unreadable(),
            "unreadable"),
        row(
            "us-va-breach-individuals",
            "US-VA",
            store("US-VA", 1),
            store("US-VA", 1).unreadable(),
            "unreadable"),
        row(
            "us-va-breach-individuals",
            "US-VA",
            store("US-VA", 1),
            store("US-VA", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-va-breach-individuals",
            "US-VA",
            store("US-VA", 1),
            store("US-VA", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-va-breach-individuals",
            "US-VA",
            mail("US-VA").data("name", "passport"),
            mail("US-VA").data("name", "online-credentials"),
            "no personal information"),
        row(
            "us-va-breach-ag",
            "US-VA",
            store("US-VA", 1),
            store("US-VA", 1).unreadable(),
            "unreadable"),
        row(
            "us-va-breach-cra",
            "US-VA",
            store("US-VA", 1001),
            store("US-VA", 1000),
            "not more than 1,000"),
        row(
            "us-va-insurance-commissioner",
            "US-VA",
            insurer("US-VA"),
            insurer("US-VA").risk("unlikely"),
            "no likely harm"),
        row(
            "us-va-insurance-commissioner",
            "US-VA",
            licensee("US-VA", 250),
            licensee("US-VA", 249),
            "fewer than 250"),
        row(
            "us-va-insurance-commissioner",
            "US-VA",
            insurer("US-VA").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-VA")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-va-tax-withholding-ag",
            "US-VA",
            organisationIn("US-VA").people("US-VA", 1).data("tax-id", "employment").risk("high"),
            organisationIn("US-VA")
                .people("US-VA", 1)
                .data("tax-id", "employment")
                .risk("unlikely"),
            "no likely fraud"),
        row(
            "us-va-32.1-127.1-05",
            "US-VA",
            organisationIn("US-VA")
                .sectors("public-body")
                .people("US-VA", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-VA")
                .sectors("public-body")
                .people("US-VA", 1)
                .data("name", "health")
                .risk("high")
                .unreadable(),
            "unreadable"),
        row(
            "us-va-32.1-127.1-05",
            "US-VA",
            organisationIn("US-VA")
                .sectors("public-body")
                .people("US-VA", 1)
                .data("name", "health")
                .risk("high"),
            organisationIn("US-VA")
                .sectors("public-body")
                .people("US-VA", 1)
                .data("name", "health")
                .risk("high")
                .attributes("hipaa-covered-entity"),
            "subject to HIPAA"),
        row(
            "us-va-public-24h",
            "US-VA",
            organisationIn("US-VA").sectors("public-body").risk("high").attributes("cyberattack"),
            organisationIn("US-VA").sectors("public-body").risk("high"),
            "no attack"),
        row(
            "us-va-public-24h",
            "US-VA",
            organisationIn("US-VA")
                .sectors("public-body")
                .risk("high")
                .people("US-VA", 1)
                .data("name", "ssn"),
            organisationIn("US-VA")
                .sectors("public-body")
                .risk("high")
                .people("US-VA", 1)
                .data("name", "ssn")
                .unreadable(),
            "unreadable"),
        row(
            "us-wa-breach-individuals",
            "US-WA",
            store("US-WA", 1),
            store("US-WA", 1).unreadable(),
            "unreadable"),
        row(
            "us-wa-breach-individuals",
            "US-WA",
            store("US-WA", 1),
            store("US-WA", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-wa-breach-individuals",
            "US-WA",
            store("US-WA", 1),
            store("US-WA", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-wa-breach-individuals",
            "US-WA",
            mail("US-WA").data("online-credentials"),
            mail("US-WA").data("name", "tax-id"),
            "no personal information"),
        row(
            "us-wa-breach-ag",
            "US-WA",
            store("US-WA", 501),
            store("US-WA", 500),
            "not more than 500"),
        row(
            "us-wv-breach-individuals",
            "US-WV",
            store("US-WV", 1),
            store("US-WV", 1).unreadable(),
            "unreadable"),
        row(
            "us-wv-breach-individuals",
            "US-WV",
            store("US-WV", 1),
            store("US-WV", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-wv-breach-individuals",
            "US-WV",
            store("US-WV", 1),
            store("US-WV", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-wv-breach-cra",
            "US-WV",
            store("US-WV", 1001),
            store("US-WV", 1000),
            "not more than 1,000"),
        row(
            "us-wv-breach-cra",
            "US-WV",
            store("US-WV", 1001),
            store("US-WV", 1001).attributes("us-credit-union"),
            "subject to Title V of the Gramm-Leach-Bliley Act"),
        row(
            "us-wi-breach-individuals",
            "US-WI",
            store("US-WI", 1),
            store("US-WI", 1).unreadable(),
            "unreadable"),
        row(
            "us-wi-breach-individuals",
            "US-WI",
            store("US-WI", 1),
            store("US-WI", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-wi-breach-individuals",
            "US-WI",
            store("US-WI", 1),
            store("US-WI", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-wi-breach-individuals",
            "US-WI",
            organisationIn("US-WI").people("US-IL", 1).data("name", "ssn").risk("high"),
            organisationIn("US-WA", "US-WI").people("US-IL", 1).data("name", "ssn").risk("high"),
            "principal place elsewhere"),
        row(
            "us-wi-breach-cra",
            "US-WI",
            store("US-WI", 1000),
            store("US-WI", 999),
            "fewer than 1,000"),
        row(
            "us-wi-breach-cra",
            "US-WI",
            organisationIn("US-WI").people("US-IL", 1000).data("name", "ssn").risk("high"),
            organisationIn("US-WI").people("US-IL", 999).data("name", "ssn").risk("high"),
            "fewer than 1,000"),
        row(
            "us-wi-insurance-commissioner",
            "US-WI",
            insurer("US-WI"),
            insurer("US-WI").risk("unlikely"),
            "no likely harm"),
        row(
            "us-wi-insurance-commissioner",
            "US-WI",
            licensee("US-WI", 250),
            licensee("US-WI", 249),
            "fewer than 250"),
        row(
            "us-wi-insurance-commissioner",
            "US-WI",
            insurer("US-WI").risk("unlikely").breach(Aspect.AVAILABILITY),
            insurer("US-WI")
                .risk("unlikely")
                .breach(Aspect.AVAILABILITY)
                .attributes("insignificant-incident"),
            "no material part of operations"),
        row(
            "us-wy-breach-individuals",
            "US-WY",
            store("US-WY", 1),
            store("US-WY", 1).unreadable(),
            "unreadable"),
        row(
            "us-wy-breach-individuals",
            "US-WY",
            store("US-WY", 1),
            store("US-WY", 1).attributes("good-faith-acquisition"),
            "acquired in good faith"),
        row(
            "us-wy-breach-individuals",
            "US-WY",
            store("US-WY", 1),
            store("US-WY", 1).risk("unlikely"),
            "harm unlikely"),
        row(
            "us-wy-breach-individuals",
            "US-WY",
            mail("US-WY").data("name", "online-credentials"),
            mail("US-WY").data("online-credentials"),
            "no name"));
  }

  private static FactsOf hospital() {
    return organisationIn("US-NY")
        .attributes("hipaa-covered-entity")
        .people("US-NY", 1)
        .data("name", "health")
        .risk("high");
  }

  private static FactsOf lender() {
    return organisationIn("US-NY").attributes("nydfs-covered-entity");
  }

  /** Established there. */
  private static FactsOf insurer(String place) {
    return organisationIn(place)
        .attributes("us-insurance-licensee")
        .people(place, 1)
        .data("name")
        .risk("high");
  }

  /** Licensed there, at home elsewhere. */
  private static FactsOf licensee(String residence, long people) {
    return organisationIn("US-CA")
        .attributes("us-insurance-licensee")
        .people(residence, people)
        .data("name")
        .risk("high");
  }
}
