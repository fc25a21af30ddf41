// The thread in which `npm run fuzz` runs its cases.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { withModule } from './typescript.mjs'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')

await withModule('/tools/fuzz.ts', ({ run }) => run(workerData, { tell: (told) => parentPort?.postMessage(told), collect }))
