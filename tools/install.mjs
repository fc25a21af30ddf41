import { existsSync, statSync } from 'node:fs'
import { step } from './step.mjs'

/** Installs the locked dependencies when they are missing or older than the lock. */
export function install() {
  const installed = 'node_modules/.package-lock.json' // npm writes it last
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return
  step('Installing', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel', 'error'])
}
