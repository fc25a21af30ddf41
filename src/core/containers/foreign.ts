import { fail } from '../problem.ts'
import type { Container } from './container.ts'

/** Kinds of file that hold no credential that we read, told by their first bytes so that the answer can name them. */
export const foreign: readonly Container[] = [
  beginning('pdf', [0x25, 0x50, 0x44, 0x46], () => fail('input_is_pdf')),
  picture('jpeg', [0xff, 0xd8, 0xff]),
  picture('gif', [0x47, 0x49, 0x46, 0x38]),
  picture('webp', [0x52, 0x49, 0x46, 0x46]),
]

function picture(name: string, magic: readonly number[]): Container {
  return beginning(name, magic, () => fail('input_unrecognized', { facts: { found: name } }))
}

function beginning(name: string, magic: readonly number[], unwrap: () => never): Container {
  return { name, recognizes: (bytes) => magic.every((byte, at) => bytes[at] === byte), unwrap }
}
