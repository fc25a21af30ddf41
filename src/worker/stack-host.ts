import { expose } from 'comlink'
import { lazy } from '../core/lazy.ts'
import type { StackHost } from './stack-protocol.ts'

const stacks = lazy(() => import('../core/stack/index.ts'))
const pathways = lazy(() => import('../core/pathway/read.ts'))
const layouts = lazy(() => import('../core/stack/layout/index.ts'))

/** The stack worker: graphs and where their things stand, off the page. Only `stack-client.ts` talks to it. */
const host: StackHost = {
  async stack(input) {
    const { stackUp } = await stacks()
    return stackUp(input)
  },
  async layout(request) {
    const { layOut } = await layouts()
    return layOut(request)
  },
  async readPathways(text) {
    const { readPathways } = await pathways()
    return readPathways(text)
  },
  beat: () => undefined,
}

expose(host)
