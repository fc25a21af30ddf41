import { main } from './main.ts'

const { stdin, stdout, stderr } = process
let unread = false
// a reader that has seen enough (`| head -1`) closes the pipe: the work ends, without a trace on standard error
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  unread = true
  stdin.destroy()
})
try {
  // never process.exit() here: what is still on its way through a pipe would be lost
  process.exitCode = await main(process.argv.slice(2), { stdin, stdout, stderr })
} catch (error) {
  if (!unread) throw error
  process.exitCode = 1
}
