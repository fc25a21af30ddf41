import type { problems } from './problems.ts'

/** Every code there is: the rows of `problems.ts`, which whoever only passes problems on need not load. */
export type ProblemCode = keyof typeof problems

/** Small scalars that make a sentence exact. Never a secret, never a whole document. */
export type Facts = Readonly<Record<string, string | number | boolean>>

export interface Problem {
  readonly code: ProblemCode
  /** Where in the document (JSON pointer). */
  readonly at?: string
  readonly facts?: Facts
}

/** The result of whatever may go wrong with input or the world. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Thrown inside a module by `fail()` and turned into data by `attempt()` at its registry; never crosses a folder. */
export class Failure extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'Failure'
    this.problem = problem
  }
}

/** Ends the work at hand with a coded problem. */
export function fail(code: ProblemCode, detail: { at?: string; facts?: Facts } = {}): never {
  throw new Failure({ code, ...detail })
}

/** A problem as data. */
export function problem(code: ProblemCode, detail: { at?: string; facts?: Facts } = {}): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, ...detail } }
}

/** A value that is there. */
export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

/**
 * Runs work that may `fail()`. Anything else that is thrown came from a library that met input it did not expect:
 * it becomes `otherwise`, so that nothing thrown ever crosses a boundary.
 */
export async function attempt<T>(work: () => T | Promise<T>, otherwise: ProblemCode = 'unexpected'): Promise<Attempt<T>> {
  try {
    return done(await work())
  } catch (error) {
    return { ok: false, problem: problemOf(error, otherwise) }
  }
}

/** `attempt` for work that is synchronous. */
export function attemptNow<T>(work: () => T, otherwise: ProblemCode = 'unexpected'): Attempt<T> {
  try {
    return done(work())
  } catch (error) {
    return { ok: false, problem: problemOf(error, otherwise) }
  }
}

/** The problem that something thrown stands for. */
export function problemOf(error: unknown, otherwise: ProblemCode = 'unexpected'): Problem {
  if (error instanceof Failure) return error.problem
  return { code: otherwise, facts: { name: error instanceof Error ? error.name : typeof error } }
}
