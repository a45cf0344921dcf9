package breachresponse.obligation;

import java.util.List;

/** What the laws want filings and notices to say. The domain asks; a decision table answers. */
public interface RequiredContents {

  /** In the order of the law; empty where it leaves the words to us. */
  List<ContentItem> of(Duty duty);
}
