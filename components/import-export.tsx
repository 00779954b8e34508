import './files.css';
import type { Files, ImportMode, Preview } from '../lib/state/files';
import { say, sayCount } from '../lib/model/say';
import { formatWords, ignoredWords, modeWords, portalsWords, refusedWords, sharedColourWords } from './files-words';
import { changeTitle, valueWords } from './change-words';
import { Held } from './held';
import { failureWords } from './words';

const MOST_SHOWN = 200;

/** Settings as a file: out, and in after a preview of what it changes. */
export function ImportExport({ files, mayExport }: { files: Files; mayExport: boolean }) {
  const { refused, failure, preview } = files;
  return (
    <section id="files" aria-labelledby="files-title">
      <h2 id="files-title">{say('filesTitle')}</h2>
      <p class="settings-lead">{say('filesLead')}</p>
      <button class="button" type="button" disabled={!mayExport} onClick={() => void files.exportFile()}>
        {say('filesExport')}
      </button>
      {!mayExport && <Held />}
      <div role="status">{files.leftOut.value.length > 0 && <p>{leftOutWords(files.leftOut.value)}</p>}</div>
      <p class="settings-lead">{say('filesReads')}</p>
      <FileInput files={files} />
      {refused.value && <p role="alert">{refusedWords(refused.value)}</p>}
      {failure.value && <p role="alert">{failureWords(failure.value)}</p>}
      {preview.value && <ImportPreview preview={preview.value} files={files} />}
      <Baseline files={files} />
    </section>
  );
}

function FileInput({ files }: { files: Files }) {
  return (
    <form
      class="file-input"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('text');
        if (typeof text === 'string') void files.openText(text);
      }}
    >
      <label>
        {say('filesChoose')}
        <input
          type="file"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file)
              void files.openFile({
                name: file.name,
                size: file.size,
                bytes: async () => new Uint8Array(await file.arrayBuffer()),
              });
            currentTarget.value = '';
          }}
        />
      </label>
      <label>
        {say('filesPaste')}
        <textarea name="text" rows={3} spellcheck={false} />
      </label>
      <button class="button" data-kind="quiet" type="submit">
        {say('filesLook')}
      </button>
    </form>
  );
}

function ImportPreview({ preview, files }: { preview: Preview; files: Files }) {
  const { problem, changes, held, notes, warnings, newPortals, oldPortals, format, name, mode } = preview;
  const { rulesBefore, rulesAfter } = preview;
  const isAnything = !problem && (changes.length > 0 || mode === 'baseline');
  const isAgreed = newPortals.length === 0 || files.isPortalAgreed.value;
  return (
    <div class="preview" role="group" aria-label={formatWords(format)}>
      <h3 ref={focused} tabIndex={-1}>
        {formatWords(format)}
        {name && <bdi> · {name}</bdi>}
      </h3>
      {format === 'own' && <Modes mode={mode} files={files} />}
      {problem && <p role="alert">{refusedWords({ kind: 'refused', ...problem })}</p>}
      {!problem &&
        (changes.length === 0 ? <p>{say('filesNothing')}</p> : <p>{sayCount('changes', changes.length)}:</p>)}
      <ul class="changes" tabIndex={0} aria-label={sayCount('changes', changes.length)}>
        {changes.slice(0, MOST_SHOWN).map((change) => (
          <li key={`${change.kind} ${change.of} ${change.field}`}>
            <bdi>{changeTitle(change, [...rulesAfter, ...rulesBefore])}</bdi>:{' '}
            <bdi class="before">{valueWords(change, change.before, rulesBefore)}</bdi> →{' '}
            <bdi>{valueWords(change, change.after, rulesAfter)}</bdi>
          </li>
        ))}
        {changes.length > MOST_SHOWN && <li>{sayCount('andMore', changes.length - MOST_SHOWN)}</li>}
      </ul>
      {held.length > 0 && <p role="status">{sayCount('changesHeld', held.length)}</p>}
      {notes.length > 0 && (
        <details open={notes.length < 6}>
          <summary>{sayCount('partsLeftOut', notes.length)}</summary>
          <ul>
            {notes.slice(0, MOST_SHOWN).map(({ why, line, what }) => (
              <li key={`${line} ${why} ${what}`}>
                {line}. {what && <bdi>{what}: </bdi>}
                {ignoredWords(why)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {warnings.map((shared) => (
        <p key={shared.colour}>{sharedColourWords(shared)}</p>
      ))}
      {newPortals.length > 0 && (
        <label class="agree">
          <input
            type="checkbox"
            checked={files.isPortalAgreed.value}
            onChange={(event) => (files.isPortalAgreed.value = event.currentTarget.checked)}
          />{' '}
          {portalsWords(newPortals, oldPortals)}
        </label>
      )}
      <div class="buttons">
        <button
          class="button"
          type="button"
          disabled={!preview.isReady || !isAnything || !isAgreed}
          onClick={() => void files.agree()}
        >
          {say('filesAgree')}
        </button>
        <button class="button" data-kind="quiet" type="button" onClick={() => files.cancel()}>
          {say('cancel')}
        </button>
      </div>
    </div>
  );
}

function leftOutWords(leftOut: Files['leftOut']['value']): string {
  return say('exportLeftOut', leftOut.map((fact) => changeTitle(fact, [])).join(', '));
}

/** What the file changes has come below what was asked with. */
function focused(heading: HTMLElement | null): void {
  heading?.focus();
}

function Modes({ mode, files }: { mode: ImportMode; files: Files }) {
  return (
    <fieldset class="choices">
      <legend>{say('importHow')}</legend>
      {(['add', 'replace', 'baseline'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="mode" checked={mode === one} onChange={() => void files.changeMode(one)} />{' '}
          {modeWords(one)}
        </label>
      ))}
    </fieldset>
  );
}

function Baseline({ files }: { files: Files }) {
  return (
    <>
      <h3>{say('filesBaselineTitle')}</h3>
      {files.hasBaseline.value ? (
        <>
          <p class="settings-lead">{say('filesHasBaseline')}</p>
          <div class="buttons">
            <button class="button" data-kind="quiet" type="button" onClick={() => void files.resetToBaseline()}>
              {say('filesReset')}
            </button>
            <button class="button" data-kind="quiet" type="button" onClick={() => void files.forgetBaseline()}>
              {say('filesForget')}
            </button>
          </div>
        </>
      ) : (
        <p class="settings-lead">{say('filesBaselineLead')}</p>
      )}
    </>
  );
}
