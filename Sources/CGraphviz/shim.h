// SPDX-FileCopyrightText: The Drawbridge authors
// SPDX-License-Identifier: Apache-2.0

// Swift cannot import the accessor macros of Graphviz (ND_coord, GD_bb, ED_spl …), so the few that
// carry geometry stand here as inline functions. All lengths are points, y grows upwards.

#ifndef TM_CGRAPHVIZ_SHIM_H
#define TM_CGRAPHVIZ_SHIM_H

#include <gvc.h>
#include <link.h>

typedef struct {
  double left, bottom, right, top;
} tm_box;

static inline tm_box tm_graph_box(Agraph_t *graph) {
  boxf box = GD_bb(graph);
  tm_box result = {box.LL.x, box.LL.y, box.UR.x, box.UR.y};
  return result;
}

static inline tm_box tm_node_box(Agnode_t *node) {
  pointf centre = ND_coord(node);
  double left = ND_lw(node), right = ND_rw(node), half = ND_ht(node) / 2;
  tm_box result = {centre.x - left, centre.y - half, centre.x + right, centre.y + half};
  return result;
}

// The number of curves an edge was routed with: 0 says that it is missing from the layout.
static inline int tm_edge_curve_count(Agedge_t *edge) {
  return ED_spl(edge) == NULL ? 0 : ED_spl(edge)->size;
}

// Requires 0 <= index < tm_edge_curve_count(edge).
static inline const bezier *tm_edge_curve(Agedge_t *edge, int index) {
  return &ED_spl(edge)->list[index];
}

// The file a library was loaded from. With glibc a handle of dlopen is its link map.
static inline const char *tm_library_file(void *handle) {
  return ((struct link_map *)handle)->l_name;
}

// A context without any plugin; the caller adds those it needs.
static inline GVC_t *tm_bare_context(void) {
  static lt_symlist_t none[] = {{0, 0}};
  return gvContextPlugins(none, 0);
}

#endif
