// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { danger } from './page';

const words = [
  ['Abbrechen', 'Zurück', 'Beenden'],
  ['Cancelar', 'Anterior', 'Finalizar'],
  ['Cancelar', 'Anterior', 'Terminar'],
  ['Annulla', 'Precedente', 'Termina'],
  ['キャンセル', '前へ', '終了'],
  ['취소', '이전', '종료'],
  ['Batal', 'Sebelumnya', 'Akhiri'],
  ['İptal', 'Önceki', 'Sonlandır'],
] as const;

/** The bar of buttons below a wizard's step, as Cloudscape draws it. */
function wizard(out: string, back: string, end: string, heading = 'Überprüfen und erstellen'): string {
  return `<h1>Assistent</h1><h2>${heading}</h2><form><input><div><div><button>${out}</button></div>
    <div><div><button>${back}</button></div><div><button id=x>${end}</button></div></div></div></form>`;
}

describe('the last button of a wizard', () => {
  test.each(words)('is harmless beside “%s” and “%s”: %s', (out, back, end) => {
    expect(danger(wizard(out, back, end))).toBe('none');
  });

  test('is harmless in a tour of the console', () => {
    const tour =
      '<button aria-label="Anmerkung ablehnen"></button><button>Zurück</button><button id=x>Beenden</button>';
    expect(danger(`<div role=dialog><b>Schritt 3 von 3</b>${tour}</div>`)).toBe('none');
  });

  test('is harmless although a heading names a protection', () => {
    expect(danger(wizard('Abbrechen', 'Zurück', 'Beenden', 'Löschschutz'))).toBe('none');
  });

  test.each([
    ...['Instanz beenden', 'Instanzbeendigung', 'Terminación de la instancia', 'インスタンスの終了'].map((heading) =>
      wizard('Abbrechen', 'Zurück', 'Beenden', heading),
    ),
    wizard('Abbrechen', 'Zurück', 'Instanz beenden'),
    wizard('Cancelar', 'Anterior', 'Terminar instancia'),
    wizard('Abbrechen', 'Zurück', 'Löschen'),
    wizard('Abbrechen', 'Weiter', 'Beenden'),
    wizard('Neu starten', 'Zurück', 'Beenden'),
    '<button>Zurück</button><button id=x>Beenden</button>',
    '<button>Abbrechen</button><button id=x>Beenden</button>',
    '<button>Zurück</button><button>Abbrechen</button><button id=x data-testid=terminate-instance>Beenden</button>',
    '<button>Zurück</button><button>Abbrechen</button><button>Starten</button><button id=x>Beenden</button>',
    '<div role=dialog aria-label="Instanz beenden?"><button>Zurück</button><button>Abbrechen</button><button id=x>Beenden</button></div>',
    '<ul role=menu><li id=x role=menuitem>Beenden</li></ul>',
  ])('is told from what ends something else: %s', (html) => {
    expect(danger(html)).toBe('sure');
  });
});
