import { pickText } from '../../core/formats/text.ts'
import type { Pathway } from '../../core/pathway/types.ts'
import { loadStacks } from '../../text/stacks.ts'
import type { Given } from '../intake.ts'
import type { Texts } from '../text.ts'
import { showToast } from '../ui/toasts.tsx'
import { type AddPowers, addPathways, placeOf } from './add-pathways.ts'
import { isPathwayFile } from './recognize.ts'

/** Adds the pathways among what was given, and says so; the rest is given back, with what could not be read as one. */
export async function takePathways(given: readonly Given[], powers: AddPowers, texts: Texts): Promise<readonly Given[]> {
  const rest: Given[] = []
  const added: Pathway[] = []
  for (const each of given) {
    const file = await pathwayIn(each)
    const kept = file && (await addPathways(await placeOf(file), powers))
    if (kept?.ok) added.push(...kept.value)
    else rest.push(each)
  }
  if (added.length > 0) await sayAdded(added, texts)
  return rest
}

/** Says in a message which pathways were added. */
export async function sayAdded(pathways: readonly Pathway[], { language, formats, ui }: Texts): Promise<void> {
  const { add } = (await loadStacks(language())).pathways
  const names = pathways.map(({ name }) => pickText(name, [language()]) || ui().wallet.untitled)
  showToast({ words: add.added(formats().list(names)) })
}

/** The file that it is if it may be a pathway. An address says nothing before it is asked. */
async function pathwayIn(given: Given): Promise<File | null> {
  if (given.kind === 'address') return null
  const file = given.kind === 'file' ? given.file : new File([given.text], '')
  return (await isPathwayFile(file)) ? file : null
}
