import { withChained } from '../model/chained-entry';
import type { Directory } from '../model/directory';
import type { Personal } from '../model/personal';
import { rehearsal } from '../model/rehearsal';
import { type Findable, findableSteps } from '../model/rows';
import type { RowList } from '../model/row-list';
import { inSlices } from './in-slices';

/** Makes what was read ready for listing and searching, and lets keys come in between. */
export function prepared(
  { directory, personal }: { readonly directory: Directory; readonly personal: Personal },
  nowMs: number,
): Promise<Findable> {
  return inSlices(findableSteps(withChained(directory, personal.chained), personal, nowMs));
}

/** Makes search and drawing fast for the first key, while nobody waits for anything. */
export async function rehearsed(
  { index }: Findable,
  nowMs: number,
  draw: (rows: RowList | undefined) => void,
): Promise<void> {
  await inSlices(rehearsal(index, nowMs, draw), 'background');
  draw(undefined);
}
