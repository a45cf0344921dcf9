package breachresponse.workflow.staff;

import breachresponse.identity.Subject;

/**
 * Somebody as the identity provider describes them.
 *
 * @param name what they would log in with
 * @param email empty where the provider gives none, or none that it vouches for
 */
public record Newcomer(
    Subject subject, String name, String firstName, String lastName, String email) {}
