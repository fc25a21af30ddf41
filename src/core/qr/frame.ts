import { crc32 } from '../encoding/png.ts'
import { fromBase45, toBase45 } from './base45.ts'

/**
 * Ceilings of a transfer by QR codes. Whoever receives holds to all but `offered`: what a camera sees is hostile.
 */
export const transferLimits = Object.freeze({
  /** Largest message that is worth a person's patience, in bytes: most of a minute at the usual pace. */
  offered: 256 * 1024,
  /** Largest message that is received, in bytes. */
  message: 1024 * 1024,
  /** Most blocks that a message is cut into. */
  blocks: 2_048,
  /** Largest block, in bytes: its frame just fits a code of 117 modules (version 25, correction L), which is as fine as cameras like. */
  block: 1_212,
})

/**
 * What a sender cuts into unless told otherwise, in bytes: its frame just fits a code of 97 modules (version 20, correction L), which
 * is still read out of focus where one of 117 no longer is.
 */
export const usualBlock = 812

/** What is the same in all frames of one transfer. */
export interface Transfer {
  /** A random 32-bit number. */
  readonly id: number
  /** Length of the message, in bytes. */
  readonly length: number
  /** Length of each block, in bytes; a multiple of four. */
  readonly blockSize: number
}

/** What one QR code carries. */
export interface Frame extends Transfer {
  /** Which frame of the endless row this is; it says which blocks were added up for it. */
  readonly number: number
  readonly block: Uint8Array
}

/** SHA-256 of the message, which travels before it in the blocks. */
export const digestLength = 32

/** In how many blocks a transfer travels. */
export function blocksOf({ length, blockSize }: Transfer): number {
  return Math.ceil((digestLength + length) / blockSize)
}

/** Names the format and its version; nothing else on earth begins so. */
const tag = 'SQ1:'
const headLength = 14
const checkLength = 4

/**
 * The text of a frame: the tag, then in base45 the id (4 bytes), the length of the message (4), the size of a block (2), the
 * number (4), the block and a CRC-32 of all these (4); numbers are big-endian. All of it fits the alphanumeric mode of QR codes.
 */
export function frameText(frame: Frame): string {
  const bytes = new Uint8Array(headLength + frame.block.length + checkLength)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, frame.id)
  view.setUint32(4, frame.length)
  view.setUint16(8, frame.blockSize)
  view.setUint32(10, frame.number)
  bytes.set(frame.block, headLength)
  view.setUint32(bytes.length - checkLength, crc32(bytes.subarray(0, bytes.length - checkLength)))
  return tag + toBase45(bytes)
}

/** The frame that a text is; null when it is none, was misread, or claims what no transfer may be. */
export function readFrame(text: string): Frame | null {
  if (!text.startsWith(tag) || text.length > tag.length + longestBody) return null
  const bytes = fromBase45(text.slice(tag.length))
  if (bytes === null || bytes.length < headLength + checkLength) return null
  const view = new DataView(bytes.buffer)
  const end = bytes.length - checkLength
  if (view.getUint32(end) !== crc32(bytes.subarray(0, end))) return null
  const frame = {
    id: view.getUint32(0),
    length: view.getUint32(4),
    blockSize: view.getUint16(8),
    number: view.getUint32(10),
    block: bytes.subarray(headLength, end),
  }
  return frame.block.length === frame.blockSize && isPossible(frame) ? frame : null
}

const longestBody = Math.ceil((headLength + transferLimits.block + checkLength) / 2) * 3

function isPossible(transfer: Transfer): boolean {
  const { length, blockSize } = transfer
  const isSized = blockSize >= 4 && blockSize <= transferLimits.block && blockSize % 4 === 0
  return isSized && length <= transferLimits.message && blocksOf(transfer) <= transferLimits.blocks
}
