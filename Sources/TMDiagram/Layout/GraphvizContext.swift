// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

import CGraphviz
import Glibc

/// Makes a Graphviz context with as little as a layout needs.
///
/// The ordinary context loads every plugin, pango and fontconfig among them, which takes longer than
/// most layouts. The two plugins that matter lie beside the library; where they do not, the
/// ordinary context finds its own way.
enum GraphvizContext {
  /// The release of the library that runs, such as `2.42.2`; another one may lay out differently.
  static var version: String {
    guard let context = tm_bare_context(), let text = gvcVersion(context) else { return "unknown" }
    return String(cString: text)
  }

  /// Nil where Graphviz gives no context at all.
  static func make() -> OpaquePointer? {
    guard let layout = plugin("dot_layout"), let core = plugin("core"),
      let context = tm_bare_context()
    else { return gvContext() }
    gvAddLibrary(context, layout)
    gvAddLibrary(context, core)
    return context
  }

  private static func plugin(_ name: String) -> UnsafeMutablePointer<gvplugin_library_t>? {
    guard let folder = libraryFolder() else { return nil }
    for version in ["6", "7", "8"] {
      let path = "\(folder)/graphviz/libgvplugin_\(name).so.\(version)"
      guard let handle = dlopen(path, RTLD_NOW) else { continue }
      guard let symbol = dlsym(handle, "gvplugin_\(name)_LTX_library") else { continue }
      return symbol.assumingMemoryBound(to: gvplugin_library_t.self)
    }
    return nil
  }

  /// The folder that the linked libgvc was loaded from.
  private static func libraryFolder() -> String? {
    for version in ["6", "7"] {
      guard let handle = dlopen("libgvc.so.\(version)", RTLD_LAZY | RTLD_NOLOAD),
        let file = tm_library_file(handle)
      else { continue }
      let path = String(cString: file)
      if let slash = path.lastIndex(of: "/") { return String(path[..<slash]) }
    }
    return nil
  }
}
