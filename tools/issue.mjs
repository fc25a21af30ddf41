// The test issuer, from the command line.
import { withModule } from './typescript.mjs'

process.exitCode = await withModule('/tools/issue.ts', ({ run }) => run(process.argv.slice(2)))
