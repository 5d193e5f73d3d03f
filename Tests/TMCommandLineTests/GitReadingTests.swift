// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import Foundation
import TMTestSupport
import Testing

/// How models are read out of git, and what is said where they cannot be.
@Suite("Models in git", .enabled(if: GitSandbox.isInstalled, "`git` is not installed"))
struct GitReadingTests {
  /// Two commits of a model in a folder with an import beside and above it.
  private func nested() throws -> GitSandbox {
    let git = try GitSandbox()
    try git.folder.write(
      "model \"m\"\nimport \"parts/more.tm\"\nimport \"../shared.tm\"\n", to: "system/m.tm")
    try git.folder.write("process more \"More\"\n", to: "system/parts/more.tm")
    try git.folder.write("process shared \"Shared\"\n", to: "shared.tm")
    try git.commit("one")
    try git.folder.write("process shared \"Other\"\n", to: "shared.tm")
    try git.commit("two")
    return git
  }

  private let answer = """
    1 element changed; risk did not grow

    ~ process `shared` "Other" changed
        title: Shared → Other

    """

  @Test("imports are those of the revision, wherever the command runs")
  func imports() throws {
    let git = try nested()
    for (words, place) in [
      ("HEAD~1 HEAD", "system"), ("HEAD~1", "system"), ("HEAD~1..HEAD -- system/m.tm", "."),
      ("HEAD~1..HEAD -- ../m.tm", "system/parts"), ("HEAD~1..HEAD -- system", "."),
      ("HEAD~1:system/m.tm system/m.tm", "."), ("HEAD~1 m.tm", "system"),
      ("HEAD~1:./m.tm HEAD:system/m.tm", "system"),
      ("HEAD~1..HEAD -- \"$PWD/system/m.tm\"", "."), ("@~1", "system"),
    ] {
      let run = try git.tm("diff \(words)", in: place)
      #expect(run.output == answer && run.status == 0, "\(words): \(run.output)\(run.error)")
    }
    #expect(try git.tm("diff", in: "system").output == "")
    let back = try git.tm("diff system/m.tm HEAD~1")
    #expect(back.output.contains("title: Other → Shared"), "\(back.error)")
  }

  @Test("nothing is checked out, staged or written")
  func untouched() throws {
    let git = try nested()
    try git.folder.write("process shared \"On the disk\"\n", to: "shared.tm")
    let state =
      "git --no-optional-locks status --porcelain=v2; ls -lR --time-style=full-iso .git"
    let before = try git.run(state)
    #expect(try git.tm("diff HEAD~1..HEAD -- system/m.tm").output == answer)
    #expect(try git.tm("diff HEAD -- system/m.tm").output.contains("Other → On the disk"))
    let after = try git.run(state)
    #expect(before.output == after.output)
  }

