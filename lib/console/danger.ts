/** How sure it is that a control destroys something or opens it to others. */
export type Danger = 'sure' | 'likely' | 'none';

/**
 * Stable ids of controls that destroy or open up, as far as public code and tests name them: independent of language.
 * Matched as whole words of an id, a test id or an action attribute.
 */
const sureIds = idPattern('delete|terminate|stop|detach|deregister|revoke|destroy|purge|empty|make-?public');
const likelyIds = idPattern('reboot|disable|disassociate|remove|reset');

function idPattern(words: string): RegExp {
  return new RegExp(`(?:^|[-_.:\\s/])(?:${words})(?:$|[-_.:\\s/])`);
}

/**
 * Words on controls, in the languages of the console. Latin ones as whole words at the start or the end of the label
 * ("Delete database", "Datenbank löschen"), the others anywhere in it.
 */
const sureWords: readonly string[] = [
  'delete',
  'terminate',
  'destroy',
  'purge',
  'deregister',
  'revoke',
  'empty',
  'make public',
  'detach',
  'stop',
  'permanently delete',
  'schedule key deletion',
  'close account',
  'löschen',
  'beenden',
  'stoppen',
  'anhalten',
  'trennen',
  'widerrufen',
  'leeren',
  'öffentlich machen',
  'endgültig löschen',
  'eliminar',
  'borrar',
  'terminar',
  'finalizar',
  'detener',
  'desasociar',
  'desconectar',
  'revocar',
  'vaciar',
  'hacer público',
  'supprimer',
  'résilier',
  'mettre fin',
  'arrêter',
  'détacher',
  'révoquer',
  'vider',
  'rendre public',
  'excluir',
  'encerrar',
  'interromper',
  'parar',
  'desanexar',
  'revogar',
  'esvaziar',
  'tornar público',
  'elimina',
  'termina',
  'arresta',
  'scollega',
  'revoca',
  'svuota',
  'rendi pubblico',
  'hapus',
  'akhiri',
  'hentikan',
  'lepaskan',
  'cabut',
  'kosongkan',
  'jadikan publik',
];
const sureSigns: readonly string[] = [
  '削除',
  '終了',
  '停止',
  'デタッチ',
  '取り消し',
  '空にする',
  '公開する',
  '삭제',
  '종료',
  '중지',
  '분리',
  '비우기',
  '퍼블릭으로 설정',
  '删除',
  '终止',
  '停止',
  '分离',
  '撤销',
  '清空',
  '设为公开',
  '刪除',
  '終止',
  '分離',
  '撤銷',
];
const likelyWords: readonly string[] = [
  'remove',
  'disable',
  'reboot',
  'disassociate',
  'reset',
  'rotate',
  'entfernen',
  'deaktivieren',
  'quitar',
  'desactivar',
  'retirer',
  'désactiver',
  'remover',
  'desativar',
  'rimuovi',
  'disattiva',
];
const likelySigns: readonly string[] = ['無効', '再起動', '비활성', '재부팅', '禁用', '停用', '重启'];

const LONGEST_LABEL = 80;
const CONTROL =
  'button, a[href], input[type="button"], input[type="submit"], [role="button"], [role="menuitem"], [role="option"], summary';

/** The control that an event would press: the nearest one above its target, also out of shadow roots. */
export function controlOf(path: readonly EventTarget[]): HTMLElement | undefined {
  for (const target of path.slice(0, 12)) {
    if (target instanceof HTMLElement && target.matches(CONTROL)) return target;
  }
  return undefined;
}

/** Judges a control by its stable ids first, then by what it says. */
export function dangerOf(control: Pick<HTMLElement, 'getAttribute' | 'textContent'>): Danger {
  const ids = ['id', 'data-testid', 'data-analytics', 'data-action', 'name', 'value'].map(
    (name) => control.getAttribute(name) ?? '',
  );
  if (fitsOne(ids, sureIds)) return 'sure';
  const label = (control.getAttribute('aria-label') ?? control.textContent ?? '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
  const isReadable = label !== '' && label.length <= LONGEST_LABEL;
  if (isReadable && says(label, sureWords, sureSigns)) return 'sure';
  return fitsOne(ids, likelyIds) || (isReadable && says(label, likelyWords, likelySigns)) ? 'likely' : 'none';
}

function fitsOne(ids: readonly string[], pattern: RegExp): boolean {
  return ids.some((id) => id.length <= LONGEST_LABEL && pattern.test(kebab(id)));
}

function kebab(id: string): string {
  return id.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** "Deleted items" and "Show stopped" say none of the words: only whole words at an end count. */
function says(label: string, words: readonly string[], signs: readonly string[]): boolean {
  return signs.some((sign) => label.includes(sign)) || words.some((word) => standsAtAnEnd(label, word));
}

function standsAtAnEnd(label: string, word: string): boolean {
  const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);
  if (label.startsWith(word) && !isLetter(label.charAt(word.length))) return true;
  return label.endsWith(word) && !isLetter(label.charAt(label.length - word.length - 1));
}
