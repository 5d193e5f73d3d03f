import TMReport
import TMTestSupport
import Testing

@Suite struct DumpTests {
  @Test(arguments: CompiledSample.examples) func dump(_ name: String) throws {
    let sample = try CompiledSample(example: name)
    let source = sample.reportSource
    let document = ReportBuilder.document(source).laidOut(along: Profile.all, source)
    for chapter in document.chapters where chapter.id != "register" {
      print("@@\(name) " + ReportOutline.text(chapter).replacing("\n", with: "\n@@\(name) "))
    }
  }
}
