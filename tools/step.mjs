import { spawnSync } from 'node:child_process'

/**
 * Runs one command of a larger job, showing what it prints; ends the whole job, with its status, when it fails.
 * @param {string} name what the step does, in a word or two
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ onFailure?: () => void }} [options] what to do before ending
 */
export function step(name, command, args, options = {}) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (status === 0) {
    console.log(`── ${name}: done in ${seconds} s`)
    return
  }
  console.error(`\n✗ ${name} failed after ${seconds} s${error ? ` (${error.message})` : ''}: ${command} ${args.join(' ')}`)
  options.onFailure?.()
  process.exit(status || 1)
}
