import type { Layout } from './types.ts'

/** What a view makes of a scene; the lines are drawn afterwards. */
export type Sheet = Omit<Layout, 'view' | 'edges'>
