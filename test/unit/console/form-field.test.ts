// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { danger } from './page';

describe('a button in a form', () => {
  test.each(['Löschen', 'Borrar', 'Hapus'])('that empties its search field is harmless: %s', (label) => {
    const cross = `<span><button id=x type=button aria-label="${label}"><svg></svg></button></span>`;
    expect(danger(`<h2>Instances</h2><div><div><input type=search>${cross}</div></div>`)).toBe('none');
  });

  test.each([
    '<div><input type=search><button id=x>Löschen</button></div>',
    '<div><input><button id=x aria-label=Löschen></button></div>',
    '<div><input type=search><button>Starten</button><button id=x aria-label=Löschen></button></div>',
    '<div><input type=search><button id=x aria-label="Instance löschen"></button></div>',
  ])('is asked about where it may be another one: %s', (html) => {
    expect(danger(html)).toBe('sure');
  });

  test.each([
    '<form><div><div><input></div><div><input></div><div><button id=x>削除</button></div></div><button>保存</button></form>',
    '<div><input role=combobox><input type=search role=combobox><button role=combobox>=</button><button id=x aria-label="Supprimer l’étiquette 1">Supprimer</button></div>',
    '<div role=group class=awsui_row_1><div><input></div><div class=awsui_remove-button-container_1><button id=x class="awsui_button_1 awsui_remove-button_1">Eliminar</button></div></div>',
  ])('that takes a row of fields out of it is only warned of: %s', (html) => {
    expect(danger(html)).toBe('likely');
  });

  test.each([
    '<form><p>Type delete</p><input><button id=x>Delete</button></form>',
    '<div class=awsui_remove-button-container_1><input><button id=x>Eliminar</button></div>',
    '<form><input><input><button>Save</button><button id=x>Delete</button></form>',
    '<div><input type=search><select></select><button id=x>Delete</button></div>',
    '<div role=dialog><input><input><button id=x>Delete</button></div>',
  ])('that may delete more is asked about: %s', (html) => {
    expect(danger(html)).toBe('sure');
  });
});
