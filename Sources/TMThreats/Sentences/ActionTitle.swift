// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

/// Titles that say what is done rather than name a thing: "Sends glucose values", "Validate order".
enum ActionTitle {
  /// Whether the words of a title are an action; they cannot have an article then.
  static func isAction(_ words: [Substring]) -> Bool {
    // Of "Checks login, opens session" the first part tells.
    let words = words.firstIndex { $0.last == "," }.map { Array(words[...$0]) } ?? words
    guard let first = words.first.map({ $0.lowercased() }) else { return false }
    let rest = words.dropFirst()
    if httpMethods.contains(String(words[0])) { return rest.first?.hasPrefix("/") ?? false }
    if isThirdPerson(first) { return isActing(third: first, rest) }
    if first.hasSuffix("ing"), isGerund(first) { return !rest.isEmpty && !endsInThing(words) }
    guard !rest.isEmpty else { return false }
    if first == "press" { return true }
    // "Log in" is something to do, a "report on limits" is none.
    if particles.contains(rest[rest.startIndex].lowercased()), isVerb(first) {
      return rest.count == 1 || clear.contains(first)
    }
    // "Get patient" is something to do, "Get button" a thing.
    if clear.contains(first) { return !endsInThing(words) }
    return ambiguous.contains(first) && determiners.contains(rest[rest.startIndex].lowercased())
  }

  /// Whether "sends", "reads" or "orders" starts a title that says what somebody does.
  private static func isActing(third first: String, _ rest: ArraySlice<Substring>) -> Bool {
    let isClear =
      clearWithS.contains(first) || EnglishVerb.bases(of: first).contains(where: clear.contains)
      || hasEndingOfVerbs(first)
    guard let next = rest.first?.lowercased() else { return isClear && !nounsToo.contains(first) }
    if rest.count == 1, TitleHead.remainders.contains(next) { return false }
    // "Files sent by staff"
    if let third = rest.dropFirst().first, Participles.contains(next),
      Participles.isCompletion(third)
    {
      return false
    }
    if particles.contains(next) { return isClear || rest.count == 1 }
    if determiners.contains(next) { return true }
    if rest.count == 1, rest.first.map(TitleHead.isDesignator) ?? false { return false }
    if ["and", "or", "&"].contains(next) {
      // "Reads and sets fleet data", but "orders and results".
      let after = rest.dropFirst()
      guard let second = after.first?.lowercased(), isThirdPerson(second) else { return isClear }
      guard let third = after.dropFirst().first?.lowercased() else {
        // "Cuts and coagulates", but "orders and results".
        return isClear || hasEndingOfVerbs(second)
      }
      return !prepositions.contains(third)
    }
    if isClear, !nounsToo.contains(first) { return true }
    // "Reads reagent tag" is an action, "Reads queue" a thing.
    if isClear, rest.count > 1, !prepositions.contains(next), !next.hasPrefix("(") { return true }
    // "Orders of the day" and "results portal" are things, "orders medication" is an action.
    return !prepositions.contains(next) && !next.hasPrefix("(") && !endsInThing(Array(rest))
  }

  private static func isThirdPerson(_ word: String) -> Bool {
    guard word.hasSuffix("s") else { return false }
    return EnglishVerb.bases(of: word).contains(where: isVerb) || hasEndingOfVerbs(word)
  }

  /// Endings of verbs with an "s", where it is no plural of a known noun: "ventilates", but "updates".
  private static func hasEndingOfVerbs(_ word: String) -> Bool {
    word.utf8.count > 6 && ["ates", "izes", "ifies"].contains(where: word.hasSuffix)
      && !OrdinaryWords.contains(word)
  }

  private static func isGerund(_ word: String) -> Bool {
    let stem = String(word.dropLast(3))
    return gerundVerbs.contains(stem) || gerundVerbs.contains(stem + "e")
  }

  private static func isVerb(_ word: String) -> Bool {
    clear.contains(word) || ambiguous.contains(word)
  }

