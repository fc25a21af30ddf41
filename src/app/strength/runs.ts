/** Keys and letters in orders that everybody knows. */
const orders = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '1a2b3c4d5e6f7g8h9i',
  'a1b2c3d4e5f6g7h8i9',
  '!@#$%^&*()',
].flatMap((order) => [order, [...order].reverse().join('')])

/** How many characters from there on follow one of these orders, in either direction; 0 when fewer than three. */
export function runAt(text: string, at: number): number {
  let longest = 0
  for (const order of orders) longest = Math.max(longest, inCommon(text, at, order, order.indexOf(text[at] ?? '\n')))
  return longest < 3 ? 0 : longest
}

/** How many characters from there on repeat some that came before, overlapping or not; 0 when fewer than three. */
export function copyAt(text: string, at: number): number {
  let longest = 0
  for (let from = 0; from < at; from += 1) longest = Math.max(longest, inCommon(text, at, text, from))
  return longest < 3 ? 0 : longest
}

function inCommon(text: string, at: number, other: string, from: number): number {
  if (from < 0) return 0
  let length = 0
  while (at + length < text.length && from + length < other.length && text[at + length] === other[from + length]) length += 1
  return length
}

/** How many characters from there on are a date or a year of the last or this century; 0 when they are none. */
export function dateAt(text: string, at: number): number {
  return (
    /^(?:(?:19|20)\d\d([-/. ]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-/. ]?)(?:0?[1-9]|[12]\d|3[01])\2(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d)(?!\d)/
      .exec(text.slice(at, at + 12))
      ?.at(0)?.length ?? 0
  )
}
