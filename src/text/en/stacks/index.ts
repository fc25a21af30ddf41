import { own } from './own.ts'
import { page } from './page.ts'
import { pathways } from './pathways.ts'
import { relations } from './relations.ts'
import { take } from './take.ts'

export const stacks = { page, relations, own, pathways, take }
