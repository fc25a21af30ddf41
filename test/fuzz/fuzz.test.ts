import { expect, test } from 'vitest'
import { createFuzzer } from './fuzz.ts'

/** A few samples of each generation, securing and container; `npm run fuzz` takes them all. */
const few =
  /^(?:minimal-vc-(?:1\.1|2\.0)-ob-3\.0\.3|jwt-flat-es256|suite-eddsa-jcs-2022-ed25519|clr2-6|clr1-signed|sd-jwt-vc-status|png-itxt|svg-open-badges-3-json|badge-(?:0\.5|1\.1|2\.0)-linked(?:-signed)?|many-.*)$/

test('mutants of every kind of file are read or refused by name, and none is verified that its issuer did not make', async () => {
  const fuzzer = await createFuzzer(1, few)
  for (let index = 0; index < 1_500; index += 1) {
    const trouble = await fuzzer.run(fuzzer.caseOf(index))
    expect(trouble, `case ${index}`).toEqual([])
  }
})
