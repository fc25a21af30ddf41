import type { Json } from '../model/json.ts'

/** An address that can be asked: http or https; empty for everything else. */
export function webAddress(value: Json | undefined): string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : ''
}
