import { climber } from './climb.ts'
import { type Connect, drawEdges, shortest } from './edges.ts'
import { ladder } from './ladder.ts'
import { type Scene, sceneOf } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { skills } from './skills.ts'
import { timeline } from './timeline.ts'
import type { DrawnView, Layout, LayoutRequest, Placed } from './types.ts'

/** How each view places things and draws lines between them. */
const views: Readonly<Record<DrawnView, { place(scene: Scene): Sheet; lines(nodes: readonly Placed[]): Connect }>> = {
  ladder: { place: ladder, lines: climber },
  skills: { place: skills, lines: () => shortest },
  timeline: { place: timeline, lines: () => shortest },
}

/**
 * Where everything of a view stands. It does not matter in which order things are given; ids may be anything; edges may go round in a
 * circle, lead to themselves, or to something that is not there (those are left out).
 */
export function layOut(request: LayoutRequest): Layout {
  const scene = sceneOf(request)
  const { place, lines } = views[request.view]
  const sheet = place(scene)
  return { view: request.view, ...sheet, edges: drawEdges(scene.edges, sheet.nodes, lines(sheet.nodes)) }
}
