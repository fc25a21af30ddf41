import type { stacks as english } from '../../en/stacks/index.ts'
import { own } from './own.ts'
import { page } from './page.ts'
import { pathways } from './pathways.ts'
import { relations } from './relations.ts'
import { take } from './take.ts'

export const stacks: typeof english = { page, relations, own, pathways, take }
