package breachresponse.api;

/** A version of the response plan was asked for that is not there. */
class NoSuchVersion extends RuntimeException {

  NoSuchVersion(int number) {
    super("version: there is no version %d of the response plan".formatted(number));
  }
}
