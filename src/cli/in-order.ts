/**
 * Works on several inputs at once and gives each result out in the order of the inputs, as soon as it and all before
 * it are there. The next input is awaited meanwhile, so a result is never held back by a slow source.
 * @param atOnce how many may be under way
 */
export async function inOrder<Input, Result>(
  inputs: AsyncIterable<Input>,
  atOnce: number,
  work: (input: Input) => Promise<Result>,
  give: (result: Result) => Promise<void>,
): Promise<void> {
  const given: Promise<void>[] = []
  let last = Promise.resolve()
  for await (const input of inputs) {
    const result = work(input)
    last = last.then(async () => give(await result))
    // a failure is thrown where `last` is awaited, not the moment it happens
    for (const promise of [result, last]) promise.catch(() => {})
    given.push(last)
    if (given.length >= atOnce) await given.shift()
  }
  await last
}