  @Test("a bare clone, a worktree and a clone without the base have answers")
  func clones() throws {
    let git = try nested()
    try git.run("git clone -q --bare . ../\(name(git)).git && mv ../\(name(git)).git bare")
    #expect(try git.tm("diff HEAD~1..HEAD -- system/m.tm", in: "bare").output == answer)
    let disk = try git.tm("diff HEAD -- system/m.tm", in: "bare")
    #expect(disk.status == 2)
    #expect(disk.error.contains("name two revisions: `tm diff HEAD..HEAD`"))
    try git.run("git worktree add -q tree HEAD~1")
    #expect(try git.tm("diff HEAD main", in: "tree/system").output == answer)
    try git.run("git checkout -q -b topic HEAD~1 && git commit -q --allow-empty -m three")
    try git.run("git clone -q --depth 1 --no-single-branch \"file://$PWD\" shallow")
    let shallow = try git.tm("diff origin/main...origin/topic -- system/m.tm", in: "shallow")
    #expect(shallow.status == 2)
    #expect(
      shallow.error.contains("have no commit in common in this clone, which is shallow")
        && shallow.error.contains("git fetch --unshallow")
        && shallow.error.contains("origin/main..origin/topic"), "\(shallow.error)")
    #expect(
      try git.tm("diff origin/topic..origin/main -- system/m.tm", in: "shallow").output == answer)
  }

  private func name(_ git: GitSandbox) -> String {
    String(git.folder.path.split(separator: "/").last ?? "")
  }

  @Test("a model that only one side has is all added or all removed")
  func oneSide() throws {
    let git = try GitSandbox()
    try git.folder.write("text\n", to: "README")
    try git.commit("one")
    try git.folder.write("model \"m\"\nprocess a \"A\"\n", to: "m.tm")
    try git.commit("two")
    let new = try git.tm("diff HEAD~1..HEAD")
    #expect(new.output.hasPrefix("the model is new; 1 element added, the system added; "))
    #expect(try git.tm("diff HEAD~1..HEAD -- m.tm").output == new.output)
    #expect(try git.tm("diff HEAD~1").output == new.output)
    #expect(try git.tm("diff HEAD~1 m.tm").output == new.output)
    try git.run("git rm -q m.tm && git commit -q -m three")
    let gone = try git.tm("diff HEAD~1..HEAD")
    #expect(gone.status == 0 && gone.output.hasPrefix("the model is gone; "))
    let neither = try git.tm("diff HEAD~2..HEAD")
    #expect(neither.status == 2)
    #expect(neither.error.contains("neither `HEAD~2` nor `HEAD` has a model in this folder"))
  }

  @Test("paths may hold any characters")
  func oddPaths() throws {
    let git = try GitSandbox()
    let odd = "a b\tc\u{e9}'\"*?[x]:;$(d)-"
    try git.folder.write(
      "model \"m\"\nimport \"-parts/\\\"q\\\" \u{6771}.tm\"\n", to: "\(odd)/m.tm")
    try git.folder.write("process p \"P\"\n", to: "\(odd)/-parts/\"q\" \u{6771}.tm")
    try git.commit("one")
    try git.folder.write("process p \"Q\"\n", to: "\(odd)/-parts/\"q\" \u{6771}.tm")
    try git.commit("two")
    let run = try git.tm("diff HEAD~1..HEAD", in: odd)
    #expect(run.output.contains("title: P → Q"), "\(run.error)")
    let named = try git.tm("diff HEAD~1..HEAD -- './\(odd.replacing("'", with: "'\\''"))/m.tm'")
    #expect(named.output == run.output, "\(named.error)")
  }

  @Test("links inside the repository are followed, those out of it are not")
  func links() throws {
    let git = try GitSandbox()
    try git.folder.write("model \"m\"\nimport \"link/p.tm\"\nimport \"real/p.tm\"\n", to: "m.tm")
    try git.folder.write("process p \"P\"\n", to: "real/p.tm")
    try git.run("ln -s real link && ln -s m.tm n.tm && ln -s /etc etc && ln -s round round")
    try git.commit("one")
    try git.folder.write("process p \"Q\"\n", to: "real/p.tm")
    try git.commit("two")
    #expect(try git.tm("diff HEAD~1..HEAD -- n.tm").output.contains("title: P → Q"))
    for (path, words) in [
      ("etc/passwd", "lies outside the repository"), ("round", "is a circle of symbolic links"),
      ("../x.tm", "lies outside the repository"), ("nowhere.tm", "does not exist in this revision"),
      ("real", "is a folder"), ("/etc/passwd", "is an absolute path"),
    ] {
      try git.folder.write("model \"m\"\nimport \"\(path)\"\n", to: "m.tm")
      try git.commit("three")
      let run = try git.tm("diff HEAD~1..HEAD -- m.tm")
      #expect(run.status == 2 && run.error.contains("`\(path)` \(words)"), "\(run.error)")
      #expect(run.error.contains("the new model (`HEAD`) has errors"))
      try git.run("git reset -q --hard HEAD~1")
    }
  }

  @Test("what looks like an option of git never is one")
  func options() throws {
    let git = try nested()
    for word in [
      "--upload-pack=touch-me", "--output=touched", "--textconv", "--exec=touch x", "-c x.y=z",
    ] {
      for words in [
        "-- '\(word)'", "'HEAD..\(word)'", "'\(word)...HEAD'", "HEAD -- '\(word)'",
        "'HEAD:\(word)' HEAD", "HEAD 'HEAD:\(word)'",
      ] {
        let run = try git.tm("diff \(words)", in: "system")
        #expect([1, 2, 64].contains(run.status), "\(words): \(run.output)")
        #expect(!run.error.contains("usage: git"), "\(words)")
      }
    }
    let run = try git.tm("diff -- '--output=touched'", in: "system")
    #expect(run.error.contains("has `--output=touched`"), "\(run.error)")
    let range = try git.tm("diff -- -x", in: "system")
    #expect(range.status == 2)
    #expect(try git.tm("diff '--all..HEAD'", in: "system").status == 64)
    #expect(
      try git.tm("diff 'HEAD..--all'", in: "system").error.contains("`--all` is no revision"))
    #expect(try git.run("git status --porcelain").output == "")
  }

  @Test("wrong revisions are named, with a way out")
  func wrongRevisions() throws {
    let git = try nested()
    try git.run("git update-ref refs/remotes/origin/release HEAD && git branch system")
    for (words, message, help) in [
      ("nowhere..HEAD", "there is no revision `nowhere`", "`git branch --all`"),
      ("release..HEAD", "there is no revision `release`", "did you mean `origin/release`?"),
      ("HEAD~99..HEAD", "there is no revision `HEAD~99`", ""),
      ("'HEAD\n..HEAD'", "is no revision", ""),
      ("':/one' HEAD", "`:/one` is no revision", ""),
      ("system shared.tm", "`system` is a file or folder and a revision", "refs/heads/system"),
      ("HEAD..HEAD", "neither `HEAD` nor `HEAD` has a model in this folder", "-- path/to/model.tm"),
      ("HEAD:nowhere.tm HEAD", "`HEAD` has no file `nowhere.tm`", ""),
      ("HEAD..HEAD -- ../../x.tm", "`../../x.tm` lies outside this repository", ""),
    ] {
      let run = try git.tm("diff \(words)")
      #expect(run.status == 2, "\(words)")
      #expect(
        run.error.contains(message) && (help.isEmpty || run.error.contains(help)),
        "\(words): \(run.error)")
    }
    let none = try GitSandbox()
    try none.run("rm -rf .git")
    let run = try none.tm("diff main...HEAD")
    #expect(run.status == 2 && run.error.contains("git cannot read a repository here"))
  }
}
