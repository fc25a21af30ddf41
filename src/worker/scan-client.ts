import type { Remote } from 'comlink'
import { transfer, wrap } from 'comlink'
import { createCrew } from './crew.ts'
import { scriptUrl } from './policy.ts'
// oxlint-disable-next-line import/default -- the build makes the address of the built worker the default export
import hostUrl from './scan-host.ts?worker&url'
import type { QrReader, ScanHost } from './scan-types.ts'

/** A picture takes milliseconds: a worker that is silent for ten seconds is stuck. Unused, it is ended after twenty. */
const times = { together: 1, beatTime: 2_500, beats: 4, patience: 8, idle: 20_000 }

/** The page's way to the scan worker, which is started by the first picture. One picture is read at a time. */
export function createQrReader(): QrReader {
  const crew = createCrew<Remote<ScanHost>>({ ...times, start, beat: (host) => host.beat() })
  return {
    async read(picture, options = {}) {
      const outcome = await crew.run((host) => host.read(transfer(picture, [picture]), options))
      return outcome.ok ? outcome.value : null
    },
    end: crew.end,
  }
}

function start() {
  const worker = new Worker(scriptUrl(hostUrl), { type: 'module', name: 'scan' })
  return {
    remote: wrap<ScanHost>(worker),
    onFailure(listener: () => void) {
      worker.addEventListener('error', listener)
      worker.addEventListener('messageerror', listener)
    },
    end: () => worker.terminate(),
  }
}
