import { createDiscloseCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { revealed } from './derive.ts'
import type { ProofTask } from './proof.ts'

/** The task with everything revealed, in place of a base proof of `ecdsa-sd-2023`. */
export const revealedWhole = (task: ProofTask): Promise<ProofTask> => revealed(task, createDiscloseCryptosuite)
