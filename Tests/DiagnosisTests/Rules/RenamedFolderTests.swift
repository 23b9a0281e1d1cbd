import Testing

@testable import Diagnosis

@Suite struct RenamedFolderTests {
  @Test(arguments: cases) func judges(_ row: RuleCase) { row.expect(of: RenamedFolder()) }

  private static let addons = "C:\\Users\\me\\Blender\\3.0\\scripts\\addons"

  static let cases: [RuleCase] = [
    RuleCase(
      "a branch behind the name",
      Sample.text("ModuleNotFoundError", "No module named 'io_pskx'", ["\(addons)\\io_pskx-develop\\__init__.py"]),
      .brokenInstall, .likely, culprits: ["io_pskx"]),
    RuleCase(
      "a version behind the name, and a part that is wanted",
      Sample.text(
        "ModuleNotFoundError", "No module named 'spam'", ["/srv/custom_nodes/spam-1.2/__init__.py", "/srv/x.py"]),
      .brokenInstall, .likely, culprits: ["spam"]),
    RuleCase(
      "a longer name",
      Sample.text("ModuleNotFoundError", "No module named 'spam'", ["/srv/custom_nodes/spamalot/__init__.py"]), nil),
    RuleCase(
      "a project's folder, which is no package",
      Sample.text("ModuleNotFoundError", "No module named 'spam'", ["/home/me/spam-main/train.py"]), nil),
    RuleCase(
      "what a program imports for the sake of a folder",
      Sample.text("ModuleNotFoundError", "No module named 'blendgit-3'", ["/b/2.91/scripts/modules/addon_utils.py"]),
      .brokenInstall, .likely),
    RuleCase(
      "another name",
      Sample.text("ModuleNotFoundError", "No module named 'blendgit'", ["/b/2.91/scripts/modules/addon_utils.py"]), nil),
  ]
}
