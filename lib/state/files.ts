import { batch, signal } from '@preact/signals';
import type { Background } from '../background';
import type { Client } from '../model/call';
import type { Directory } from '../model/directory';
import { type SharedColour, sharedColours } from '../model/shared-colour';
import type { ForeignFormat, ImportNote } from '../model/import/imported';
import { laidOver } from '../model/import/laid-over';
import { type FileContent, LARGEST_FILE_BYTES, readFile, readText } from '../model/import/read-file';
import type { Rule } from '../model/rule';
import { type DocumentProblem, parseDocument, type SettingsDocument } from '../model/settings-document';
import { sortedByPolicy } from '../model/held-changes';
import { added, basedOn, type Change, changesBetween, replaced } from '../model/settings-facts';
import type { Undo } from './undo';
import { createWholeSettings } from './whole-settings';

type Exported = Extract<Awaited<ReturnType<Client<Background>['exportSettings']>>, { ok: true }>['value'];

export interface FilesWorld {
  read(): Promise<{ directory: Directory }>;
  readonly background: Client<Background>;
  download(name: string, text: string): void;
  forgetFirstRows(): void;
}

export type FileRefused = Extract<FileContent, { kind: 'refused' }>;
export type ImportMode = 'add' | 'replace' | 'baseline';

/** What a file would do, before it does. */
export interface Preview {
  readonly name: string;
  readonly format: 'own' | ForeignFormat;
  readonly mode: ImportMode;
  /** False while another way to take the file over was chosen, and what it changes is still being worked out. */
  readonly isReady: boolean;
  /** Why it can't be done in this way; then no changes are shown. */
  readonly problem: DocumentProblem | undefined;
  readonly changes: readonly Change[];
  /** What it would change if the organisation's policy let it. */
  readonly held: readonly Change[];
  readonly notes: readonly ImportNote[];
  /** Portals that the file adds beside those that are connected; each has to be agreed to. */
  readonly newPortals: readonly string[];
  readonly oldPortals: readonly string[];
  readonly warnings: readonly SharedColour[];
  /** To name a rule by, and to tell its place. */
  readonly rulesBefore: readonly Rule[];
  readonly rulesAfter: readonly Rule[];
}

export type Files = ReturnType<typeof createFiles>;

const nothing = parseDocument({});

/** The memory of "Import and export". Nothing is changed until the person agrees to the preview. */
export function createFiles(world: FilesWorld, undo: Undo) {
  const whole = createWholeSettings(world, undo);
  const { failure, hasBaseline } = whole;
  const preview = signal<Preview | undefined>(undefined);
  const refused = signal<FileRefused | undefined>(undefined);
  const isPortalAgreed = signal(false);
  /** What the last export left out. */
  const leftOut = signal<Exported['leftOut']>([]);
  let content: Exclude<FileContent, FileRefused> | undefined;
  let fileName = '';
  let asked = 0;
  let isAtWork = false;

  /** One's settings as they would be with the file. */
  function nextOf(
    settings: SettingsDocument,
    baseline: SettingsDocument | undefined,
    mode: ImportMode,
  ): SettingsDocument {
    if (!content) return settings;
    if (content.kind === 'foreign') return laidOver(settings, content.imported);
    if (mode === 'replace') return replaced(settings, content.document);
    if (mode === 'add') return added(settings, content.document);
    return nothing.ok ? basedOn(settings, baseline ?? nothing.document, content.document) : settings;
  }

  /** Shows what the file would do in this way, unless something else was asked for before the answer is there. */
  async function show(mode: ImportMode): Promise<void> {
    const turn = ++asked;
    if (preview.value) preview.value = { ...preview.value, mode, isReady: false };
    const mine = await whole.read();
    if (!mine) return;
    const { accounts } = (await world.read()).directory;
    if (!content || turn !== asked) return;
    const next = nextOf(mine.settings, mine.baseline, mode);
    const old = mine.settings.portals.map(({ startUrl }) => startUrl);
    const fits = parseDocument(next);
    const changes = fits.ok ? changesBetween(mine.settings, next) : [];
    const { held, free } = sortedByPolicy(mine.policy, changes);
    preview.value = {
      name: fileName,
      format: content.kind === 'own' ? 'own' : content.imported.format,
      mode,
      isReady: true,
      problem: fits.ok ? undefined : fits,
      changes: free,
      held,
      notes: content.kind === 'own' ? [] : content.imported.notes,
      newPortals: free.flatMap(({ kind, of, before }) => (kind === 'portals' && before === undefined ? [of] : [])),
      oldPortals: old,
      warnings: sharedColours(accounts, next),
      rulesBefore: mine.settings.rules,
      rulesAfter: next.rules,
    };
  }

  async function take(name: string, found: FileContent): Promise<void> {
    batch(() => {
      preview.value = undefined;
      refused.value = found.kind === 'refused' ? found : undefined;
      failure.value = undefined;
      isPortalAgreed.value = false;
    });
    content = found.kind === 'refused' ? undefined : found;
    fileName = name;
    await show('add');
  }

  /** A second press while the first is on its way would take what that has done for what was there before. */
  async function once(task: () => Promise<void>): Promise<void> {
    if (isAtWork) return;
    isAtWork = true;
    await task().finally(() => (isAtWork = false));
  }

  async function agree(): Promise<void> {
    const [shown, file] = [preview.value, content];
    if (!file || !shown?.isReady || shown.problem) return;
    const mine = await whole.read();
    if (!mine || content !== file) return;
    if (shown.newPortals.length > 0 && !isPortalAgreed.value) return;
    const below = shown.mode === 'baseline' && file.kind === 'own' ? { baseline: file.document } : undefined;
    if (!(await whole.put(mine, nextOf(mine.settings, mine.baseline, shown.mode), below))) return;
    // Another one may have been opened meanwhile.
    if (content === file) cancel();
  }

  function cancel(): void {
    content = undefined;
    batch(() => {
      preview.value = undefined;
      refused.value = undefined;
    });
  }

  return {
    preview,
    refused,
    failure,
    leftOut,
    hasBaseline,
    isPortalAgreed,
    load: async (): Promise<void> => void (await whole.read()),

    async openFile(file: {
      readonly name: string;
      readonly size: number;
      bytes(): Promise<Uint8Array>;
    }): Promise<void> {
      const isTooLarge = file.size > LARGEST_FILE_BYTES;
      await take(file.name, isTooLarge ? { kind: 'refused', problem: 'too-large' } : readFile(await file.bytes()));
    },
    openText: (text: string): Promise<void> =>
      take('', text.length > LARGEST_FILE_BYTES ? { kind: 'refused', problem: 'too-large' } : readText(text)),
    changeMode: (mode: ImportMode): Promise<void> => show(mode),

    cancel,

    /** Does what the preview shows. */
    agree: (): Promise<void> => once(agree),

    /** Everything that the team's file says, over what the person chose. */
    resetToBaseline: (): Promise<void> =>
      once(async () => {
        const mine = await whole.read();
        if (mine?.baseline) await whole.put(mine, replaced(mine.settings, mine.baseline));
      }),

    forgetBaseline: (): Promise<void> => once(whole.forgetBaseline),

    async exportFile(): Promise<void> {
      const answer = await world.background.exportSettings({});
      failure.value = answer.ok ? undefined : answer.failure;
      leftOut.value = answer.ok ? answer.value.leftOut : [];
      if (answer.ok) world.download('burgee-settings.json', answer.value.text);
    },
  };
}
