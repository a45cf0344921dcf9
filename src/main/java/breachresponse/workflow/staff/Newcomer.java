package breachresponse.workflow.staff;

import breachresponse.identity.Subject;

/**
 * Somebody as the identity provider describes them.
 *
 * @param name what they would log in with
 * @param email where they are written to; empty where the provider gives none, or says itself that
 *     it has not verified it
 * @param emailIsTheirs whether the provider vouches for it, so that it shows who they are
 */
public record Newcomer(
    Subject subject,
    String name,
    String firstName,
    String lastName,
    String email,
    boolean emailIsTheirs) {}
