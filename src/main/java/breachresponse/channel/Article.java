package breachresponse.channel;

import java.net.URI;
import java.util.Optional;

/**
 * What is told on the channels: a whole text, and its short form.
 *
 * @param html the whole text
 * @param text the short form, with the link to the whole one; however long it is
 * @param page where the whole text stands, once it is public
 * @param slug the last part of its address, on every site of ours
 * @param language ISO 639-1
 */
public record Article(
    String title, String html, String text, Optional<URI> page, String slug, String language) {}
