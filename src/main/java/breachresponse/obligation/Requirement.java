package breachresponse.obligation;

/** A duty that facts trigger, with the term of its clock. */
public record Requirement(Duty duty, Term term) {}
