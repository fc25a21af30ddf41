import { createContender } from './contender.ts'
import type { Ask } from './protocol.ts'

const answer = createContender()
self.onmessage = async (event: MessageEvent<Ask>) => self.postMessage(await answer(event.data))