  /// Whether the last word names something that stands somewhere: "send queue".
  private static func endsInThing(_ words: [Substring]) -> Bool {
    guard let last = words.last.map({ TitleHead.bare($0).lowercased() }) else { return false }
    return things.contains(last)
      || OrdinaryWords.singulars(of: last).contains(where: things.contains)
  }

  private static let httpMethods: Set<String> = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]

  private static let determiners: Set<String> = [
    "the", "a", "an", "its", "their", "his", "her", "my", "our", "your", "new", "each", "every",
    "all", "any", "this", "that", "it", "them", "what", "whether", "no", "own",
  ]

  private static let particles: Set<String> = ["in", "out", "off", "up", "down", "on", "back"]

  private static let prepositions: Set<String> = [
    "of", "for", "from", "to", "in", "on", "with", "by", "at", "via", "over", "about", "per",
    "between", "without", "not", "in", "out", "and", "or",
  ]

  /// Verbs that no title means as a noun.
  private static let clear = words(
    """
    acknowledge acquire adjust administer allow analyse analyze announce approve ask assign
    authenticate authorise authorize bring browse buy calculate choose collect compute confirm
    configure convert correct create decide decrypt delete deliver deny detect determine dispense
    encrypt enrol enroll enter examine fetch forward generate get give handle inform install invoke
    join keep listen maintain make manage notify obtain operate parse perform pick prescribe prove
    provide publish read receive reconstruct register reject remember remove renew reply retrieve
    revoke save select send serve show speak submit subscribe synchronise synchronize take tell
    transmit treat validate verify wait want wear write press enable disable identify add edit learn
    rotate ventilate infuse inject breathe deploy commit enqueue dequeue infer classify predict
    render encode decode compress sterilise sterilize squeeze rinse clean dilute
    """)

  /// Verbs that are nouns as well.
  private static let ambiguous = words(
    """
    alarm alert archive backup book broadcast call cancel change charge check click command control
    copy credit cut download drive dose export file flash import index load log mail measure message
    monitor move order pay place plan poll post print process program programme prompt pull pump push
    query record release report request reset restart result return review route run scan schedule
    score search set share start stop store stream switch sync tap test trace track transfer trigger
    tune turn update upgrade upload view visit watch work stimulate pace signal supply open close
    display gain grant hold let list look offer sign sound stage talk type use
    """)

  /// Verbs that are nouns as well, but not with an "s", or nobody's titles speak of several.
  private static let clearWithS: Set<String> = [
    "opens", "closes", "looks", "sounds", "uses", "lets",
  ]

  /// Clear verbs of which the form with an "s" is a plural in titles.
  private static let nounsToo: Set<String> = ["reads", "edits", "rejects", "registers", "handles"]

  private static let gerundVerbs: Set<String> = [
    "send", "receive", "read", "write", "get", "fetch", "deliver", "ask", "show", "press", "enter",
    "request", "upload", "download", "transmit", "push", "pull",
  ]

  /// What stands, runs or lies somewhere, or is passed on: never the object of an action in a title.
  private static let things = words(
    """
    access agent api app application archive area balancer bench board box broker bucket buffer bus
    button bus cache client code collector component console control controller database dataset
    desk device directory disk dispatcher driver endpoint engine entry feed file function gateway
    handler hook host hub interface job key layer library line link list listener log manager memory
    menu message mode model module monitor network node notification office page panel path pipeline
    platform policy port portal process processor program protocol proxy queue room script sensor
    server service session shop signal site slot software station store stream subsystem switch
    system table tag task team terminal time token tool topic tray unit valve viewer volume
    website window worker workflow workstation zone adapter aggregator archiver builder checker
    connector consumer converter counter crawler decoder downloader encoder exporter feeder filter
    formatter forwarder generator importer indexer installer loader logger mapper merger mixer
    notifier parser planner poller printer producer publisher reader receiver recorder renderer
    router runner scanner scheduler scraper sender sorter splitter subscriber tracker updater
    uploader validator watcher writer certificate credential password secret
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
