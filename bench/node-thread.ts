import { parentPort } from 'node:worker_threads'
import { createContender } from './contender.ts'
import type { Ask } from './protocol.ts'

const answer = createContender()
parentPort?.on('message', async (ask: Ask) => parentPort?.postMessage(await answer(ask)))
