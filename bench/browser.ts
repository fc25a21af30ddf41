import type { Realm, Row, Sizes } from './match.ts'
import type { Answer, Contender } from './protocol.ts'
import { type Fixtures, runAll } from './run.ts'

declare global {
  interface Window {
    runBench: (fixtures: Fixtures, sizes: Sizes) => Promise<readonly Row[]>
  }
}

/** Called from outside once the page is there. */
window.runBench = (fixtures, sizes) => runAll(fixtures, startWorker, sizes)

/** Ours runs as the app ships it; the libraries run whole, since the app leaves out parts that only they use. */
function startWorker(contender: Contender): Realm {
  const worker = new Worker(`./${contender === 'ours' ? 'ours' : 'others'}/worker.js`, { type: 'module' })
  return {
    ask: (ask) =>
      new Promise<Answer>((answered, failed) => {
        worker.onmessage = (event: MessageEvent<Answer>) => answered(event.data)
        worker.onerror = (event) => failed(new Error(event.message))
        worker.postMessage(ask)
      }),
    end: () => worker.terminate(),
  }
}
